import { useLocale, useTranslations } from "next-intl";
import { PolicyTerms } from "@/components/policies/policy-terms";
import { useInForce } from "@/components/policies/use-in-force";
import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/i18n/format";
import type { RecognitionPolicy } from "@/lib/recognition/policy";

/** How a provider recognises microcredentials of others, and what will hold next where that is decided already. */
export function Policy({ policy, next }: { policy: RecognitionPolicy | undefined; next: RecognitionPolicy | undefined }) {
  const t = useTranslations("provider.policy");
  const locale = useLocale();
  const inForce = useInForce();

  return (
    <Section id="recognition" title={t("title")}>
      {policy === undefined ? (
        <p className="max-w-[62ch] text-ink-2">{t("none")}</p>
      ) : (
        <>
          <PolicyTerms policy={policy} />
          <p className="mt-3 text-ink-2 text-sm">{inForce(policy)}</p>
        </>
      )}
      {next?.from && (
        <div className="mt-8 rounded-lg border border-line bg-raised p-5">
          <h3>{t("nextTitle", { from: formatDay(next.from, locale, "long") })}</h3>
          <p className="mt-1 mb-4 max-w-[62ch] text-ink-2">{t(policy ? "next" : "first", { number: next.number })}</p>
          <PolicyTerms policy={next} level={4} />
        </div>
      )}
    </Section>
  );
}
