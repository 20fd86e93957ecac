import { useLocale, useTranslations } from "next-intl";
import { OutwardLink } from "@/components/ui/outward-link";
import { Section } from "@/components/ui/section";
import { address } from "@/lib/i18n/address";
import type { OfferingContent } from "@/lib/offerings/content";
import type { Skill } from "@/lib/skills/queries";
import { textIn } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";
import { LanguageNote, LocalText } from "./local-text";
import { NotStated } from "./not-stated";

/** What one will be able to do: the learning outcomes, each with its type and its ESCO skills. */
export function Outcomes({ content, skills: known }: { content: OfferingContent; skills: Skill[] }) {
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
                <ul className="mt-0.5 flex flex-wrap gap-x-4 text-sm">
                  {skills.map((uri) => (
                    <li key={uri} className="py-0.5">
                      <SkillLink uri={uri} skill={known.find((one) => one.uri === uri)} />
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

/** By its name, to our own page of it; one that is not known here goes to ESCO. */
function SkillLink({ uri, skill }: { uri: string; skill: Skill | undefined }) {
  const t = useTranslations("offering");
  const locale = useLocale();
  if (!skill) return <OutwardLink href={uri}>{t("outcomes.skill")}</OutwardLink>;
  return (
    <a href={address(locale, `skills/${encodeURIComponent(skill.id)}`)}>
      <LocalText texts={skill.labels} quiet />
    </a>
  );
}
