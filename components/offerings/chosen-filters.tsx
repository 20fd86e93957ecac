import { useLocale, useTranslations } from "next-intl";
import { RemovableChip } from "@/components/ui/chip";
import { appliedFilters, parseSearchQuery, type SearchQuery, searchHref } from "@/lib/catalogue/query";
import { address } from "@/lib/i18n/address";
import { type FilterNames, useFilterLabel } from "./use-filter-label";

/** What was chosen, each to be taken back by one click, and all of it by another. */
export function ChosenFilters({ query, names }: { query: SearchQuery; names: FilterNames }) {
  const t = useTranslations("search");
  const locale = useLocale();
  const labelFor = useFilterLabel(names, query.radius);
  const applied = appliedFilters(query);
  if (applied.length === 0) return null;

  const hrefOf = (left: SearchQuery) => address(locale, `offerings${searchHref(left)}`);
  const none = { ...parseSearchQuery({}), q: query.q, sort: query.sort };

  return (
    <ul aria-label={t("chosenLabel")} className="mt-4 flex flex-wrap items-center gap-2">
      {applied.map(({ name, value, without }) => (
        <li key={`${name} ${value}`}>
          <RemovableChip href={hrefOf(without)} label={labelFor(name, value)} hint={t("remove")} />
        </li>
      ))}
      {applied.length > 1 && (
        <li>
          <a href={hrefOf(none)} className="inline-flex min-h-9 items-center px-2 text-sm">
            {t("clear")}
          </a>
        </li>
      )}
    </ul>
  );
}
