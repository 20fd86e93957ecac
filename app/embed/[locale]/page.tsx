import { getTranslations, setRequestLocale } from "next-intl/server";
import { EmbedFoot, EmbedResults } from "@/components/embed/embed-results";
import { FitHeight } from "@/components/embed/fit-height";
import { Themed } from "@/components/embed/themed";
import { AsRead } from "@/components/offerings/as-read";
import { Pagination } from "@/components/ui/pagination";
import { QuestionBox } from "@/components/ui/question-box";
import { findNearest } from "@/lib/catalogue/nearest/queries";
import { type SearchQuery, searchHref, searchParams } from "@/lib/catalogue/query";
import { searchCatalogue } from "@/lib/catalogue/search";
import { isTouchedBy } from "@/lib/catalogue/touched";
import { readSearch } from "@/lib/catalogue/understanding/queries";
import { country } from "@/lib/country/country";
import { readTheme, themeParams } from "@/lib/embed/theme";
import { address } from "@/lib/i18n/address";
import { tell } from "@/lib/insight/telling";
import { ofSearch } from "@/lib/sources/sources";
import { plainText } from "@/lib/texts/texts";

type Props = PageProps<"/embed/[locale]">;

const [perPage, perCompactPage] = [10, 5];

/** A search for the site of somebody else: whoever put it there chose the filters, whoever reads it adds words. */
export default async function EmbedPage({ params, searchParams: given }: Props) {
  const [{ locale }, written] = await Promise.all([params, given]);
  setRequestLocale(locale);
  const theme = readTheme(written);
  const read = await readSearch(written);
  const { query, asked } = read;
  const [t, search, common] = await Promise.all([
    getTranslations("embed"),
    getTranslations("search"),
    getTranslations("common.demonstration"),
  ]);
  const size = { perPage: theme.compact ? perCompactPage : perPage, counted: [] };
  const result = await searchCatalogue(query, locale, size);
  const nearest = result.total === 0 ? await findNearest(query, locale) : undefined;
  // What was read into the reader's words goes when they write others; what the site chose stays.
  const kept = [...searchParams({ ...asked, q: "", literal: false, page: 1 }), ...themeParams(theme)];
  const hrefOf = (search: SearchQuery) => `/embed/${locale}?${new URLSearchParams([...searchParams(search), ...themeParams(theme)])}`;
  // What other sites choose is no wish of a reader, and is not counted as one.
  tell({ ...ofSearch(result.source), isTouchedBy: async (takenUp) => nearest !== undefined || (await isTouchedBy(query, takenUp)) });

  return (
    <Themed theme={theme}>
      <title>{t("title", { name: plainText(country.name, locale) })}</title>
      <main className="px-4 py-4">
        {country.demonstration && (
          <p className="mb-3 text-ink-2 text-sm">
            <strong className="font-semibold">{common("label")}</strong> {common("text")}
          </p>
        )}
        <search>
          <form action={`/embed/${locale}`}>
            {kept.map(([name, value]) => (
              <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
            ))}
            <QuestionBox label={t("question")} placeholder={t("hint")} submit={t("find")} defaultValue={asked.q} maxLength={300} />
          </form>
        </search>
        <div role="status" className="mt-5">
          <h1 className="text-xl">{t("found", { count: result.total })}</h1>
        </div>
        <AsRead {...read} hrefOf={hrefOf} />
        {result.source === "database" && <p className="mt-1 text-ink-2">{search("fromDatabase")}</p>}
        {nearest && <p className="mt-1 text-ink-2">{t("nearest")}</p>}
        <EmbedResults items={nearest?.result.items ?? result.items} compact={theme.compact} />
        <Pagination page={result.page} pages={result.pages} href={(page) => hrefOf({ ...asked, page })} />
        <EmbedFoot href={address(locale, `offerings${searchHref(asked)}`)} total={result.total} />
      </main>
      <FitHeight />
    </Themed>
  );
}
