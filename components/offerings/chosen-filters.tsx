import { useTranslations } from "next-intl";
import { RemovableChip } from "@/components/ui/chip";
import type { SearchPlace } from "@/lib/catalogue/place";
import { appliedFilters, parseSearchQuery, type SearchQuery } from "@/lib/catalogue/query";
import { type FilterNames, useFilterLabel } from "./use-filter-label";

/** What was chosen, each to be taken back by one click, and all of it by another. */
export function ChosenFilters({ query, names, at }: { query: SearchQuery; names: FilterNames; at: SearchPlace }) {
  const t = useTranslations("search");
  const labelFor = useFilterLabel(names, query);
  const applied = appliedFilters(query);
  if (applied.length === 0) return null;

  const none = { ...parseSearchQuery({}), q: query.q, sort: query.sort };

  return (
    <ul aria-label={t("chosenLabel")} className="mt-4 flex flex-wrap items-center gap-2">
      {applied.map(({ name, value, without }) => (
        <li key={`${name} ${value}`}>
          <RemovableChip href={at.hrefOf(without)} label={labelFor(name, value)} hint={t("remove")} />
        </li>
      ))}
      {applied.length > 1 && (
        <li>
          <a href={at.hrefOf(none)} className="inline-flex min-h-9 items-center px-2 text-sm">
            {t("clear")}
          </a>
        </li>
      )}
    </ul>
  );
}
