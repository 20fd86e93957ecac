import { useLocale, useTranslations } from "next-intl";
import { Fact, FactList } from "@/components/offerings/about";
import { LocalParagraphs, LocalText } from "@/components/offerings/local-text";
import { Section } from "@/components/ui/section";
import { country } from "@/lib/country/country";
import { formatDay } from "@/lib/i18n/format";
import { policySentences, type RecognitionPolicy } from "@/lib/recognition/policy";
import { hasText } from "@/lib/texts/texts";

const texts = ["programmes", "procedure", "appeal", "legalBasis"] as const;

/** How a provider recognises microcredentials of others: its own words, and its rules as plain sentences. */
export function Policy({ policy }: { policy: RecognitionPolicy | undefined }) {
  const t = useTranslations("provider.policy");
  const locale = useLocale();

  return (
    <Section id="recognition" title={t("title")}>
      {policy === undefined ? (
        <p className="max-w-[62ch] text-ink-2">{t("none")}</p>
      ) : (
        <>
          <LocalParagraphs texts={policy.text} />
          <h3 className="mt-6 mb-2">{t("rulesTitle")}</h3>
          <ul className="max-w-[62ch] list-disc space-y-1 ps-5">
            {policySentences(policy.rules, locale, country.currency).map(({ key, values }) => (
              <li key={key}>{t(`rules.${key}`, values)}</li>
            ))}
          </ul>
          <div className="mt-5">
            <FactList>
              {texts.map((name) => {
                const text = policy.rules[name];
                return (
                  text &&
                  hasText(text) && (
                    <Fact key={name} label={t(name)}>
                      <LocalText texts={text} />
                    </Fact>
                  )
                );
              })}
              {policy.rules.contact && (
                <Fact label={t("contact")}>
                  {policy.rules.contact.includes("@") ? (
                    <a href={`mailto:${policy.rules.contact}`}>{policy.rules.contact}</a>
                  ) : (
                    policy.rules.contact
                  )}
                </Fact>
              )}
            </FactList>
          </div>
          <p className="mt-3 text-ink-2 text-sm">{inForce(policy)}</p>
        </>
      )}
    </Section>
  );

  function inForce({ number, from, lastDay }: RecognitionPolicy): string {
    const start = from === null ? "" : formatDay(from, locale, "long");
    return lastDay === null
      ? t("since", { number, from: start })
      : t("period", { number, from: start, until: formatDay(lastDay, locale, "long") });
  }
}
