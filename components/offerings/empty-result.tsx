import { useLocale, useTranslations } from "next-intl";
import type { Nearest } from "@/lib/catalogue/nearest/queries";
import type { SearchPlace } from "@/lib/catalogue/place";
import { appliedFilters, parseSearchQuery, type SearchQuery } from "@/lib/catalogue/query";
import { address } from "@/lib/i18n/address";
import { fieldWithBroader } from "@/lib/vocabularies/vocabulary";
import { FieldTiles } from "./field-tiles";
import { MissingStones } from "./missing-stones";
import { NearestResults } from "./nearest-results";
import { useFieldName } from "./use-field-name";
import { type FilterNames, useFilterLabel } from "./use-filter-label";

type Props = { query: SearchQuery; names: FilterNames; topics: Record<string, number>; nearest: Nearest | undefined; at: SearchPlace };

/** Nothing found, and every way on from here. */
export function EmptyResult({ query, names, topics, nearest, at }: Props) {
  const t = useTranslations("search.empty");

  return (
    <div className="mt-6 border-line border-t pt-8">
      {nearest ? <NearestResults nearest={nearest} asked={query.q} names={names} at={at} /> : <MissingStones />}
      <p className="mt-8 max-w-[60ch] text-lg">{t("lead")}</p>
      <WaysOut query={query} names={names} at={at} />
      {!at.forClient && (
        <>
          <h2 className="mt-12 mb-4 text-2xl">{t("browse")}</h2>
          <FieldTiles topics={topics} />
        </>
      )}
    </div>
  );
}

function WaysOut({ query, names, at: { hrefOf, forClient } }: Pick<Props, "query" | "names" | "at">) {
  const t = useTranslations("search.empty");
  const locale = useLocale();
  const labelFor = useFilterLabel(names, query);
  const nameOf = useFieldName();
  const applied = appliedFilters(query);
  const broader = query.field.filter((code) => code.length > 2).map((code) => [code, fieldWithBroader(code).at(-2) ?? code] as const);

  return (
    <ul className="mt-5 list-disc space-y-1.5 ps-5 marker:text-ink-2">
      {query.q !== "" && <li>{t("spelling")}</li>}
      {broader.map(([code, parent]) => (
        <li key={code}>
          <a href={hrefOf({ ...query, page: 1, field: [...query.field.filter((one) => one !== code), parent] })}>
            {t("broader", { field: nameOf(parent) })}
          </a>
        </li>
      ))}
      {applied.map(({ name, value, without }) => (
        <li key={`${name} ${value}`}>
          <a href={hrefOf(without)}>{t("without", { filter: labelFor(name, value) })}</a>
        </li>
      ))}
      {query.q !== "" && applied.length > 0 && (
        <li>
          <a href={hrefOf({ ...parseSearchQuery({}), q: query.q })}>{t("wordsOnly", { words: query.q })}</a>
        </li>
      )}
      {query.q !== "" && (
        <li>
          <a href={hrefOf({ ...query, q: "", page: 1 })}>{t("withoutWords")}</a>
        </li>
      )}
      {!forClient && (
        <li>
          <a href={address(locale, "guided")}>{t("guided")}</a>
        </li>
      )}
    </ul>
  );
}
