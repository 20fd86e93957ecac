import { useLocale, useTranslations } from "next-intl";
import { AreaField } from "@/components/ui/form-fields";
import type { Assessment } from "@/lib/casework/assessment";
import { type CriteriaContent, criteriaOf } from "@/lib/criteria/criteria";
import { plainText } from "@/lib/texts/texts";

/** What is said to the applicant of each criterion, filled in with what was found. */
export function ReasonsFields({ content, found }: { content: CriteriaContent; found: Assessment | null }) {
  const t = useTranslations("casework.decide");
  const locale = useLocale();

  return (
    <details className="rounded-lg border border-line p-4">
      <summary className="font-semibold">{t("reasons")}</summary>
      <p className="mt-2 mb-4 max-w-[62ch] text-ink-2 text-sm">{t("reasonsHint")}</p>
      <div className="grid gap-4">
        {criteriaOf(content).map(({ code, title }) => (
          <AreaField
            key={code}
            name={`reason-${code}`}
            label={t("reasonOf", { code })}
            hint={plainText(title, locale)}
            rows={2}
            defaultValue={found?.answers[code]?.comment ?? ""}
          />
        ))}
      </div>
    </details>
  );
}
