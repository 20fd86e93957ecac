import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { ChangeList } from "@/components/offerings/change-list";
import { ConsequenceNotice, EffectMarks, WhoIsTold } from "@/components/publication/consequence-notice";
import { MissingElements } from "@/components/publication/missing-elements";
import { OfferingFrame } from "@/components/publication/offering-frame";
import { OtherActs } from "@/components/publication/other-acts";
import { PublishForms } from "@/components/publication/publish-forms";
import { Standing } from "@/components/publication/standing";
import { Button, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { addDays, type Day } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import { type OfferingContent, offeringContent } from "@/lib/offerings/content";
import { coverageOn } from "@/lib/offerings/coverage";
import { findOwnFacts } from "@/lib/offerings/coverage/queries";
import { findOwnOffering, type OwnOffering } from "@/lib/offerings/drafts/queries";
import { consequencesOf, shownMark } from "@/lib/offerings/field-rules";
import { problemsWithContent } from "@/lib/offerings/publishing/publishing";
import { findOrder, type LastOrder } from "@/lib/offerings/scheduling/queries";
import { listOwnSessions } from "@/lib/offerings/sessions/queries";
import { whatChanged } from "@/lib/offerings/what-changed";
import { isAhead } from "@/lib/sessions/planning";
import { nameLabels } from "@/lib/terms/queries";
import { type ProviderFacts, standingOn } from "@/lib/visibility/visibility";
import { cancelScheduleAction, publishAction, restoreAction, scheduleAction } from "./actions";

type Props = PageProps<"/[locale]/manage/offerings/[slug]/publication">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "publication" });
  return { title: t("title"), robots: { index: false } };
}

export default async function PublicationPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/offerings/${slug}/publication`);
  const actor = actorOf(person);
  const own = (await findOwnOffering(actor, slug)) ?? notFound();
  const order = await findOrder(own.id);
  const t = await getTranslations("publication");
  const next = own.pending?.content ?? null;
  const shown = next && shownMark(own.live?.number ?? null, next);
  const open = own.status === "draft" || own.status === "published";
  const standing = order?.kind === "scheduled" && own.pending?.publishOn === null ? undefined : order;
  const may = {
    withdraw: mayAtAll(actor, "offering.withdraw"),
    archive: mayAtAll(actor, "offering.archive"),
    copy: mayAtAll(actor, "offering.write"),
  };
  const mayPublish = mayAtAll(actor, "offering.publish");

  return (
    <OfferingFrame person={person} own={own} tab="publication" done={(await searchParams).done}>
      <Standing own={own} order={standing} shown={shown} />
      {standing?.kind === "scheduled" && mayPublish && (
        <form action={cancelScheduleAction.bind(null, slug)} className="mt-3">
          <Button look="quiet" type="submit">
            {t("publish.cancel")}
          </Button>
        </form>
      )}
      {own.status === "withdrawn" && may.withdraw && (
        <form action={restoreAction.bind(null, slug)} className="mt-4">
          <Button type="submit">{t("acts.restore")}</Button>
        </form>
      )}
      {open && next && shown && (
        <Next own={own} next={next} shown={shown} order={standing} mayPublish={mayPublish} ahead={await countAhead()} />
      )}
      {open && !next && (
        <p className="mt-6 flex flex-wrap items-center gap-4">
          {t("nothingPending")}
          <ButtonLink look="quiet" href={address(locale, `manage/offerings/${slug}/edit/learn`)}>
            {t("edit")}
          </ButtonLink>
        </p>
      )}
      <OtherActs slug={slug} status={own.status} may={may} />
    </OfferingFrame>
  );

  async function countAhead(): Promise<number> {
    const sessions = (await listOwnSessions(actor, slug)) ?? [];
    return sessions.filter((session) => isAhead(session, today())).length;
  }
}

type NextProps = {
  own: OwnOffering;
  next: OfferingContent;
  shown: string;
  order: LastOrder | undefined;
  mayPublish: boolean;
  ahead: number;
};

/** Why nobody would see it although it may be published: what an authority has decided about the provider or this part of its catalogue. */
function whyHidden(own: OwnOffering, { eqf, fields, setting }: OfferingContent, facts: ProviderFacts, day: Day) {
  const scope = { offeringId: own.id, eqf: eqf ?? 0, fields, setting, nuts: own.provider.nuts, effectiveFrom: day };
  const standing = standingOn(day, scope, facts);
  if (standing.visible) return null;
  return standing.why === "suspended" || standing.why === "restricted" ? standing.why : "not-registered";
}

/** The next state beside the live one, what publishing it does, and the forms that do it. */
async function Next({ own, next, shown, order, mayPublish, ahead }: NextProps) {
  const [t, problems] = await Promise.all([getTranslations("publication"), getTranslations("problems")]);
  const { live, slug } = own;
  const consequences = consequencesOf(live?.content ?? null, next);
  const day = today();
  const [facts, labels] = await Promise.all([findOwnFacts(own), nameLabels(await getLocale())]);
  const coverage = coverageOn(day, facts.accreditations, own.provider.nuts);
  const uncovered = coverage(consequences.step === "new-offering" ? null : own.id, next);
  const missing = [...problemsWithContent(next, day), ...uncovered];
  const number = consequences.step === "new-offering" ? 1 : (live?.number ?? 0) + 1;
  const outside = missing.filter((one) => one.code === "ectsOutOfBounds" || uncovered.includes(one));
  const hidden = missing.length === 0 ? whyHidden(own, next, facts, day) : null;
  const empty = offeringContent.parse({ originalLanguage: next.originalLanguage });
  if (consequences.step === "unchanged") return <p className="mt-6">{t("same")}</p>;

  return (
    <>
      {live && <ConsequenceNotice consequences={consequences} live={live.content} next={next} number={number} />}
      <Section id="missing" title={t(missing.length > 0 ? "missing.title" : "missing.none")}>
        {outside.map(({ code }) => (
          <p key={code} className="mb-3 font-semibold text-bad">
            {problems(code)}
          </p>
        ))}
        {hidden && <p className="mb-3 max-w-[62ch] border-warn border-s-4 bg-warn-soft px-4 py-3">{t(`notShown.${hidden}`)}</p>}
        <MissingElements slug={slug} content={next} />
      </Section>
      <Section id="changes" title={t(live ? "changes" : "contents")}>
        {live ? (
          <ChangeList
            labels={labels}
            changes={consequences.changes}
            original={next.originalLanguage}
            noteFor={(field) => {
              const change = consequences.changes.find((one) => one.field === field);
              return change && <EffectMarks makes={change.makes} reopensReview={change.reopensReview} />;
            }}
          />
        ) : (
          <ChangeList labels={labels} changes={whatChanged(empty, next)} original={next.originalLanguage} onlyNow />
        )}
      </Section>
      <Section id="told" title={t("told.title")}>
        {live ? <WhoIsTold consequences={consequences} /> : <p className="max-w-[62ch]">{t("told.first")}</p>}
      </Section>
      {mayPublish && (
        <Section id="publish" title={t("publish.title")}>
          {missing.length > 0 ? (
            <p>{t("publish.not")}</p>
          ) : (
            <PublishForms
              publish={publishAction.bind(null, slug)}
              schedule={scheduleAction.bind(null, slug)}
              shown={shown}
              tomorrow={addDays(today(), 1)}
              scheduledFor={order?.kind === "scheduled" ? order.order.on : null}
              label={t(`publish.${live ? consequences.step : "first"}`, { number })}
              ahead={consequences.step === "new-offering" ? ahead : 0}
            />
          )}
        </Section>
      )}
    </>
  );
}
