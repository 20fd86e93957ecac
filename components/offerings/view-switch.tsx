import { useTranslations } from "next-intl";
import type { SearchPlace } from "@/lib/catalogue/place";
import type { SearchQuery } from "@/lib/catalogue/query";

/** The results as a list, or as a map with the list under it. */
export function ViewSwitch({ query, at }: { query: SearchQuery; at: SearchPlace }) {
  const t = useTranslations("search.map");
  const views = [
    ["list", undefined],
    ["map", "map"],
  ] as const;

  return (
    <nav aria-label={t("view")} className="flex gap-1 print:hidden">
      {views.map(([name, view]) => (
        <a
          key={name}
          href={at.hrefOf(query, { view })}
          aria-current={query.view === view ? "true" : undefined}
          className="flex min-h-11 items-center rounded px-3 aria-current:font-semibold aria-current:text-ink aria-current:no-underline"
        >
          {t(name)}
        </a>
      ))}
    </nav>
  );
}
