import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { events, offerings } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import { asOf, writeOfferings } from "@/lib/offerings/commands";
import { coverageFor } from "@/lib/offerings/coverage/queries";
import type { OwnOffering } from "@/lib/offerings/drafts/queries";
import { consequencesOf } from "@/lib/offerings/field-rules";
import { holdOwnOffering } from "@/lib/offerings/own/queries";
import { nextStep } from "@/lib/offerings/publication";
import { factsOfSessions } from "@/lib/offerings/sessions/queries";
import { ok, type Result, refuse } from "@/lib/result";
import { isAhead, withoutPast } from "@/lib/sessions/planning";
import { problemsWithNext } from "./publishing";

/** Where the published offering is to be found: at its own address, or at that of the one that took its place. */
export type Published = { slug: string; step: "new-version" | "new-offering" };

/**
 * Publishes the next state of an offering, exactly as it was `shown` to whoever confirmed it. Asked twice, by a double click or a
 * request sent again, it is published once and both are told the same.
 */
export async function publishOffering(
  actor: Actor,
  slug: string,
  { shown, takeSessions }: { shown: string; takeSessions: boolean },
): Promise<Result<Published>> {
  return await db.transaction(async (tx) => {
    const held = await holdOwnOffering(tx, actor, slug, "offering.publish");
    if (!held.ok) return held;
    const before = await findPublishedAs(tx, held.value, shown);
    if (before) return ok(before);
    return await publishHeld(tx, actor, held.value, { shown, takeSessions });
  });
}

/** Publishes an offering that this transaction holds, or says why not. */
export async function publishHeld(
  tx: Transaction,
  actor: Actor,
  held: OwnOffering,
  { shown, takeSessions }: { shown: string; takeSessions: boolean },
): Promise<Result<Published>> {
  if (!may(actor, "offering.publish", { providerId: held.provider.id })) return refuse({ code: "notAllowed" });
  const day = today();
  const problems = problemsWithNext(held, shown, day, await coverageFor(tx, held.provider, day));
  const content = held.pending?.content;
  if (problems.length > 0 || !content) return refuse(...problems);

  const step = nextStep(held.live?.content ?? null, content) === "new-offering" ? "new-offering" : "new-version";
  const supersedes = step === "new-offering" ? { id: held.id, slug: held.slug } : null;
  const offeringId = supersedes ? randomUUID() : held.id;
  const number = supersedes ? 1 : (held.live?.number ?? 0) + 1;
  const sessions = supersedes && takeSessions ? await sessionsToTake(tx, held.id, day) : [];
  const { changes } = consequencesOf(held.live?.content ?? null, content);
  const reopensReview = [...new Set(changes.flatMap((change) => (change.reopensReview ? [change.field] : [])))];
  const publish = { versionId: randomUUID(), content, number, confirmed: { shown, reopensReview } };
  const change = { offeringId, externalId: held.externalId, create: supersedes !== null, supersedes, publish, pending: null, sessions };
  await writeOfferings(tx, actor, held.provider, [change], asOf(day));
  await wakeIndexer(tx);
  const [written] = await tx.select({ slug: offerings.slug }).from(offerings).where(eq(offerings.id, offeringId));
  return ok({ slug: written?.slug ?? held.slug, step });
}

/** Whether this very state was published already: the answer to a request that is sent again. */
async function findPublishedAs(tx: Transaction, held: OwnOffering, shown: string): Promise<Published | undefined> {
  const [row] = await tx
    .select({ id: offerings.id, slug: offerings.slug })
    .from(events)
    .innerJoin(offerings, eq(offerings.id, events.subjectId))
    .where(
      and(
        sql`${events.subjectId} in (${held.id}::uuid, (select o.superseded_by_id from offerings o where o.id = ${held.id}))`,
        eq(events.type, "offering.published"),
        sql`${events.after} ->> 'shown' = ${shown}`,
      ),
    );
  return row && { slug: row.slug, step: row.id === held.id ? "new-version" : "new-offering" };
}

/** Sessions that have not begun are offered under the new offering; those of people who are learning stay with the old. */
async function sessionsToTake(tx: Transaction, offeringId: string, day: Day) {
  const sessions = await factsOfSessions(tx, offeringId);
  return sessions
    .filter((session) => isAhead(session, day))
    .map((session) => ({ before: null, after: withoutPast(session, randomUUID()) }));
}
