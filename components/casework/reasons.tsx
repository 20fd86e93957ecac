import { useLocale, useTranslations } from "next-intl";
import type { Decided } from "@/lib/casework/casework";
import { type CriteriaContent, criteriaOf } from "@/lib/criteria/criteria";
import { formatDay } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";

/** What was decided, with the reason for each criterion. */
export function Reasons({ decisions, content }: { decisions: Decided[]; content: CriteriaContent }) {
  const t = useTranslations("casework");
  const locale = useLocale();

  return (
    <ol className="grid gap-6">
      {decisions.map(({ on, decision, reasons, text }) => (
        <li key={`${on} ${decision} ${text}`}>
          <p className="font-semibold">
            {t("path.left", {
              outcome: t(decision === "register" ? "outcome.registered" : "outcome.refused"),
              day: formatDay(on, locale, "long"),
            })}
          </p>
          {text && <p className="mt-1 max-w-[62ch] whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>}
          <dl className="mt-2 divide-y divide-line">
            {criteriaOf(content)
              .filter(({ code }) => reasons[code])
              .map(({ code, title }) => (
                <div key={code} className="grid gap-x-6 py-2 sm:grid-cols-[16rem_minmax(0,1fr)]">
                  <dt className="text-ink-2">
                    {code} {plainText(title, locale)}
                  </dt>
                  <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{reasons[code]}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
