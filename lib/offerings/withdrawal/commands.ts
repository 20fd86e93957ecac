import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { offerings, pendingVersions, type Texts } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { type EventType, recordEvents } from "@/lib/events/commands";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import type { OwnOffering } from "@/lib/offerings/drafts/queries";
import { holdOwnOffering } from "@/lib/offerings/own/queries";
import { canonical } from "@/lib/offerings/publication";
import { ok, type Result, refuse } from "@/lib/result";
import { refreshVisibility } from "@/lib/visibility/commands";

/** Takes an offering out of the catalogue. Its page stays, with the reason that the provider gives. */
export async function withdrawOffering(actor: Actor, slug: string, reason: Texts): Promise<Result<null>> {
  return await db.transaction(async (tx) => {
    const held = await holdOwnOffering(tx, actor, slug, "offering.withdraw");
    if (!held.ok) return held;
    const { status, live } = held.value;
    if (status === "archived") return refuse({ code: "archivedIsFinal" });
    if (!live || status === "draft") return refuse({ code: "notLive" });
    const original = live.content.originalLanguage;
    if (!reason[original]?.trim()) return refuse({ code: "reasonMissing", field: `reason.${original}` });
    const [row] = await tx.select({ before: offerings.withdrawnReason }).from(offerings).where(eq(offerings.id, held.value.id));
    if (status === "withdrawn" && canonical(row?.before) === canonical(reason)) return ok(null);
    await put(tx, held.value, { status: "withdrawn", withdrawnReason: reason, withdrawnAt: now() });
    await record(tx, actor, held.value, "offering.withdrawn", { reason });
    return ok(null);
  });
}

/** Undoes a withdrawal: what was live is live again, as it was. */
export async function restoreOffering(actor: Actor, slug: string): Promise<Result<null>> {
  return await db.transaction(async (tx) => {
    const held = await holdOwnOffering(tx, actor, slug, "offering.withdraw");
    if (!held.ok) return held;
    if (held.value.status === "archived") return refuse({ code: "archivedIsFinal" });
    if (held.value.status !== "withdrawn") return ok(null);
    await put(tx, held.value, { status: "published", withdrawnReason: null, withdrawnAt: null });
    await record(tx, actor, held.value, "offering.restored", { version: held.value.live?.number });
    return ok(null);
  });
}

/** Closes an offering for good. Its page, its versions and its own id stay taken, since credentials point at them. */
export async function archiveOffering(actor: Actor, slug: string): Promise<Result<null>> {
  return await db.transaction(async (tx) => {
    const held = await holdOwnOffering(tx, actor, slug, "offering.archive");
    if (!held.ok) return held;
    if (held.value.status === "archived") return ok(null);
    await put(tx, held.value, { status: "archived" });
    await record(tx, actor, held.value, "offering.archived", { was: held.value.status });
    return ok(null);
  });
}

type Change = Partial<Pick<typeof offerings.$inferInsert, "status" | "withdrawnReason" | "withdrawnAt">>;

/** An order to publish ends with what it was given for. */
async function put(tx: Transaction, { id }: OwnOffering, change: Change): Promise<void> {
  await tx
    .update(offerings)
    .set({ ...change, updatedAt: now() })
    .where(eq(offerings.id, id));
  await tx.update(pendingVersions).set({ publishOn: null, publishBy: null }).where(eq(pendingVersions.offeringId, id));
  await refreshVisibility(tx, { offeringIds: [id] });
}

async function record(tx: Transaction, actor: Actor, { id, status, provider, pending }: OwnOffering, type: EventType, after: object) {
  const of = { subject: "offering", subjectId: id, organisationId: provider.id } as const;
  const on = pending?.publishOn;
  await recordEvents(tx, actor, [
    ...(on ? [{ type: "offering.unscheduled" as const, ...of, after: { on } }] : []),
    { type, ...of, before: { status }, after },
  ]);
  await wakeIndexer(tx);
}
