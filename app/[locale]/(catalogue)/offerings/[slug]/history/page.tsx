import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ChangeList } from "@/components/offerings/change-list";
import { LocalText } from "@/components/offerings/local-text";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { pageMetadata } from "@/lib/i18n/metadata";
import { findHistory } from "@/lib/offerings/queries";
import { whatChanged } from "@/lib/offerings/what-changed";
import { nameLabels } from "@/lib/terms/queries";
import { plainText, textIn } from "@/lib/texts/texts";

type Props = PageProps<"/[locale]/offerings/[slug]/history">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const history = (await findHistory(slug)) ?? notFound();
  const t = await getTranslations("offering.history");
  const title = plainText(history.content.title, locale, history.content.originalLanguage);
  return pageMetadata({
    locale,
    path: `offerings/${slug}/history`,
    title: t("metaTitle", { title }),
    description: t("lead"),
    noindex: true,
  });
}

export default async function HistoryPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const history = (await findHistory(slug)) ?? notFound();
  const [t, labels] = await Promise.all([getTranslations("offering"), nameLabels(locale)]);
  const title = textIn(history.content.title, locale, history.content.originalLanguage);
  const page = address(locale, `offerings/${slug}`);

  return (
    <main id="main" className="wrap pb-8">
      <Breadcrumb
        label={t("breadcrumb")}
        steps={[
          { href: address(locale, "offerings"), name: t("find") },
          { href: page, name: title?.text ?? slug, ...(title?.foreign ? { lang: title.language } : {}) },
        ]}
        here={{ name: t("history.title") }}
      />
      <h1 className="mt-4 text-3xl">{t("history.title")}</h1>
      <p className="mt-2 text-lg">
        <LocalText texts={history.content.title} original={history.content.originalLanguage} />
      </p>
      <p className="mt-2 max-w-[62ch] text-ink-2">{t("history.lead")}</p>
      {history.versions.map((version, position) => {
        const before = history.versions[position + 1];
        const current = version.number === history.current;
        return (
          <section key={version.number} aria-labelledby={`version-${version.number}`} className="mt-10 max-w-[60rem]">
            <h2 id={`version-${version.number}`} className="text-2xl">
              {t("history.version", { number: version.number })}
              {current && (
                <span className="ms-3 rounded-sm bg-good-soft px-2 py-0.5 align-middle font-semibold font-text text-good text-sm tracking-normal">
                  {t("history.current")}
                </span>
              )}
            </h2>
            <p className="mt-1 mb-3 text-ink-2 text-sm">
              {t("history.dates", {
                from: formatDay(version.effectiveFrom, locale, "long"),
                published: formatDay(dayOf(version.publishedAt), locale, "long"),
              })}
              {" · "}
              <a href={current ? page : `${page}?version=${version.number}`}>{t("history.read", { number: version.number })}</a>
            </p>
            {before ? (
              <ChangeList
                labels={labels}
                changes={whatChanged(before.content, version.content)}
                original={version.content.originalLanguage}
              />
            ) : (
              <p className="border-line border-t py-3">{t("history.first")}</p>
            )}
          </section>
        );
      })}
    </main>
  );
}
