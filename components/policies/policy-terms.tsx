import { useLocale, useTranslations } from "next-intl";
import { Fact, FactList } from "@/components/offerings/about";
import { LocalParagraphs, LocalText } from "@/components/offerings/local-text";
import { country } from "@/lib/country/country";
import { policySentences, policyTexts, type RecognitionPolicy } from "@/lib/recognition/policy";
import { hasText } from "@/lib/texts/texts";

/** What a policy says: the provider's own words, its rules as plain sentences, and how one goes about it. */
export function PolicyTerms({ policy: { text, rules }, level = 3 }: { policy: Pick<RecognitionPolicy, "text" | "rules">; level?: 3 | 4 }) {
  const t = useTranslations("provider.policy");
  const locale = useLocale();
  const sentences = policySentences(rules, locale, country.currency);
  const facts = policyTexts.filter((name) => hasText(rules[name]));
  const Heading = `h${level}` as const;

  return (
    <>
      <LocalParagraphs texts={text} />
      {sentences.length > 0 && (
        <>
          <Heading className="mt-6 mb-2">{t("rulesTitle")}</Heading>
          <ul className="max-w-[62ch] list-disc space-y-1 ps-5">
            {sentences.map(({ key, values }) => (
              <li key={key} className="[overflow-wrap:anywhere]">
                {t(`rules.${key}`, values)}
              </li>
            ))}
          </ul>
        </>
      )}
      {(facts.length > 0 || rules.contact) && (
        <div className="mt-5">
          <FactList>
            {facts.map((name) => (
              <Fact key={name} label={t(name)}>
                <LocalText texts={rules[name] ?? {}} />
              </Fact>
            ))}
            {rules.contact && (
              <Fact label={t("contact")}>
                {rules.contact.includes("@") ? <a href={`mailto:${rules.contact}`}>{rules.contact}</a> : rules.contact}
              </Fact>
            )}
          </FactList>
        </div>
      )}
    </>
  );
}
