import { useLocale, useTranslations } from "next-intl";
import { CheckOption } from "@/components/ui/check-option";
import { FieldGroup, InputField } from "@/components/ui/field";
import { FilterOptions } from "@/components/ui/filter-form";
import type { SearchQuery } from "@/lib/catalogue/query";
import type { Facets } from "@/lib/catalogue/result";
import { country } from "@/lib/country/country";
import { plainText } from "@/lib/texts/texts";
import { labelOf, type VocabularyName, vocabulary } from "@/lib/vocabularies/vocabulary";

/** Filters whose values are the codes of a vocabulary. */
const vocabularyOf = {
  schedule: "schedules",
  target: "targetGroups",
  access: "accessProvisions",
  priorLearning: "validations",
  assessment: "assessments",
  funding: "fundings",
  credential: "credentialFormats",
  providerType: "providerTypes",
} as const satisfies Partial<Record<keyof Facets, VocabularyName>>;

type Props = { query: SearchQuery; facets: Facets };

/** The values that find something, and those chosen; nothing where there are none. */
export function CodedFilter({ name, query, facets }: Props & { name: keyof typeof vocabularyOf }) {
  const t = useTranslations("search.filter");
  const locale = useLocale();
  const terms = vocabularyOf[name];
  const offered = vocabulary(terms).filter(({ code }) => facets[name][code] || query[name].includes(code));
  if (offered.length === 0) return null;
  const options = offered.map(({ code }) => [code, labelOf(terms, code, locale)] as const);
  return <FilterOptions name={name} legend={t(name)} chosen={query[name]} counts={facets[name]} options={options} />;
}

export function Region({ query, facets }: Props) {
  const t = useTranslations("search.filter");
  const locale = useLocale();
  const regions = Object.entries(country.regions).map(([code, names]) => [code, plainText(names, locale)] as const);
  return <FilterOptions name="region" legend={t("region")} chosen={query.region} counts={facets.region} options={regions} />;
}

export function Hours({ query }: Pick<Props, "query">) {
  const t = useTranslations("search.filter");
  return (
    <FieldGroup legend={t("hours")} hint={t("hoursHint", { hours: country.hoursPerEcts.from })}>
      <InputField id="hoursMax" name="hoursMax" type="number" min="0" step="any" label={t("hoursMax")} defaultValue={query.hoursMax} />
    </FieldGroup>
  );
}

export function Stacking({ query }: Pick<Props, "query">) {
  const t = useTranslations("search.filter");
  return (
    <FieldGroup legend={t("stacking")}>
      <CheckOption name="stackable" value="1" label={t("stackable")} checked={query.stackable} />
    </FieldGroup>
  );
}
