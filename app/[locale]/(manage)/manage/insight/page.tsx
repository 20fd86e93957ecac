import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { InsightTable } from "@/components/insight/insight-table";
import { Wanted } from "@/components/insight/wanted";
import { WeeksChart } from "@/components/insight/weeks-chart";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { byWeek, lastWeeks } from "@/lib/insight/insight";
import { listInsight, listWanted } from "@/lib/insight/queries";
import { paged } from "@/lib/pages/paged";

type Props = PageProps<"/[locale]/manage/insight">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "insight" });
  return { title: t("title"), robots: { index: false } };
}

export default async function InsightPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/insight");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "insight.read")) notFound();
  const day = today();
  const [t, offerings, wanted] = await Promise.all([getTranslations("insight"), listInsight(actor, day), listWanted(actor, day)]);
  const list = paged(offerings, (await searchParams).page);
  const all = byWeek(
    offerings.flatMap(({ weeks }) => weeks),
    lastWeeks(day),
  );

  return (
    <DeskPage person={person} part="insight" title={t("title")} intro={t("intro")}>
      {offerings.length === 0 ? (
        <Nothing>{t("none")}</Nothing>
      ) : (
        <>
          <Section id="all" title={t("all")}>
            <WeeksChart weeks={all} />
          </Section>
          <Section id="offerings" title={t("byOffering")}>
            <InsightTable offerings={list.shown} />
            <Pagination page={list.page} pages={list.pages} href={(one) => address(locale, `manage/insight?page=${one}#offerings`)} />
          </Section>
        </>
      )}
      <Section id="wanted" title={t("wanted.title")}>
        <p className="mb-4 max-w-[62ch] text-ink-2">{t("wanted.text")}</p>
        <Wanted wanted={wanted} />
      </Section>
    </DeskPage>
  );
}
