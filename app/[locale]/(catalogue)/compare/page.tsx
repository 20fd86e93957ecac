import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ComparisonTable } from "@/components/comparisons/comparison-table";
import { PaperFoot } from "@/components/layout/paper-foot";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { Notice } from "@/components/ui/notice";
import { today } from "@/lib/clock";
import { type Compared, comparedGroups, differsIn, mostCompared, toCompared } from "@/lib/comparisons/comparison";
import { env } from "@/lib/env";
import { address } from "@/lib/i18n/address";
import { pageMetadata } from "@/lib/i18n/metadata";
import { tell } from "@/lib/insight/telling";
import { chosenQuery, readChosen } from "@/lib/lists/chosen";
import { findOffering } from "@/lib/offerings/queries";
import { sourcesOf } from "@/lib/offerings/sources";
import "./print.css";

type Props = PageProps<"/[locale]/compare">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ locale }, { o }] = await Promise.all([params, searchParams]);
  const t = await getTranslations({ locale, namespace: "compare" });
  return pageMetadata({ locale, path: `compare${chosenQuery(readChosen(o))}`, title: t("title"), description: t("lead"), noindex: true });
}

export default async function ComparePage({ params, searchParams }: Props) {
  const [{ locale }, { o, only }] = await Promise.all([params, searchParams]);
  setRequestLocale(locale);
  const chosen = readChosen(o);
  const [t, views] = await Promise.all([
    getTranslations("compare"),
    Promise.all(chosen.slice(0, mostCompared).map((slug) => findOffering(slug, null))),
  ]);
  const day = today();
  const compared = views.flatMap((view) => (view ? [toCompared(view, day)] : []));
  // A slug that nobody holds yet is no source: such a page goes with any write.
  if (compared.length === views.length) tell({ from: compared.flatMap(({ view }) => sourcesOf(view)) });
  const hrefOf = (slugs: string[], more = {}) => address(locale, `compare${chosenQuery(slugs, more)}`);
  const onlyDifferences = only === "differences" && compared.length > 1;

  return (
    <main id="main" className="wrap pb-8">
      <Breadcrumb label={t("breadcrumb")} steps={[{ href: address(locale, "offerings"), name: t("find") }]} />
      <h1 className="mt-4 text-3xl">{t("title")}</h1>
      <LeftOut
        unknown={chosen.slice(0, mostCompared).filter((_, at) => !views[at])}
        tooMany={chosen.slice(mostCompared)}
        locale={locale}
        all={chosen}
      />
      {compared.length === 0 ? (
        <Nothing action={<ButtonLink href={address(locale, "offerings")}>{t("toSearch")}</ButtonLink>}>{t("empty")}</Nothing>
      ) : (
        <>
          {compared.length > 1 ? (
            <Differences
              rows={countRows(compared, day)}
              only={onlyDifferences}
              href={hrefOf(chosen, onlyDifferences ? {} : { only: "differences" })}
            />
          ) : (
            <p className="mt-3 max-w-[62ch] text-ink-2">{t("one")}</p>
          )}
          <ComparisonTable
            compared={compared}
            day={day}
            onlyDifferences={onlyDifferences}
            hrefWithout={(slug) =>
              hrefOf(
                chosen.filter((one) => one !== slug),
                onlyDifferences ? { only: "differences" } : {},
              )
            }
          />
          <p className="mt-8 flex flex-wrap gap-3 print:hidden">
            <ButtonLink look="quiet" href={address(locale, `lists${chosenQuery(chosen)}`)} rel="nofollow">
              {t("asList")}
            </ButtonLink>
            <ButtonLink look="quiet" href={address(locale, "offerings")}>
              {t("toSearch")}
            </ButtonLink>
          </p>
          <PaperFoot url={new URL(hrefOf(chosen), env.SITE_URL).href} day={day} />
        </>
      )}
    </main>
  );
}

function countRows(compared: Compared[], day: string) {
  const rows = Object.values(comparedGroups).flat();
  return { all: rows.length, differing: rows.filter((row) => differsIn(row, compared, day)).length };
}

async function Differences({ rows, only, href }: { rows: ReturnType<typeof countRows>; only: boolean; href: string }) {
  const t = await getTranslations("compare");
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1">
      <span>{t("counted", rows)}</span>
      {rows.differing > 0 && rows.differing < rows.all && (
        <a href={href} rel="nofollow" className="inline-flex min-h-8 items-center print:hidden">
          {t(only ? "showAll" : "onlyDifferences")}
        </a>
      )}
    </p>
  );
}

type LeftOutProps = { unknown: string[]; tooMany: string[]; all: string[]; locale: string };

/** What the address names and the table does not show: too many, or nothing that the register knows. */
async function LeftOut({ unknown, tooMany, all, locale }: LeftOutProps) {
  const t = await getTranslations("compare");
  return (
    <div className="mt-4 space-y-3 empty:hidden">
      {unknown.map((slug) => (
        <Notice key={slug}>{t("unknown", { slug })}</Notice>
      ))}
      {tooMany.length > 0 && (
        <Notice>
          {t("tooMany", { most: mostCompared, count: tooMany.length })}{" "}
          <a href={address(locale, `lists${chosenQuery(all)}`)} rel="nofollow">
            {t("allAsList")}
          </a>
        </Notice>
      )}
    </div>
  );
}
