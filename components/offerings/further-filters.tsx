import { useLocale, useTranslations } from "next-intl";
import { CheckOption } from "@/components/ui/check-option";
import { FieldGroup, InputField } from "@/components/ui/field";
import { FilterOptions } from "@/components/ui/filter-form";
import type { SearchQuery } from "@/lib/catalogue/query";
import type { Facets } from "@/lib/catalogue/result";
import { country } from "@/lib/country/country";
import { plainText } from "@/lib/texts/texts";
import { labelOf, type VocabularyName, vocabulary } from "@/lib/vocabularies/vocabulary";

import { SkillFilter } from "./skill-filter";
import type { FilterNames } from "./use-filter-label";

const coded = [
  ["schedule", "schedules"],
  ["target", "targetGroups"],
  ["access", "accessProvisions"],
  ["priorLearning", "validations"],
  ["assessment", "assessments"],
  ["funding", "fundings"],
  ["credential", "credentialFormats"],
  ["providerType", "providerTypes"],
] as const satisfies (readonly [keyof Facets, VocabularyName])[];

/** What fewer people ask for: shown to who wants it, or has chosen something of it. */
export function FurtherFilters({ query, facets, skills }: { query: SearchQuery; facets: Facets; skills: FilterNames["skills"] }) {
  const t = useTranslations("search.filter");
  const locale = useLocale();
  const regions = Object.entries(country.regions).map(([code, names]) => [code, plainText(names, locale)] as const);

  return (
    <>
      <input type="hidden" name="more" value="1" />
      <FilterOptions name="region" legend={t("region")} chosen={query.region} counts={facets.region} options={regions} />
      <FieldGroup legend={t("hours")} hint={t("hoursHint", { hours: country.hoursPerEcts.from })}>
        <InputField id="hoursMax" name="hoursMax" type="number" min="0" step="any" label={t("hoursMax")} defaultValue={query.hoursMax} />
      </FieldGroup>
      {coded.map(([name, terms]) => {
        const offered = vocabulary(terms).filter(({ code }) => facets[name][code] || query[name].includes(code));
        if (offered.length === 0) return null;
        const options = offered.map(({ code }) => [code, labelOf(terms, code, locale)] as const);
        return <FilterOptions key={name} name={name} legend={t(name)} chosen={query[name]} counts={facets[name]} options={options} />;
      })}
      <SkillFilter chosen={query.skill} counts={facets.skill} names={skills} />
      <FieldGroup legend={t("stacking")}>
        <CheckOption name="stackable" value="1" label={t("stackable")} checked={query.stackable} />
      </FieldGroup>
    </>
  );
}
