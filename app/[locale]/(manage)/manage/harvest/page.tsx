import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { FeedTable } from "@/components/harvest/feed-table";
import { ButtonLink } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { dayOf, now } from "@/lib/clock";
import { feedState } from "@/lib/harvest/feed-state";
import { type ListedFeed, listFeeds } from "@/lib/harvest/queries";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { paged } from "@/lib/pages/paged";

type Props = PageProps<"/[locale]/manage/harvest">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "harvest" });
  return { title: t("title"), robots: { index: false } };
}

export default async function FeedsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/harvest");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "harvest.read")) notFound();
  const [t, problems, format, feeds] = await Promise.all([
    getTranslations("harvest"),
    getTranslations("problems"),
    getFormatter(),
    listFeeds(actor),
  ]);
  const mayManage = mayAtAll(actor, "harvest.manage");
  const moment = (at: Date) =>
    `${formatDay(dayOf(at), locale)}, ${format.dateTime(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}`;
  const next = ({ paused, nextRunAt }: ListedFeed) =>
    paused || !nextRunAt ? t("never") : nextRunAt <= now() ? t("soon") : moment(nextRunAt);
  const query = await searchParams;
  const list = paged(feeds, query.page);
  const rows = list.shown.map((feed) => ({
    ...feed,
    state: feedState(feed, feed.lastRun),
    problem: feed.lastRun?.problem ? problems(feed.lastRun.problem.code) : null,
    next: next(feed),
  }));

  return (
    <DeskPage
      person={person}
      part="harvest"
      title={t("title")}
      intro={t("intro")}
      done={query.done}
      actions={mayManage && <ButtonLink href={address(locale, "manage/harvest/new")}>{t("add")}</ButtonLink>}
    >
      {rows.length > 0 ? <FeedTable feeds={rows} /> : <Nothing>{mayManage ? t("none") : t("noneViewer")}</Nothing>}
      <Pagination page={list.page} pages={list.pages} href={(one) => address(locale, `manage/harvest?page=${one}`)} />
    </DeskPage>
  );
}
