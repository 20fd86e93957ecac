import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DemandFilter } from "@/components/searches/demand-filter";
import { DemandNumbers } from "@/components/searches/demand-numbers";
import { GapTable } from "@/components/searches/gap-table";
import { RegionGrid } from "@/components/searches/region-grid";
import { SoughtWordsList } from "@/components/searches/sought-words-list";
import { ThemeChart } from "@/components/searches/theme-chart";
import { ButtonLink } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { demandQuery } from "@/lib/insight/demand/input";
import { findDemand } from "@/lib/insight/demand/queries";

type Props = PageProps<"/[locale]/oversight/statistics/searches">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "statistics.demand" });
  return { title: t("title"), robots: { index: false } };
}

export default async function SearchesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/statistics/searches");
  const query = demandQuery.parse(await searchParams);
  const found = await findDemand(actorOf(person), today(), query);
  if (!found) notFound();
  const t = await getTranslations("statistics.demand");
  const here = address(locale, "oversight/statistics/searches");
  const file = (of: string) => `${here}/file?${new URLSearchParams({ ...query, page: "1", of })}`;

  return (
    <DeskPage
      person={person}
      part="statistics"
      title={t("title")}
      intro={t("intro")}
      actions={
        <ButtonLink href={address(locale, "oversight/statistics")} look="quiet" className="print:hidden">
          {t("back")}
        </ButtonLink>
      }
    >
      <DemandFilter here={here} query={query} own={found.own} languages={found.languages} />
      <DemandNumbers searches={found.searches} unanswered={found.unanswered} />
      <Section id="themes" title={t("themes.title")} aside={<a href={file("themes")}>{t("file")}</a>}>
        <p className="mb-5 max-w-[68ch] text-ink-2 text-sm">{t("definition")}</p>
        {found.themes.length === 0 ? <Nothing className="">{t("none")}</Nothing> : <ThemeChart themes={found.themes} />}
      </Section>
      {found.gaps.length > 0 && (
        <Section id="regions" title={t("regions.title")}>
          <p className="mb-5 max-w-[68ch] text-ink-2 text-sm">{t("regions.definition")}</p>
          <RegionGrid demand={found.gaps} own={found.own} />
          <GapTable gaps={found.gaps} here={here} query={query} />
        </Section>
      )}
      <Section id="words" title={t("words.title")} aside={<a href={file("words")}>{t("words.file")}</a>}>
        <p className="mb-4 max-w-[68ch] text-ink-2 text-sm">{t("words.definition")}</p>
        <SoughtWordsList found={found.words} here={here} query={query} />
      </Section>
    </DeskPage>
  );
}
