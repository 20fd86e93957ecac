import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ForWhom, StandsBehind, WhatItIs } from "@/components/layout/front-sections";
import { FieldTiles } from "@/components/offerings/field-tiles";
import { Hillside } from "@/components/offerings/hillside";
import { SearchBox } from "@/components/offerings/search-box";
import { parseSearchQuery, searchHref } from "@/lib/catalogue/query";
import { countTopics } from "@/lib/catalogue/search";
import { address } from "@/lib/i18n/address";
import { pageMetadata } from "@/lib/i18n/metadata";
import { tell } from "@/lib/insight/telling";
import { ofSearch } from "@/lib/sources/sources";

type Props = PageProps<"/[locale]">;

/** Searches that show what the filters can do: real addresses, with words in the reader's language. */
const examples = [
  { key: "online", filters: { mode: "online" } },
  { key: "free", filters: { field: "09", free: "1" } },
  { key: "level", filters: { eqf: "4" } },
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "front" });
  return pageMetadata({ locale, path: "", title: t("title"), description: t("lead") });
}

export default async function FrontPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, { topics, source }] = await Promise.all([getTranslations("front"), countTopics()]);
  // How many offerings a field has does not rest on their sessions.
  tell({ ...ofSearch(source), isTouchedBy: async ({ added, changed }) => added.length + changed.length > 0 });

  return (
    <main id="main">
      <div className="relative isolate">
        <Hillside className="absolute inset-x-0 bottom-0 -z-1 h-44 w-full sm:h-60 lg:h-100" />
        <div className="wrap pt-12 pb-48 sm:pt-20 sm:pb-56 lg:pb-40">
          <h1 className="text-display leading-[1.06] tracking-tight">{t.rich("headline", { br: () => <br /> })}</h1>
          <p className="mt-5 mb-9 max-w-[46ch] text-ink-2 text-xl leading-snug">{t("lead")}</p>
          <SearchBox />
          <p className="mt-4 flex flex-wrap items-center gap-x-5 text-sm">
            <span className="text-ink-2">{t("try")}</span>
            {examples.map(({ key, filters }) => (
              <a
                key={key}
                href={address(locale, `offerings${searchHref(parseSearchQuery({ q: t(`example.${key}.words`), ...filters }))}`)}
                className="inline-flex min-h-8 items-center"
              >
                {t(`example.${key}.label`)}
              </a>
            ))}
            <a href={address(locale, "guided")} className="inline-flex min-h-8 items-center">
              {t("guided")}
            </a>
          </p>
        </div>
      </div>
      <section aria-labelledby="fields" className="bg-ground pt-8 pb-14">
        <div className="wrap">
          <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6">
            <h2 id="fields" className="text-2xl">
              {t("fields.heading")}
            </h2>
            <a href={address(locale, "offerings")} className="inline-flex min-h-8 items-center">
              {t("fields.all")}
            </a>
          </div>
          <FieldTiles topics={topics} />
        </div>
      </section>
      <WhatItIs locale={locale} />
      <StandsBehind />
      <ForWhom />
    </main>
  );
}
