import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CheckOption } from "@/components/ui/check-option";
import { FieldGroup, InputField, SelectField } from "@/components/ui/field";
import { FilterForm, FilterOptions } from "@/components/ui/filter-form";
import { appliedFilters, type SearchQuery, searchHref, showsAllFilters, usualRadius } from "@/lib/catalogue/query";
import type { Facets } from "@/lib/catalogue/result";
import { address } from "@/lib/i18n/address";
import { capitalised } from "@/lib/i18n/format";
import { locales } from "@/lib/i18n/locales";
import { labelOf, languageName, vocabulary } from "@/lib/vocabularies/vocabulary";
import { FieldFilter } from "./field-filter";
import { FurtherFilters } from "./further-filters";
import { ProviderFilter } from "./provider-filter";
import type { FilterNames } from "./use-filter-label";

type Props = { query: SearchQuery; facets: Facets; names: FilterNames };

/** The form of which the question and the order are part too: everything chosen is sent as one address. */
export const searchForm = "search-form";

export function SearchFilters({ query, facets, names }: Props) {
  const t = useTranslations("search");
  const locale = useLocale();
  const chosen = appliedFilters(query).length;
  const all = showsAllFilters(query);

  return (
    <FilterForm
      id={searchForm}
      action={address(locale, "offerings")}
      label={t("filters", { count: 0 })}
      summary={t("filters", { count: chosen })}
      submit={
        <Button type="submit" className="w-full">
          {t("show")}
        </Button>
      }
    >
      {chosenElsewhere(query, names).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <Level query={query} counts={facets.eqf} />
      <FilterOptions name="mode" legend={t("filter.mode")} chosen={query.mode} counts={facets.mode} options={modes(locale)} />
      <Where query={query} />
      <WhenAndOpen query={query} open={facets.open.true} />
      <Cost query={query} free={facets.free.true} />
      <Credits query={query} />
      <FieldFilter query={query} counts={facets.field} />
      <FilterOptions
        name="lang"
        legend={t("filter.lang")}
        chosen={query.lang}
        counts={facets.lang}
        options={languages(facets, query, locale)}
      />
      <FilterOptions
        name="qa"
        legend={t("filter.qa")}
        chosen={query.qa}
        counts={facets.qa}
        options={standards(names.labels, { ...facets.qa, ...Object.fromEntries(query.qa.map((code) => [code, 1])) }, locale)}
      />
      <ProviderFilter chosen={query.provider} counts={facets.provider} names={names.providers} />
      {all ? (
        <FurtherFilters query={query} facets={facets} skills={names.skills} />
      ) : (
        <p className="border-line border-t py-4">
          <a href={address(locale, `offerings${searchHref(query, { more: true, page: query.page })}`)}>{t("filter.more")}</a>
        </p>
      )}
    </FilterForm>
  );
}

/** What only links choose, as pages of a topic or a recognition policy do, a skill without a name, and the view: the form hands it on. */
function chosenElsewhere({ topic, skill, acceptedBy, view }: SearchQuery, { skills }: FilterNames) {
  return [
    ...topic.map((value) => ["topic", value] as const),
    ...skill.filter((value) => !skills[value]).map((value) => ["skill", value] as const),
    ...(acceptedBy ? [["acceptedBy", acceptedBy] as const] : []),
    ...(view ? [["view", view] as const] : []),
  ];
}

const modes = (locale: string) => vocabulary("modes").map(({ code }) => [code, labelOf("modes", code, locale)] as const);
/** The European standards always, a national label where something has it or it is chosen. */
const standards = (labels: FilterNames["labels"], used: Facets["qa"], locale: string) => [
  ...vocabulary("qualityStandards").map(({ code }) => [code, labelOf("qualityStandards", code, locale)] as const),
  ...Object.entries(labels).filter(([code]) => used[code]),
];

/** The country's own languages always, any other where something is taught in it. */
function languages(facets: Facets, query: SearchQuery, locale: string) {
  return [...new Set([...locales, ...query.lang, ...Object.keys(facets.lang)])].map(
    (code) => [code, capitalised(languageName(code, locale))] as const,
  );
}

function Level({ query, counts }: { query: SearchQuery; counts: Facets["eqf"] }) {
  const t = useTranslations("search.filter");
  const options = vocabulary("eqfLevels").map(({ code }) => [code, code] as const);

  return (
    <FilterOptions
      name="eqf"
      legend={t("eqf")}
      hint={t("eqfHint")}
      className="grid grid-flow-col grid-rows-4 gap-x-8"
      options={options}
      chosen={query.eqf}
      counts={counts}
    />
  );
}

function Credits({ query }: { query: SearchQuery }) {
  const t = useTranslations("search.filter");

  return (
    <FieldGroup legend={t("ects")} hint={t("ectsHint")}>
      <div className="grid grid-cols-2 gap-3">
        <InputField id="ectsMin" name="ectsMin" type="number" min="0" step="any" label={t("from")} defaultValue={query.ectsMin} />
        <InputField id="ectsMax" name="ectsMax" type="number" min="0" step="any" label={t("to")} defaultValue={query.ectsMax} />
      </div>
    </FieldGroup>
  );
}

const radii = [5, 10, 25, 50, 100];

function Where({ query }: { query: SearchQuery }) {
  const t = useTranslations("search.filter");
  const chosen = query.radius ?? usualRadius;

  return (
    <FieldGroup legend={t("where")}>
      <div className="grid gap-3">
        <InputField id="near" name="near" label={t("near")} hint={t("nearHint")} maxLength={100} defaultValue={query.near} />
        <SelectField id="radius" name="radius" label={t("radius")} defaultValue={String(chosen)}>
          {[...new Set([...radii, chosen])]
            .sort((a, b) => a - b)
            .map((km) => (
              <option key={km} value={km}>
                {t("km", { km })}
              </option>
            ))}
        </SelectField>
      </div>
    </FieldGroup>
  );
}

function WhenAndOpen({ query, open }: { query: SearchQuery; open: number }) {
  const t = useTranslations("search.filter");

  return (
    <FieldGroup legend={t("when")}>
      <CheckOption name="open" value="1" label={t("open")} checked={query.open} count={open} />
      <div className="mt-2 grid gap-3">
        <InputField id="startFrom" name="startFrom" type="date" label={t("startFrom")} defaultValue={query.startFrom} />
        <InputField id="startTo" name="startTo" type="date" label={t("startTo")} defaultValue={query.startTo} />
      </div>
    </FieldGroup>
  );
}

function Cost({ query, free }: { query: SearchQuery; free: number }) {
  const t = useTranslations("search.filter");

  return (
    <FieldGroup legend={t("cost")}>
      <CheckOption name="free" value="1" label={t("free")} checked={query.free} count={free} />
      <div className="mt-2">
        <InputField id="priceMax" name="priceMax" type="number" min="0" step="any" label={t("priceMax")} defaultValue={query.priceMax} />
      </div>
    </FieldGroup>
  );
}
