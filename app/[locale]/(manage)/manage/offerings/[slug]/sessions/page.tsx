import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OfferingFrame } from "@/components/publication/offering-frame";
import { PlanningTable } from "@/components/sessions/planning-table";
import { Button, ButtonLink } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { findOwnOffering } from "@/lib/offerings/drafts/queries";
import { listOwnSessions, toFacts } from "@/lib/offerings/sessions/queries";
import { currentMark } from "@/lib/offerings/sessions/seen";
import { paged } from "@/lib/pages/paged";
import { isCurrent } from "@/lib/sessions/session";
import { confirmAction } from "./actions";

type Props = PageProps<"/[locale]/manage/offerings/[slug]/sessions">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "sessions" });
  return { title: t("title"), robots: { index: false } };
}

export default async function SessionsPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/offerings/${slug}/sessions`);
  const actor = actorOf(person);
  const own = (await findOwnOffering(actor, slug)) ?? notFound();
  const sessions = ((await listOwnSessions(actor, slug)) ?? []).map(toFacts);
  const { done, count, page, past: pastPage } = await searchParams;
  const t = await getTranslations("sessions");
  const day = today();
  const current = sessions.filter((session) => isCurrent(session, day));
  const past = sessions.filter((session) => !isCurrent(session, day)).reverse();
  const [ahead, over] = [paged(current, page), paged(past, pastPage)];
  const mayWrite = mayAtAll(actor, "offering.write") && own.status !== "archived";
  const here = address(locale, `manage/offerings/${slug}/sessions`);
  const to = (rest: string) => `${here}/${rest}`;
  const edit = (session: { id: string; externalId: string }) => (
    <a href={to(session.id)} className="inline-flex min-h-8 items-center">
      {t("edit")} <span className="sr-only">{session.externalId}</span>
    </a>
  );
  const actions = mayWrite ? { actions: edit } : {};

  return (
    <OfferingFrame person={person} own={own} tab="sessions" done={done} doneValues={{ count: Number(count) || 0 }}>
      <div className="mt-6">
        <Notice>{t(own.status === "published" ? "public" : "notPublic")}</Notice>
      </div>
      {mayWrite && (
        <div className="mt-5 flex flex-wrap gap-3">
          <ButtonLink href={to("new")}>{t("add")}</ButtonLink>
          {sessions.some(({ startsOn }) => startsOn !== null) && (
            <ButtonLink look="quiet" href={to("repeat")}>
              {t("repeat.open")}
            </ButtonLink>
          )}
          {current.length > 0 && (
            <form action={confirmAction.bind(null, slug, currentMark(sessions, day))}>
              <Button look="quiet" type="submit">
                {t("confirm", { count: current.length })}
              </Button>
            </form>
          )}
        </div>
      )}
      <Section id="current" title={t("current")}>
        {current.length > 0 ? (
          <>
            <PlanningTable sessions={ahead.shown} day={day} caption={t("current")} {...actions} />
            <Pagination page={ahead.page} pages={ahead.pages} href={(one) => `${here}?page=${one}`} />
          </>
        ) : (
          <p className="max-w-[62ch] text-ink-2">{t("none")}</p>
        )}
      </Section>
      {past.length > 0 && (
        <div id="past">
          <Details summary={t("past", { count: past.length })} open={pastPage !== undefined} className="mt-6">
            <PlanningTable sessions={over.shown} day={day} caption={t("pastCaption")} {...actions} />
            <Pagination page={over.page} pages={over.pages} href={(one) => `${here}?past=${one}#past`} />
          </Details>
        </div>
      )}
    </OfferingFrame>
  );
}
