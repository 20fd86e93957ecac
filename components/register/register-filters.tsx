import { useLocale, useTranslations } from "next-intl";
import { useFieldName } from "@/components/offerings/use-field-name";
import { Button } from "@/components/ui/button";
import { FilterForm, FilterOptions } from "@/components/ui/filter-form";
import { country } from "@/lib/country/country";
import { address } from "@/lib/i18n/address";
import { chosenFilters, type RegisterQuery, statuses } from "@/lib/register/search/query";
import type { RegisterFacets } from "@/lib/register/search/result";
import { plainText } from "@/lib/texts/texts";
import { labelOf, vocabulary } from "@/lib/vocabularies/vocabulary";

type Props = { query: RegisterQuery; facets: RegisterFacets; labels: Record<string, string> };

/** The form of which the question, the clocks and the order are part too: everything chosen is sent as one address. */
export const registerForm = "register-form";

export function RegisterFilters({ query, facets, labels }: Props) {
  const t = useTranslations("register.search");
  const locale = useLocale();
  const fieldName = useFieldName();
  const named = (name: "providerTypes" | "qualityStandards") =>
    vocabulary(name).map(({ code }) => [code, labelOf(name, code, locale)] as const);
  const regions = Object.entries(country.regions).filter(([code]) => code.length <= 4);
  const fields = [
    ...new Set([...vocabulary("fields").flatMap(({ code }) => (code.length === 2 && code !== "99" ? [code] : [])), ...query.field]),
  ];

  return (
    <FilterForm
      id={registerForm}
      action={address(locale, "register")}
      label={t("filters", { count: 0 })}
      summary={t("filters", { count: chosenFilters(query).length })}
      submit={
        <Button type="submit" className="w-full">
          {t("show")}
        </Button>
      }
    >
      <FilterOptions
        name="status"
        legend={t("filter.status")}
        chosen={query.status}
        counts={facets.status}
        options={statuses.map((code) => [code, t(`status.${code}`)] as const)}
      />
      <FilterOptions
        name="eqf"
        legend={t("filter.eqf")}
        hint={t("filter.eqfHint")}
        className="grid grid-flow-col grid-rows-4 gap-x-8"
        chosen={query.eqf}
        counts={facets.eqf}
        options={vocabulary("eqfLevels").map(({ code }) => [code, code] as const)}
      />
      <FilterOptions
        name="field"
        legend={t("filter.field")}
        chosen={query.field}
        counts={facets.field}
        options={fields.map((code) => [code, fieldName(code)] as const)}
      />
      <FilterOptions
        name="standard"
        legend={t("filter.standard")}
        chosen={query.standard}
        counts={facets.standard}
        options={[
          ...named("qualityStandards"),
          ...Object.entries(labels).filter(([code]) => (facets.standard[code] ?? 0) > 0 || query.standard.includes(code)),
        ]}
      />
      <FilterOptions name="type" legend={t("filter.type")} chosen={query.type} counts={facets.type} options={named("providerTypes")} />
      <FilterOptions
        name="region"
        legend={t("filter.region")}
        chosen={query.region}
        counts={facets.region}
        options={regions
          .sort(([a], [b]) => a.localeCompare(b))
          .filter(([code]) => code.length === 3 || (facets.region[code] ?? 0) > 0 || query.region.includes(code))
          .map(([code, names]) => [code, plainText(names, locale)] as const)}
      />
    </FilterForm>
  );
}
