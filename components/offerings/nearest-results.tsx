import { useLocale, useTranslations } from "next-intl";
import type { Nearest } from "@/lib/catalogue/nearest/queries";
import type { SearchPlace } from "@/lib/catalogue/place";
import { formatList } from "@/lib/i18n/format";
import { OfferingCard } from "./offering-card";
import { type FilterNames, useFilterLabel } from "./use-filter-label";

/** What comes nearest to a search that found nothing, and what had to be left out for it. */
export function NearestResults({ nearest, asked, names, at }: { nearest: Nearest; asked: string; names: FilterNames; at: SearchPlace }) {
  const t = useTranslations("search.nearest");
  const locale = useLocale();
  const labelFor = useFilterLabel(names, nearest.query);
  const { result, query, left, words } = nearest;
  const without = [
    ...left.map(({ name, value }) => t("quoted", { text: labelFor(name, value) })),
    ...(words === null ? [] : [words === "" ? t("words", { words: asked }) : t("otherWords", { words })]),
  ];
  const rest = result.total - result.items.length;

  return (
    <section aria-labelledby="nearest">
      <h2 id="nearest" className="text-2xl">
        {/* Without a word of the question it is not near to anything. */}
        {t(words === "" ? "otherwise" : "heading")}
      </h2>
      <p className="mt-2 max-w-[60ch]">
        {without.length > 0
          ? t("without", { without: formatList(without, locale) })
          : t("farther", { km: query.radius ?? 0, place: query.near ?? "" })}
      </p>
      <ol className="mt-5">
        {result.items.map((item) => (
          <li key={item.id}>
            <OfferingCard item={item} />
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <p className="border-line border-t py-5">
          <a href={at.hrefOf(query)}>{t("all", { count: result.total })}</a>
        </p>
      )}
    </section>
  );
}
