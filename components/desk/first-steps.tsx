import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { type Actor, mayAtAll, type Permission } from "@/lib/auth/permissions";
import { address } from "@/lib/i18n/address";

/** What a provider does that has nothing yet, each with the right that it takes. */
const steps = [
  ["offering", "manage/offerings/new", "offering.write"],
  ["file", "manage/imports", "catalogue.import"],
  ["feed", "manage/harvest", "harvest.manage"],
  ["policy", "manage/policy", "policy.write"],
  ["team", "manage/team", "team.manage"],
] as const satisfies readonly (readonly [string, string, Permission])[];

/** In place of a catalogue of which all counts are nought. */
export function FirstSteps({ actor }: { actor: Actor }) {
  const t = useTranslations("desk.home");
  const locale = useLocale();

  return (
    <Section id="start" title={t("start")}>
      <p className="mb-5 max-w-[62ch]">{t("startText")}</p>
      <ul className="max-w-[44rem] divide-y divide-line border-line border-y">
        {steps
          .filter(([, , right]) => mayAtAll(actor, right))
          .map(([name, path]) => (
            <li key={name} className="py-3.5">
              <a href={address(locale, path)} className="font-semibold text-lg">
                {t(`steps.${name}.title`)}
              </a>
              <p className="text-ink-2">{t(`steps.${name}.text`)}</p>
            </li>
          ))}
      </ul>
    </Section>
  );
}
