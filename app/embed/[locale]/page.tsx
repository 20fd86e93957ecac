import { getTranslations, setRequestLocale } from "next-intl/server";
import { EmbedFoot, EmbedResults } from "@/components/embed/embed-results";
import { FitHeight } from "@/components/embed/fit-height";
import { Themed } from "@/components/embed/themed";
import { Pagination } from "@/components/ui/pagination";
import { QuestionBox } from "@/components/ui/question-box";
import { findNearest } from "@/lib/catalogue/nearest/queries";
import { searchHref, searchParams } from "@/lib/catalogue/query";
import { searchCatalogue } from "@/lib/catalogue/search";
import { readSearch } from "@/lib/catalogue/understanding/queries";
import { country } from "@/lib/country/country";
import { readTheme, themeParams } from "@/lib/embed/theme";
import { address } from "@/lib/i18n/address";
import { plainText } from "@/lib/texts/texts";

type Props = PageProps<"/embed/[locale]">;

const [perPage, perCompactPage] = [10, 5];

/** A search for the site of somebody else: whoever put it there chose the filters, whoever reads it adds words. */
export default async function EmbedPage({ params, searchParams: given }: Props) {
  const [{ locale }, asked] = await Promise.all([params, given]);
  setRequestLocale(locale);
  const theme = readTheme(asked);
  const { query } = await readSearch(asked);
  const t = await getTranslations("embed");
  const size = { perPage: theme.compact ? perCompactPage : perPage, counted: [] };
  const result = await searchCatalogue(query, locale, size);
  const nearest = result.total === 0 ? await findNearest(query, locale) : undefined;
  const kept = [...searchParams({ ...query, q: "", page: 1 }), ...themeParams(theme)];
  const hrefOf = (page: number) => `/embed/${locale}?${new URLSearchParams([...searchParams({ ...query, page }), ...themeParams(theme)])}`;

  return (
    <Themed theme={theme}>
      <title>{t("title", { name: plainText(country.name, locale) })}</title>
      <main className="px-4 py-4">
        <search>
          <form action={`/embed/${locale}`}>
            {kept.map(([name, value]) => (
              <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
            ))}
            <QuestionBox label={t("question")} placeholder={t("hint")} submit={t("find")} defaultValue={query.q} maxLength={300} />
          </form>
        </search>
        <div role="status" className="mt-5">
          <h1 className="text-xl">{t("found", { count: result.total })}</h1>
        </div>
        {nearest && <p className="mt-1 text-ink-2">{t("nearest")}</p>}
        <EmbedResults items={nearest?.result.items ?? result.items} compact={theme.compact} />
        <Pagination page={result.page} pages={result.pages} href={hrefOf} />
        <EmbedFoot href={address(locale, `offerings${searchHref(query)}`)} total={result.total} />
      </main>
      <FitHeight />
    </Themed>
  );
}
