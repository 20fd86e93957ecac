import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { feedbackAnswers, feedbackLinkCounts, feedbackLinks, feedbackResponses, offerings, sessions, type Texts } from "@/db/schema";
import { type Actor, may, type Permission, personIdOf } from "@/lib/auth/permissions";
import { hashOf, newSecret } from "@/lib/auth/secret";
import { addDays, type Day } from "@/lib/days/days";
import { recordEvents } from "@/lib/events/commands";
import { ok, type Result, refuse } from "@/lib/result";
import { linkDays, linksPerSession, mayInvite } from "./feedback";
import { type AnswerInput, isId } from "./input";

/** Makes one-time links for those who completed a session. They are answered once, here, and only their hashes are kept. */
export async function inviteToFeedback(
  actor: Actor,
  { sessionId, count }: { sessionId: string; count: number },
  day: Day,
): Promise<Result<{ tokens: string[] }>> {
  if (!isId(sessionId)) return refuse({ code: "sessionUnknown" });
  return await db.transaction(async (tx) => {
    const [found] = await tx
      .select({ session: sessions, providerId: offerings.providerId })
      .from(sessions)
      .innerJoin(offerings, eq(offerings.id, sessions.offeringId))
      .where(eq(sessions.id, sessionId))
      .for("no key update", { of: sessions });
    const allowed = rightTo(actor, "feedback.invite", found, "sessionUnknown");
    if (!allowed.ok) return allowed;
    const { session, providerId } = allowed.value;
    if (!mayInvite(session, day)) return refuse({ code: "sessionNotOver" });
    const [known] = await tx.select().from(feedbackLinkCounts).where(eq(feedbackLinkCounts.sessionId, sessionId));
    const made = (known?.made ?? 0) + count;
    if (made > linksPerSession) return refuse({ code: "tooManyLinks", field: "count" });
    const versionNumber = await versionLearned(tx, session.offeringId, session.startsOn ?? day);
    if (versionNumber === null) return refuse({ code: "sessionUnknown" });

    const tokens = Array.from({ length: count }, newSecret);
    const link = {
      offeringId: session.offeringId,
      versionNumber,
      sessionId,
      createdById: personIdOf(actor),
      expiresOn: addDays(day, linkDays),
    };
    await tx.insert(feedbackLinks).values(tokens.map((token) => ({ ...link, tokenHash: hashOf(token) })));
    await tx
      .insert(feedbackLinkCounts)
      .values({ sessionId, made })
      .onConflictDoUpdate({ target: feedbackLinkCounts.sessionId, set: { made } });
    await recordEvents(tx, actor, [
      { type: "feedback.invited", ...about(session.offeringId, providerId), after: { sessionId, links: count, version: versionNumber } },
    ]);
    return ok({ tokens });
  });
}

/** The version that was in force when a session began: that is what people learned. */
async function versionLearned(tx: Transaction, offeringId: string, startedOn: Day): Promise<number | null> {
  const [row] = await tx.execute<{ number: number }>(sql`
    select number from versions where offering_id = ${offeringId}
    order by effective_from <= ${startedOn}::date desc, case when effective_from <= ${startedOn}::date then -number else number end limit 1`);
  return row?.number ?? null;
}

/**
 * Takes an answer and, with it, its link away: of two that come with one link, one is kept, and where the answer is not, the link works on.
 * No event is written, and of what the transaction writes only the answer stays, so that nothing says who gave it.
 */
export async function giveFeedback(token: string, locale: string, { scores, text }: AnswerInput, day: Day): Promise<Result<null>> {
  return await db.transaction(async (tx) => {
    const [link] = await tx
      .delete(feedbackLinks)
      .where(and(eq(feedbackLinks.tokenHash, hashOf(token)), sql`${feedbackLinks.expiresOn} >= ${day}::date`))
      .returning({ offeringId: feedbackLinks.offeringId, versionNumber: feedbackLinks.versionNumber });
    if (!link) return refuse({ code: "feedbackLinkUsed" });
    await tx.insert(feedbackAnswers).values({ ...link, scores, text, locale });
    return ok(null);
  });
}

