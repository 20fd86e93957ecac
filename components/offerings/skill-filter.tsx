import { useTranslations } from "next-intl";
import { CheckOption } from "@/components/ui/check-option";
import { FieldGroup } from "@/components/ui/field";
import { frequentSkills } from "@/lib/catalogue/offered";
import type { Facets } from "@/lib/catalogue/result";
import type { FilterNames } from "./use-filter-label";

const shownAtOnce = 6;

type Props = { chosen: string[]; counts: Facets["skill"]; names: FilterNames["skills"] };

/** Skills that have a name here; where none are loaded, nothing. */
export function SkillFilter({ chosen, counts, names }: Props) {
  const t = useTranslations("search.filter");
  const known = frequentSkills(chosen, counts).filter((uri) => names[uri]);
  const first = known.slice(0, Math.max(shownAtOnce, chosen.length));
  const rest = known.slice(first.length);
  const option = (uri: string) => (
    <CheckOption key={uri} name="skill" value={uri} label={names[uri] ?? uri} checked={chosen.includes(uri)} count={counts[uri] ?? 0} />
  );

  if (known.length === 0) return null;
  return (
    <FieldGroup legend={t("skill")} hint={t("skillHint")}>
      {first.map(option)}
      {rest.length > 0 && (
        <details>
          <summary className="py-1.5 text-accent text-sm underline underline-offset-4">{t("moreSkills", { count: rest.length })}</summary>
          {rest.map(option)}
        </details>
      )}
    </FieldGroup>
  );
}
