import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Database, db } from "@/db";
import { feedbackResponses, offerings, organisations, peerReviews, type Texts, versions } from "@/db/schema";
import { hashOf } from "@/lib/auth/secret";
import { dayOf, today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { publicSummaries, type ScoreCount, type Summary, summarise } from "@/lib/feedback/feedback";
import { nameOn } from "@/lib/providers/names/queries";

export type Review = {
  id: string;
  kind: "provider" | "employer";
  organisation: { name: Texts; slug: string };
  text: string;
  locale: string;
  versionNumber: number;
  signedOn: Day;
};
export type Response = { id: string; text: Texts; versionNumber: number; writtenOn: Day };

/** What others say of an offering, as far as the public may know it. */
export type Voices = { summaries: Summary[]; reviews: Review[]; responses: Response[] };

export async function findVoices(offeringId: string): Promise<Voices> {
  const [summaries, reviews, responses] = await Promise.all([
    listSummaries(offeringId),
    listReviewsOf(offeringId),
    listResponses(offeringId),
  ]);
  return { summaries: publicSummaries(summaries), reviews, responses };
}

/** Results by version, however few: for the provider and the authority. */
export async function listSummaries(offeringId: string, from: Database = db): Promise<Summary[]> {
  return summarise(
    await from.execute<ScoreCount>(sql`
      select a.version_number as "versionNumber", s.key as question, s.value::int as score, count(*)::int as answers
      from feedback_answers a, jsonb_each_text(a.scores) s where a.offering_id = ${offeringId} group by 1, 2, 3`),
  );
}

export async function listReviewsOf(offeringId: string): Promise<Review[]> {
  const o = alias(organisations, "o");
  const rows = await db
    .select({
      id: peerReviews.id,
      kind: peerReviews.kind,
      name: nameOn(sql`o.id`, today()),
      slug: o.slug,
      text: peerReviews.text,
      locale: peerReviews.locale,
      versionNumber: peerReviews.versionNumber,
      signedAt: peerReviews.signedAt,
    })
    .from(peerReviews)
    .innerJoin(o, eq(o.id, peerReviews.organisationId))
    .where(and(eq(peerReviews.offeringId, offeringId), isNull(peerReviews.withdrawnAt)))
    .orderBy(desc(peerReviews.signedAt));
  return rows.map(({ name, slug, signedAt, ...review }) => ({ ...review, organisation: { name, slug }, signedOn: dayOf(signedAt) }));
}

export async function listResponses(offeringId: string): Promise<Response[]> {
  const rows = await db
    .select()
    .from(feedbackResponses)
    .where(eq(feedbackResponses.offeringId, offeringId))
    .orderBy(desc(feedbackResponses.writtenAt), asc(feedbackResponses.id));
  return rows.map(({ id, text, versionNumber, writtenAt }) => ({ id, text, versionNumber, writtenOn: dayOf(writtenAt) }));
}

/** What a link asks about, while it can still be used. */
export async function findFeedbackLink(token: string, day: Day): Promise<{ title: Texts; original: string; provider: Texts } | undefined> {
  const o = alias(offerings, "o");
  const v = alias(versions, "v");
  const [row] = await db
    .select({
      title: sql<Texts>`v.content->'title'`,
      original: sql<string>`v.content->>'originalLanguage'`,
      provider: nameOn(sql`o.provider_id`, day),
    })
    .from(sql`feedback_links l`)
    .innerJoin(o, sql`o.id = l.offering_id`)
    .innerJoin(v, sql`v.offering_id = o.id and v.number = l.version_number`)
    .where(sql`l.token_hash = ${hashOf(token)} and l.expires_on >= ${day}::date`);
  return row;
}
