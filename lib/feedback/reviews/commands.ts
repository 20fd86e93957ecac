import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { organisations, peerReviews } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { isId, type ReviewInput } from "@/lib/feedback/input";
import { ok, type Result, refuse } from "@/lib/result";

/**
 * Signs a review of another organisation's offering in the name of one's own. A second one takes the place of the first: an
 * organisation has one opinion of an offering at a time.
 */
export async function signReview(actor: Actor, slug: string, { text, locale }: ReviewInput): Promise<Result<null>> {
  const { organisationId } = actor;
  const personId = personIdOf(actor);
  if (!organisationId || !personId || !may(actor, "review.sign", { organisationId })) return refuse({ code: "notAllowed" });
  return await db.transaction(async (tx) => {
    const offering = await findVisible(tx, slug);
    if (!offering) return refuse({ code: "reviewOfNothing" });
    if (offering.providerId === organisationId) return refuse({ code: "reviewOwn" });
    const kind = await reviewerKind(tx, organisationId);
    if (!kind) return refuse({ code: "reviewerNotRegistered" });

    const open = and(
      eq(peerReviews.offeringId, offering.id),
      eq(peerReviews.organisationId, organisationId),
      isNull(peerReviews.withdrawnAt),
    );
    const [earlier] = await tx.select().from(peerReviews).where(open);
    if (earlier?.text === text) return ok(null);
    if (earlier) await tx.update(peerReviews).set({ withdrawnAt: sql`now()` }).where(eq(peerReviews.id, earlier.id));
    const [review] = await tx
      .insert(peerReviews)
      .values({ offeringId: offering.id, versionNumber: offering.number, kind, organisationId, personId, text, locale })
      .returning({ id: peerReviews.id });
    if (!review) throw new Error("A review was not written");
    await recordEvents(tx, actor, [
      {
        type: "review.signed",
        subject: "review",
        subjectId: review.id,
        organisationId,
        after: { offeringId: offering.id, version: offering.number },
      },
    ]);
    return ok(null);
  });
}

async function findVisible(tx: Transaction, slug: string) {
  const [row] = await tx.execute<{ id: string; providerId: string; number: number }>(sql`
    select o.id, o.provider_id as "providerId", v.number from offerings o join versions v on v.id = o.current_version_id
    where o.slug = ${slug} and o.status = 'published' and o.visible @> ${now().toISOString()}::timestamptz`);
  return row;
}

/** What a reviewer is to the reader: only who is in the register today signs. Locks the organisation, so that two sign one after the other. */
async function reviewerKind(tx: Transaction, organisationId: string): Promise<"employer" | "provider" | undefined> {
  const [row] = await tx
    .select({ providerType: organisations.providerType })
    .from(organisations)
    .where(
      and(
        eq(organisations.id, organisationId),
        sql`exists (select from registrations r where r.provider_id = ${organisationId} and upper_inf(r.recorded)
          and r.status = 'registered' and r.valid @> ${today()}::date)`,
      ),
    )
    .for("no key update");
  return row && (row.providerType === "employer" ? "employer" : "provider");
}

/** Takes a review of one's own organisation back: it leaves the page, and the record keeps that it was there. */
export async function takeBackReview(actor: Actor, reviewId: string): Promise<Result<null>> {
  if (!isId(reviewId)) return refuse({ code: "reviewUnknown" });
  return await db.transaction(async (tx) => {
    const [review] = await tx.select().from(peerReviews).where(eq(peerReviews.id, reviewId)).for("update");
    if (!review || actor.organisationId !== review.organisationId) return refuse({ code: "reviewUnknown" });
    if (!may(actor, "review.sign", review)) return refuse({ code: "notAllowed" });
    if (review.withdrawnAt) return ok(null);
    await tx.update(peerReviews).set({ withdrawnAt: sql`now()` }).where(eq(peerReviews.id, reviewId));
    await recordEvents(tx, actor, [
      { type: "review.taken-back", subject: "review", subjectId: reviewId, organisationId: review.organisationId },
    ]);
    return ok(null);
  });
}