/**
 * Writes all answers anew in an order of chance, in one transaction and under new ids, once there are new ones: before, the transaction and
 * the place of each row told in which order they came. Then has the database forget the rows that were. Answers how many were new.
 */
export async function mixAnswers(): Promise<number> {
  const unmixed = await db.$count(feedbackAnswers, eq(feedbackAnswers.mixed, false));
  if (unmixed === 0) return 0;
  await db.execute(sql`
    with taken as (delete from feedback_answers returning offering_id, version_number, scores, text, locale)
    insert into feedback_answers (offering_id, version_number, scores, text, locale, mixed)
    select offering_id, version_number, scores, text, locale, true from taken order by random()`);
  await db.execute(sql`vacuum feedback_answers, feedback_links`);
  return unmixed;
}

/** Says for the public what was changed because of feedback to the version in force. */
export async function respondToFeedback(actor: Actor, offeringId: string, text: Texts): Promise<Result<null>> {
  if (!isId(offeringId)) return refuse({ code: "offeringNotYours" });
  return await db.transaction(async (tx) => {
    const [found] = await tx.execute<{ providerId: string; number: number }>(sql`
      select o.provider_id as "providerId", v.number from offerings o join versions v on v.id = o.current_version_id
      where o.id = ${offeringId} for no key update of o`);
    const allowed = rightTo(actor, "feedback.respond", found, "offeringNotYours");
    if (!allowed.ok) return allowed;
    const { providerId, number } = allowed.value;
    // A request that came twice says nothing twice.
    const said = await tx.$count(
      feedbackResponses,
      and(eq(feedbackResponses.offeringId, offeringId), sql`${feedbackResponses.text} = ${JSON.stringify(text)}::jsonb`),
    );
    if (said > 0) return ok(null);
    await tx.insert(feedbackResponses).values({ offeringId, versionNumber: number, text });
    await recordEvents(tx, actor, [{ type: "feedback.responded", ...about(offeringId, providerId), after: { text, version: number } }]);
    return ok(null);
  });
}

export async function takeBackResponse(actor: Actor, responseId: string): Promise<Result<null>> {
  if (!isId(responseId)) return refuse({ code: "responseUnknown" });
  return await db.transaction(async (tx) => {
    const [found] = await tx
      .select({ offeringId: feedbackResponses.offeringId, text: feedbackResponses.text, providerId: offerings.providerId })
      .from(feedbackResponses)
      .innerJoin(offerings, eq(offerings.id, feedbackResponses.offeringId))
      .where(eq(feedbackResponses.id, responseId))
      .for("update", { of: feedbackResponses });
    const allowed = rightTo(actor, "feedback.respond", found, "responseUnknown");
    if (!allowed.ok) return allowed;
    const { offeringId, providerId, text } = allowed.value;
    await tx.delete(feedbackResponses).where(eq(feedbackResponses.id, responseId));
    await recordEvents(tx, actor, [{ type: "feedback.response-taken-back", ...about(offeringId, providerId), before: { text } }]);
    return ok(null);
  });
}

type Absent = "sessionUnknown" | "offeringNotYours" | "responseUnknown";

/** What belongs to others is not told apart from what is not there; what one's role does not allow is said. */
function rightTo<T extends { providerId: string }>(actor: Actor, permission: Permission, found: T | undefined, absent: Absent): Result<T> {
  if (!found || actor.organisationId !== found.providerId) return refuse({ code: absent });
  return may(actor, permission, found) ? ok(found) : refuse({ code: "notAllowed" });
}

function about(offeringId: string, organisationId: string) {
  return { subject: "feedback", subjectId: offeringId, organisationId } as const;
}
