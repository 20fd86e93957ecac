import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { Button } from "@/components/ui/button";
import { address } from "@/lib/i18n/address";
import type { OccupationView } from "@/lib/skills/queries";

/** The skills of an occupation as boxes: the reader ticks what she has, and all of it is in the address. */
export function NeedsForm({ occupation, has }: { occupation: OccupationView; has: ReadonlySet<string> }) {
  const t = useTranslations("skills.occupation");
  const locale = useLocale();
  const needs = (["essential", "optional"] as const)
    .map((need) => ({ need, skills: occupation.needs.filter((skill) => skill.need === need) }))
    .filter(({ skills }) => skills.length > 0);

  return (
    <form action={address(locale, `skills/occupations/${encodeURIComponent(occupation.id)}`)}>
      {needs.map(({ need, skills }) => (
        <fieldset key={need} className="mt-5 min-w-0">
          <legend className="mb-2 font-semibold">{t(need)}</legend>
          <div className="gap-x-10 sm:columns-2">
            {skills.map(({ uri, id, labels }) => (
              <label key={uri} className="flex min-h-9 break-inside-avoid items-start gap-2.5 py-1.5 leading-snug">
                <input type="checkbox" name="has" value={id} defaultChecked={has.has(id)} className="size-6 shrink-0 accent-accent" />
                <span className="min-w-0">
                  <LocalText texts={labels} quiet />
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="mt-5">
        <Button type="submit">{t("submit")}</Button>
      </div>
    </form>
  );
}
