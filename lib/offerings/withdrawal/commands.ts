import { type AnyColumn, and, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { offerings, pendingVersions, type Texts } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { type EventType, recordEvents } from "@/lib/events/commands";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import { holdOwnOffering } from "@/lib/offerings/own/queries";
import { canonical } from "@/lib/offerings/publication";
import { logOfferings } from "@/lib/public-log/commands";
import type { OfferingAct } from "@/lib/public-log/entry";
import { ok, type Result, refuse } from "@/lib/result";
import { refreshVisibility } from "@/lib/visibility/commands";

/** Takes an offering out of the catalogue. Its page stays, with the reason that the provider gives. */
export async function withdrawOffering(actor: Actor, slug: string, reason: Texts): Promise<Result<null>> {
  return await db.transaction(async (tx) => {
    const held = await holdOwnOffering(tx, actor, slug, "offering.withdraw");
    if (!held.ok) return held;
    const { id, status, live, provider } = held.value;
    if (status === "archived") return refuse({ code: "archivedIsFinal" });
    if (!live || status === "draft") return refuse({ code: "notLive" });
    const original = live.content.originalLanguage;
    if (!reason[original]?.trim()) return refuse({ code: "reasonMissing", field: `reason.${original}` });
    const [row] = await tx.select({ before: offerings.withdrawnReason }).from(offerings).where(eq(offerings.id, id));
    if (status === "withdrawn" && canonical(row?.before) === canonical(reason)) return ok(null);
    await turn(tx, actor, provider.id, [id], { ...withdrawal(reason), from: ["published", "withdrawn"] });
    return ok(null);
  });
}

/** Undoes a withdrawal: what was live is live again, as it was. */
export async function restoreOffering(actor: Actor, slug: string): Promise<Result<null>> {
  return await db.transaction(async (tx) => {
    const held = await holdOwnOffering(tx, actor, slug, "offering.withdraw");
    if (!held.ok) return held;
    if (held.value.status === "archived") return refuse({ code: "archivedIsFinal" });
    await restoreOfferings(tx, actor, held.value.provider.id, [held.value.id]);
    return ok(null);
  });
}

/** Closes an offering for good. Its page, its versions and its own id stay taken, since credentials point at them. */
export async function archiveOffering(actor: Actor, slug: string): Promise<Result<null>> {
  return await db.transaction(async (tx) => {
    const held = await holdOwnOffering(tx, actor, slug, "offering.archive");
    if (!held.ok) return held;
    const { id, status, provider } = held.value;
    const closing = { from: ["draft", "published", "withdrawn"], change: { status: "archived" }, type: "offering.archived" } as const;
    await turn(tx, actor, provider.id, [id], { ...closing, after: { was: status } });
    return ok(null);
  });
}

/**
 * Takes published offerings of one provider out of the catalogue, for a reason that learners read, in the caller's transaction: its feed
 * or its machine says so. Those that are not published are left as they are; answers which were.
 */
export async function withdrawOfferings(
  tx: Transaction,
  actor: Actor,
  providerId: string,
  ids: string[],
  reason: Texts,
): Promise<string[]> {
  return await turn(tx, actor, providerId, ids, { ...withdrawal(reason), from: ["published"] });
}

/** Puts withdrawn offerings back as they were when they were withdrawn. */
export async function restoreOfferings(tx: Transaction, actor: Actor, providerId: string, ids: string[]): Promise<string[]> {
  const change = { status: "published", withdrawnReason: null, withdrawnAt: null } as const;
  const back = { from: ["withdrawn"], change, type: "offering.restored", after: {} } as const;
  return await turn(tx, actor, providerId, ids, { ...back, only: isNotNull(offerings.currentVersionId) });
}

/** By the transaction's own clock: a feed knows its own withdrawals by this moment (lib/harvest/run). */
function withdrawal(reason: Texts) {
  const change = { status: "withdrawn", withdrawnReason: reason, withdrawnAt: sql`now()` } as const;
  return { change, type: "offering.withdrawn", after: { reason } } as const;
}

type Status = (typeof offerings.$inferSelect)["status"];

type Turn = {
  from: readonly Status[];
  only?: SQL;
  change: { status: Status; withdrawnReason?: Texts | null; withdrawnAt?: SQL | null };
  type: keyof typeof inTheLog;
  after: object;
};

const inTheLog = {
  "offering.withdrawn": "withdrawal",
  "offering.restored": "restoration",
  "offering.archived": "archiving",
} as const satisfies Partial<Record<EventType, OfferingAct>>;

/** As one value: a feed can lose more records than a statement may have parameters. */
function isOneOf(column: AnyColumn, ids: string[]): SQL {
  return sql`${column} in (select (jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))::uuid)`;
}

/** The one way in which offerings leave the catalogue and come back. An order to publish ends with what it was given for. */
async function turn(tx: Transaction, actor: Actor, providerId: string, wanted: string[], { from, only, change, type, after }: Turn) {
  const turned = await tx
    .select({ id: offerings.id, status: offerings.status, on: pendingVersions.publishOn })
    .from(offerings)
    .leftJoin(pendingVersions, eq(pendingVersions.offeringId, offerings.id))
    .where(and(eq(offerings.providerId, providerId), isOneOf(offerings.id, wanted), inArray(offerings.status, [...from]), only))
    .for("update", { of: offerings });
  const ids = turned.map(({ id }) => id);
  if (ids.length === 0) return ids;

  await tx
    .update(offerings)
    .set({ ...change, updatedAt: now() })
    .where(isOneOf(offerings.id, ids));
  await tx.update(pendingVersions).set({ publishOn: null, publishBy: null }).where(isOneOf(pendingVersions.offeringId, ids));
  await refreshVisibility(tx, { offeringIds: ids });
  await recordEvents(
    tx,
    actor,
    turned.flatMap(({ id, status, on }) => {
      const of = { subject: "offering", subjectId: id, organisationId: providerId } as const;
      const ended = on ? [{ type: "offering.unscheduled" as const, ...of, after: { on } }] : [];
      return [...ended, { type, ...of, before: { status }, after }];
    }),
  );
  await logOfferings(
    tx,
    [],
    ids.map((offeringId) => ({ offeringId, act: inTheLog[type] })),
  );
  await wakeIndexer(tx);
  return ids;
}
