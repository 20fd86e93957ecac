import { and, eq, isNotNull, lte } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { offerings, pendingVersions } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { type EventType, recordEvents } from "@/lib/events/commands";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import { notify } from "@/lib/notices/commands";
import { coverageFor } from "@/lib/offerings/coverage/queries";
import type { OwnOffering } from "@/lib/offerings/drafts/queries";
import { holdOffering, holdOwnOffering } from "@/lib/offerings/own/queries";
import { titleOf } from "@/lib/offerings/publication";
import { publishHeld } from "@/lib/offerings/publishing/commands";
import { problemsWithNext } from "@/lib/offerings/publishing/publishing";
import { findOwnOfferingById, findScheduled, findWhoActs } from "@/lib/offerings/scheduling/queries";
import { ok, type Problem, type Result, refuse } from "@/lib/result";

/**
 * Has the next state published on a day to come, as it was `shown`. Sessions that have not begun come along where it makes a new
 * offering and `takeSessions` says so.
 */
export async function schedulePublication(
  actor: Actor,
  slug: string,
  { shown, on, takeSessions }: { shown: string; on: Day; takeSessions: boolean },
): Promise<Result<null>> {
  return await db.transaction(async (tx) => {
    const held = await holdOwnOffering(tx, actor, slug, "offering.publish");
    if (!held.ok) return held;
    const own = held.value;
    if (on <= today()) return refuse({ code: "dayNotAhead", field: "on" });
    const problems = problemsWithNext(own, shown, today(), await coverageFor(tx, own.provider, on));
    if (problems.length > 0) return refuse(...problems);
    const scheduled = await findScheduled(tx, own.id);
    if (own.pending?.publishOn === on && scheduled?.shown === shown && scheduled.takeSessions === takeSessions) return ok(null);
    await tx.update(pendingVersions).set({ publishOn: on, publishBy: actor.id }).where(eq(pendingVersions.offeringId, own.id));
    await record(tx, actor, own, "offering.scheduled", { on, shown, takeSessions });
    return ok(null);
  });
}

/** Nothing is published by itself any more. Asked again, there is nothing left to do. */
export async function cancelSchedule(actor: Actor, slug: string): Promise<Result<null>> {
  return await db.transaction(async (tx) => {
    const held = await holdOwnOffering(tx, actor, slug, "offering.publish");
    if (!held.ok) return held;
    const on = held.value.pending?.publishOn;
    if (!on) return ok(null);
    await unschedule(tx, held.value.id);
    await record(tx, actor, held.value, "offering.unscheduled", { on });
    return ok(null);
  });
}

/**
 * Publishes what is due, each in a transaction of its own and in the name of whoever ordered it, with the right that they have at this
 * moment. What cannot be published is taken off the schedule, and why stands in the history and on its page.
 */
export async function publishDue(day: Day): Promise<{ published: number; failed: number }> {
  const due = await db
    .select({ id: pendingVersions.offeringId })
    .from(pendingVersions)
    .where(and(isNotNull(pendingVersions.publishOn), lte(pendingVersions.publishOn, day)));
  const done = { published: 0, failed: 0 };
  for (const { id } of due) {
    const outcome = await db.transaction((tx) => publishOneDue(tx, id, day));
    if (outcome) done[outcome]++;
  }
  return done;
}

async function publishOneDue(tx: Transaction, id: string, day: Day): Promise<"published" | "failed" | undefined> {
  const [offering] = await tx.select({ id: offerings.id, providerId: offerings.providerId }).from(offerings).where(eq(offerings.id, id));
  if (!offering) return undefined;
  await holdOffering(tx, offering);
  const [order] = await tx.select().from(pendingVersions).where(eq(pendingVersions.offeringId, id));
  // Another worker was here first, or it was put off while this one waited.
  if (!order?.publishOn || order.publishOn > day) return undefined;

  const own = await findOwnOfferingById(tx, id, offering.providerId);
  const actor = await findWhoActs(tx, order.publishBy ?? "", offering.providerId);
  const scheduled = await findScheduled(tx, id);
  const outcome: Result<unknown> = !actor
    ? refuse({ code: "notAllowed" })
    : await publishHeld(tx, actor, own, { shown: scheduled?.shown ?? "", takeSessions: scheduled?.takeSessions ?? true });
  const told = {
    organisationId: offering.providerId,
    about: `${id}:${order.publishOn}`,
    values: { offering: own.pending ? titleOf(own.pending.content) : own.externalId },
    path: `manage/offerings/${own.slug}/publication`,
  };
  await notify(tx, { ...told, kind: outcome.ok ? "published-on-schedule" : "schedule-failed" });
  if (outcome.ok) return "published";
  await unschedule(tx, id);
  const problems = outcome.problems.map(
    (problem): Problem => (problem.code === "changedMeanwhile" ? { ...problem, code: "changedSinceScheduled" } : problem),
  );
  const by: Actor = { id: order.publishBy ?? "operator:worker", role: "system", organisationId: null };
  await record(tx, by, own, "offering.publication-failed", { on: order.publishOn, problems });
  return "failed";
}

async function unschedule(tx: Transaction, offeringId: string): Promise<void> {
  await tx.update(pendingVersions).set({ publishOn: null, publishBy: null }).where(eq(pendingVersions.offeringId, offeringId));
}

async function record(tx: Transaction, actor: Actor, own: OwnOffering, type: EventType, after: unknown): Promise<void> {
  await recordEvents(tx, actor, [{ type, subject: "offering", subjectId: own.id, organisationId: own.provider.id, after }]);
  await wakeIndexer(tx);
}
