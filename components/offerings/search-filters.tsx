import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CheckOption } from "@/components/ui/check-option";
import { FieldGroup, InputField } from "@/components/ui/field";
import { appliedFilters, type SearchQuery } from "@/lib/catalogue/query";
import type { Facets } from "@/lib/catalogue/result";
import { address } from "@/lib/i18n/address";
import { capitalised } from "@/lib/i18n/format";
import { locales } from "@/lib/i18n/locales";
import { labelOf, languageName, vocabulary } from "@/lib/vocabularies/vocabulary";
import { FieldFilter } from "./field-filter";
import { ProviderFilter } from "./provider-filter";

type Props = { query: SearchQuery; facets: Facets; providerNames: Record<string, string> };

/** The form of which the question and the order are part too: everything chosen is sent as one address. */
export const searchForm = "search-form";

export function SearchFilters({ query, facets, providerNames }: Props) {
  const t = useTranslations("search");
  const locale = useLocale();
  const chosen = appliedFilters(query).length;

  return (
    <search>
      <form id={searchForm} action={address(locale, "offerings")} aria-label={t("filters", { count: 0 })}>
        <details className="open-when-wide group">
          <summary className="flex min-h-12 list-none items-center justify-between rounded-md border-[1.5px] border-line-strong bg-raised px-4 font-semibold [&::-webkit-details-marker]:hidden">
            {t("filters", { count: chosen })}
            <svg viewBox="0 0 12 12" width="14" height="14" aria-hidden="true" className="group-open:rotate-180">
              <path d="M2 4l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.8" />
            </svg>
          </summary>
          <Level query={query} counts={facets.eqf} />
          <Options name="mode" legend={t("filter.mode")} chosen={query.mode} counts={facets.mode} options={modes(locale)} />
          <WhenAndOpen query={query} open={facets.open.true} />
          <Cost query={query} free={facets.free.true} />
          <Credits query={query} />
          <FieldFilter query={query} counts={facets.field} />
          <Options
            name="lang"
            legend={t("filter.lang")}
            chosen={query.lang}
            counts={facets.lang}
            options={languages(facets, query, locale)}
          />
          <Options name="qa" legend={t("filter.qa")} chosen={query.qa} counts={facets.qa} options={standards(locale)} />
          <ProviderFilter chosen={query.provider} counts={facets.provider} names={providerNames} />
          <div className="sticky bottom-0 border-line border-t bg-paper py-3">
            <Button type="submit" className="w-full">
              {t("show")}
            </Button>
          </div>
        </details>
      </form>
    </search>
  );
}

const modes = (locale: string) => vocabulary("modes").map(({ code }) => [code, labelOf("modes", code, locale)] as const);
const standards = (locale: string) =>
  vocabulary("qualityStandards").map(({ code }) => [code, labelOf("qualityStandards", code, locale)] as const);

/** The country's own languages always, any other where something is taught in it. */
function languages(facets: Facets, query: SearchQuery, locale: string) {
  return [...new Set([...locales, ...query.lang, ...Object.keys(facets.lang)])].map(
    (code) => [code, capitalised(languageName(code, locale))] as const,
  );
}

function Options({
  name,
  legend,
  options,
  chosen,
  counts,
}: {
  name: string;
  legend: string;
  options: (readonly [code: string, label: string])[];
  chosen: string[];
  counts: Record<string, number>;
}) {
  return (
    <FieldGroup legend={legend}>
      {options.map(([code, label]) => (
        <CheckOption key={code} name={name} value={code} label={label} checked={chosen.includes(code)} count={counts[code] ?? 0} />
      ))}
    </FieldGroup>
  );
}

function Level({ query, counts }: { query: SearchQuery; counts: Facets["eqf"] }) {
  const t = useTranslations("search");

  return (
    <FieldGroup legend={t("filter.eqf")} hint={t("filter.eqfHint")}>
      <div className="grid grid-flow-col grid-rows-4 gap-x-8">
        {vocabulary("eqfLevels").map(({ code }) => (
          <CheckOption key={code} name="eqf" value={code} label={code} checked={query.eqf.includes(code)} count={counts[code] ?? 0} />
        ))}
      </div>
    </FieldGroup>
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
