import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { StandingLine } from "@/components/providers/standing-line";
import { accreditationState } from "@/lib/accreditations/accreditation";
import { levelRuns } from "@/lib/accreditations/scope";
import type { Day } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import { formatList } from "@/lib/i18n/format";
import type { ListedOrganisation } from "@/lib/register/search/result";
import { plainText } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";

type Props = { organisation: ListedOrganisation; day: Day; params: string };

/** One organisation of the register: how it stands on the day, and for what it is accredited then. */
export function OrganisationRow({ organisation, day, params }: Props) {
  const t = useTranslations("register.search");
  const locale = useLocale();
  const { slug, name, otherNames, type, town, standing, accreditations } = organisation;
  const others = [...new Set(otherNames.map((one) => plainText(one, locale)))];
  const inForce = accreditations.filter((one) => ["in-force", "no-new-starts", "teach-out"].includes(accreditationState(one, day)));

  return (
    <article className="grid gap-x-8 gap-y-1 border-line border-t py-5 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <div className="min-w-0">
        <h2 className="font-bold font-text text-lg leading-snug tracking-normal">
          <a href={`${address(locale, `register/${slug}`)}${params}`} className="text-ink hover:text-accent">
            {Object.keys(name).length === 0 ? slug : <LocalText texts={name} quiet />}
          </a>
        </h2>
        <p className="text-ink-2 text-sm">{[type && labelOf("providerTypes", type, locale), town].filter(Boolean).join(" · ")}</p>
        {others.length > 0 && <p className="text-ink-2 text-sm">{t("otherNames", { names: formatList(others, locale) })}</p>}
      </div>
      <div className="min-w-0 text-sm">
        <StandingLine standing={standing} />
        {inForce.length > 0 && (
          <ul className="mt-0.5 ps-6 text-ink-2">
            {inForce.map((one) => (
              <li key={one.key}>{scopeOf(one)}</li>
            ))}
          </ul>
        )}
      </div>
    </article>
  );

  function scopeOf({ eqfLevels, fields }: (typeof inForce)[number]): string {
    const levels = eqfLevels === null ? t("allLevels") : t("level", { level: formatList(levelRuns(eqfLevels), locale) });
    return [levels, fields === null ? t("allFields") : t("fields", { fields: fields.join(", "), count: fields.length })].join(" · ");
  }
}
