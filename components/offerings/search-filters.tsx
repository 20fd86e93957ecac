import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FilterForm, FilterOptions } from "@/components/ui/filter-form";
import type { SearchPlace } from "@/lib/catalogue/place";
import { appliedFilters, type SearchQuery, showsAllFilters } from "@/lib/catalogue/query";
import type { Facets } from "@/lib/catalogue/result";
import { capitalised } from "@/lib/i18n/format";
import { locales } from "@/lib/i18n/locales";
import { labelOf, languageName, vocabulary } from "@/lib/vocabularies/vocabulary";
import { FieldFilter } from "./field-filter";
import { CodedFilter, Hours, Region, Stacking } from "./further-filters";
import { ProviderFilter } from "./provider-filter";
import type { FilterNames } from "./use-filter-label";
import { Cost, Credits, Level, WhenAndOpen, Where } from "./usual-filters";

type Props = { query: SearchQuery; facets: Facets; names: FilterNames; at: SearchPlace };

/** The form of which the question and the order are part too: everything chosen is sent as one address. */
export const searchForm = "search-form";

const usual = ["level", "mode", "where", "when", "cost", "credits", "field", "lang", "qa", "provider"] as const;
/** What fewer people ask for: shown to who wants it, or has chosen something of it. */
const further = [
  ...(["region", "hours", "schedule", "target", "access", "priorLearning"] as const),
  ...(["assessment", "funding", "credential", "providerType", "stacking"] as const),
];
/** What decides for a client whether they can take part stands first. */
const clientFirst = ["where", "target", "access", "cost", "hours", "lang", "when", "funding", "priorLearning"] as const;
type Part = (typeof usual | typeof further)[number];

export function SearchFilters({ query, facets, names, at }: Props) {
  const t = useTranslations("search");
  const chosen = appliedFilters(query).length;
  const all = showsAllFilters(query);
  const asked: readonly Part[] = all || at.forClient ? [...usual, ...further] : usual;
  const shown: readonly Part[] = at.forClient ? [...new Set([...clientFirst, ...asked])] : asked;

  return (
    <FilterForm
      id={searchForm}
      action={at.action}
      label={t("filters", { count: 0 })}
      summary={t("filters", { count: chosen })}
      submit={
        <Button type="submit" className="w-full">
          {t("show")}
        </Button>
      }
    >
      {[...at.hidden, ...chosenElsewhere(query), ...(all ? [["more", "1"] as const] : [])].map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {shown.map((part) => (
        <Filter key={part} part={part} query={query} facets={facets} names={names} at={at} />
      ))}
      {!all && !at.forClient && (
        <p className="border-line border-t py-4">
          <a href={at.hrefOf(query, { more: true, page: query.page })}>{t("filter.more")}</a>
        </p>
      )}
    </FilterForm>
  );
}

function Filter({ part, query, facets, names, at }: Props & { part: Part }) {
  const t = useTranslations("search.filter");
  const locale = useLocale();
  const options = (name: "mode" | "lang" | "qa", offered: (readonly [string, string])[]) => (
    <FilterOptions name={name} legend={t(name)} chosen={query[name]} counts={facets[name]} options={offered} />
  );
  switch (part) {
    case "level":
      return <Level query={query} counts={facets.eqf} />;
    case "mode":
      return options("mode", modes(locale));
    case "where":
      return <Where query={query} />;
    case "when":
      return <WhenAndOpen query={query} open={facets.open.true} />;
    case "cost":
      return <Cost query={query} free={facets.free.true} />;
    case "credits":
      return <Credits query={query} />;
    case "field":
      return <FieldFilter query={query} counts={facets.field} at={at} />;
    case "lang":
      return options("lang", languages(facets, query, locale));
    case "qa":
      return options("qa", standards(names.labels, { ...facets.qa, ...Object.fromEntries(query.qa.map((code) => [code, 1])) }, locale));
    case "provider":
      return <ProviderFilter chosen={query.provider} counts={facets.provider} names={names.providers} />;
    case "region":
      return <Region query={query} facets={facets} />;
    case "hours":
      return <Hours query={query} />;
    case "stacking":
      return <Stacking query={query} />;
    default:
      return <CodedFilter name={part} query={query} facets={facets} />;
  }
}

/** What only links choose, as pages of a topic, a skill or a recognition policy do, and the view: the form hands it on. */
function chosenElsewhere({ topic, skill, acceptedBy, view }: SearchQuery) {
  return [
    ...topic.map((value) => ["topic", value] as const),
    ...skill.map((value) => ["skill", value] as const),
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
