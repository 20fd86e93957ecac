import { useLocale, useTranslations } from "next-intl";
import { type SearchQuery, searchHref } from "@/lib/catalogue/query";
import { address } from "@/lib/i18n/address";

/** The results as a list, or as a map with the list under it. */
export function ViewSwitch({ query }: { query: SearchQuery }) {
  const t = useTranslations("search.map");
  const locale = useLocale();
  const views = [
    ["list", undefined],
    ["map", "map"],
  ] as const;

  return (
    <nav aria-label={t("view")} className="flex gap-1 print:hidden">
      {views.map(([name, view]) => (
        <a
          key={name}
          href={address(locale, `offerings${searchHref(query, { view }).replace(/\?$/, "")}`)}
          aria-current={query.view === view ? "true" : undefined}
          className="flex min-h-11 items-center rounded px-3 aria-current:font-semibold aria-current:text-ink aria-current:no-underline"
        >
          {t(name)}
        </a>
      ))}
    </nav>
  );
}
