import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { FeedButtons } from "@/components/harvest/feed-buttons";
import { FeedFacts } from "@/components/harvest/feed-facts";
import { FeedFields } from "@/components/harvest/feed-fields";
import { RunTable } from "@/components/harvest/run-table";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { dayOf, now } from "@/lib/clock";
import { feedState } from "@/lib/harvest/feed-state";
import { countMissing, findFeed, listMappingNames, listRuns } from "@/lib/harvest/queries";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { paged } from "@/lib/pages/paged";
import { askForRunAction, changeFeedAction, pauseFeedAction, removeFeedAction } from "./actions";

type Props = PageProps<"/[locale]/manage/harvest/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "harvest" });
  return { title: t("title"), robots: { index: false } };
}

/** Of a feed that is read each hour, those of six weeks. */
const mostRuns = 1000;

export default async function FeedPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/harvest/${id}`);
  const actor = actorOf(person);
  const feed = await findFeed(actor, id);
  if (!feed) notFound();
  const [t, desk, format] = await Promise.all([getTranslations("harvest"), getTranslations("desk"), getFormatter()]);
  const [runs, missing, mappings] = await Promise.all([listRuns(id, mostRuns), countMissing(id), listMappingNames(actor)]);
  const moment = (at: Date) =>
    `${formatDay(dayOf(at), locale)}, ${format.dateTime(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}`;
  const { paused, nextRunAt } = feed;
  const next = paused || !nextRunAt ? t("never") : nextRunAt <= now() ? t("soon") : moment(nextRunAt);
  const query = await searchParams;
  const list = paged(runs, query.page);
  const last = runs.find(({ test }) => !test) ?? null;
  const state = feedState(feed, last);
  const mayManage = mayAtAll(actor, "harvest.manage");
  const actions = {
    run: askForRunAction.bind(null, id, {}),
    test: askForRunAction.bind(null, id, { test: true }),
    accept: askForRunAction.bind(null, id, { accepted: true }),
    pause: pauseFeedAction.bind(null, id, !paused),
  };

  return (
    <DeskPage person={person} part="harvest" title={feed.name} done={query.done}>
      <FeedFacts feed={feed} state={state} next={next} missing={missing} />
      {mayManage && <FeedButtons actions={actions} state={state} paused={paused} doubt={last?.problem?.value ?? ""} />}
      <Section id="runs" title={t("runs.title")}>
        {runs.length > 0 ? <RunTable runs={list.shown.map((run) => ({ ...run, when: moment(run.startedAt) }))} /> : <p>{t("runs.none")}</p>}
        <Pagination page={list.page} pages={list.pages} href={(one) => address(locale, `manage/harvest/${id}?page=${one}#runs`)} />
      </Section>
      {mayManage && (
        <Section id="settings" title={t("feed.settings")}>
          <ActionForm
            action={changeFeedAction.bind(null, id)}
            problemsTitle={desk("problems")}
            label={t("feed.settings")}
            className="grid gap-5 sm:max-w-xl"
          >
            <FeedFields feed={feed} mappings={mappings} />
            <Button type="submit" className="justify-self-start">
              {t("form.save")}
            </Button>
          </ActionForm>
          <Details summary={t("feed.remove")} className="mt-8">
            <form action={removeFeedAction.bind(null, id)} className="mt-2">
              <p className="mb-3 max-w-[62ch]">{t("feed.removeText")}</p>
              <Button type="submit" look="quiet">
                {t("feed.removeNow")}
              </Button>
            </form>
          </Details>
        </Section>
      )}
    </DeskPage>
  );
}
