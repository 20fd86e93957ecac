import "server-only";
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { db } from "@/db";
import { feedbackAnswers, feedbackLinkCounts, feedbackLinks, offerings, sessions, type Texts, versions } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import type { Day } from "@/lib/days/days";
import { mayInvite, type Summary } from "./feedback";
import { listResponses, listReviewsOf, listSummaries, type Response, type Review } from "./public/queries";

export type OfferingFeedback = { slug: string; title: Texts; original: string; answers: number; reviews: number; invitable: number };

/** One's own offerings with what was said of each, those with the most answers first. */
export async function listFeedback(actor: Actor, day: Day): Promise<OfferingFeedback[]> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "feedback.read", { organisationId })) return [];
  return await db.execute<OfferingFeedback>(sql`
    select o.slug, v.content->'title' as title, v.content->>'originalLanguage' as original,
      (select count(*)::int from feedback_answers a where a.offering_id = o.id) as answers,
      (select count(*)::int from peer_reviews r where r.offering_id = o.id and r.withdrawn_at is null) as reviews,
      (select count(*)::int from sessions s where s.offering_id = o.id and s.cancelled_on is null
        and coalesce(s.ends_on, s.starts_on) between ${day}::date - 366 and ${day}::date + 14) as invitable
    from offerings o join versions v on v.id = o.current_version_id
    where o.provider_id = ${organisationId} and o.status <> 'draft'
    order by answers desc, reviews desc, invitable desc, v.title limit 10000`);
}

export type InvitableSession = { id: string; startsOn: Day | null; endsOn: Day | null; externalId: string; links: number; used: number };

export type FeedbackView = {
  id: string;
  slug: string;
  title: Texts;
  original: string;
  sessions: InvitableSession[];
  summaries: Summary[];
  /** Without their days: in a small group a day could say who wrote it. */
  texts: { text: string; locale: string; versionNumber: number }[];
  reviews: Review[];
  responses: Response[];
};

/** All that was said of one's own offering. */
export async function findFeedback(actor: Actor, slug: string, day: Day): Promise<FeedbackView | undefined> {
  const [row] = await db
    .select({ id: offerings.id, slug: offerings.slug, providerId: offerings.providerId, content: versions.content })
    .from(offerings)
    .innerJoin(versions, eq(versions.id, offerings.currentVersionId))
    .where(eq(offerings.slug, slug));
  if (!row || !may(actor, "feedback.read", row)) return undefined;
  const { title, originalLanguage } = row.content as { title: Texts; originalLanguage: string };
  const [own, summaries, texts, reviews, responses] = await Promise.all([
    listSessions(row.id, day),
    listSummaries(row.id),
    listTexts(row.id),
    listReviewsOf(row.id),
    listResponses(row.id),
  ]);
  return { id: row.id, slug: row.slug, title, original: originalLanguage, sessions: own, summaries, texts, reviews, responses };
}

async function listSessions(offeringId: string, day: Day): Promise<InvitableSession[]> {
  const rows = await db
    .select({
      id: sessions.id,
      externalId: sessions.externalId,
      startsOn: sessions.startsOn,
      endsOn: sessions.endsOn,
      cancelledOn: sessions.cancelledOn,
      links: sql<number>`coalesce(${feedbackLinkCounts.made}, 0)`,
      left: sql<number>`(select count(*)::int from ${feedbackLinks} l where l.session_id = ${sessions.id})`,
    })
    .from(sessions)
    .leftJoin(feedbackLinkCounts, eq(feedbackLinkCounts.sessionId, sessions.id))
    .where(eq(sessions.offeringId, offeringId))
    .orderBy(desc(sessions.startsOn));
  return rows.filter((session) => mayInvite(session, day)).map(({ left, ...session }) => ({ ...session, used: session.links - left }));
}

/** In an order that says nothing of when they came. */
async function listTexts(offeringId: string) {
  return await db
    .select({ text: feedbackAnswers.text, locale: feedbackAnswers.locale, versionNumber: feedbackAnswers.versionNumber })
    .from(feedbackAnswers)
    .where(and(eq(feedbackAnswers.offeringId, offeringId), ne(feedbackAnswers.text, "")))
    .orderBy(desc(feedbackAnswers.versionNumber), feedbackAnswers.id);
}
