import { useLocale, useTranslations } from "next-intl";
import { OutwardLink } from "@/components/ui/outward-link";
import { Section } from "@/components/ui/section";
import type { OfferingContent } from "@/lib/offerings/content";
import { textIn } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";
import { LanguageNote } from "./local-text";
import { NotStated } from "./not-stated";

/** What one will be able to do: the learning outcomes, each with its type and its ESCO skills. */
export function Outcomes({ content }: { content: OfferingContent }) {
  const t = useTranslations("offering");
  const locale = useLocale();
  const foreign = content.outcomes.map(({ text }) => textIn(text, locale, content.originalLanguage)).find((shown) => shown?.foreign);

  return (
    <Section id="outcomes" title={t("outcomes.title")} aside={foreign && <LanguageNote language={foreign.language} />}>
      {content.outcomes.length === 0 && <NotStated />}
      <ul className="max-w-[46rem]">
        {content.outcomes.map(({ type, text, skills }) => {
          const shown = textIn(text, locale, content.originalLanguage);
          return (
            <li key={shown?.text} className="relative border-line border-t py-3 ps-8">
              <svg viewBox="0 0 20 12" width="20" height="12" aria-hidden="true" className="absolute start-0 top-[1.2rem]">
                <ellipse cx="10" cy="6" rx="8.500" ry="5" fill="var(--e6)" />
              </svg>
              <span lang={shown?.foreign ? shown.language : undefined}>{shown?.text}</span>{" "}
              <span className="whitespace-nowrap text-ink-2 text-sm">· {labelOf("outcomeTypes", type, locale)}</span>
              {skills.length > 0 && (
                <ul className="text-sm">
                  {skills.map((uri) => (
                    <li key={uri}>
                      <OutwardLink href={uri}>{t("outcomes.skill")}</OutwardLink>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
