import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { offerings, organisations, pendingVersions } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import { writeOfferings } from "@/lib/offerings/commands";
import type { OfferingContent } from "@/lib/offerings/content";
import { canonical } from "@/lib/offerings/publication";
import { ok, type Problem, type Result, refuse } from "@/lib/result";
import { changedFields, type Edit, firstContent, nextContent } from "./edit";
import type { DraftInput } from "./input";
import type { Clash } from "./merge";
import { type OwnOffering, readOwnOffering } from "./queries";

type Saved = { revision: number; content: OfferingContent };
export type SaveResult = { ok: true; value: Saved } | { ok: false; problems: Problem[]; clashes: Clash[] };

/** A new offering of one's own organisation, as a draft that says what the provider states for its whole catalogue and a title. */
export async function createDraft(actor: Actor, input: DraftInput): Promise<Result<{ slug: string }>> {
  const providerId = actor.organisationId;
  if (!providerId || !may(actor, "offering.write", { providerId })) return refuse({ code: "notAllowed" });
  return await db.transaction(async (tx) => {
    // The lock makes two that ask for the same id at once wait for each other.
    const [provider] = await tx.select().from(organisations).where(eq(organisations.id, providerId)).for("update");
    if (!provider?.roles.includes("provider")) return refuse({ code: "notAllowed" });
    const holders = await tx
      .select({ id: offerings.id })
      .from(offerings)
      .where(and(eq(offerings.providerId, providerId), eq(offerings.externalId, input.externalId), isNull(offerings.supersededById)));
    if (holders.length > 0) return refuse({ code: "idTaken", field: "externalId", value: input.externalId });

    const offeringId = randomUUID();
    const change = { offeringId, externalId: input.externalId, create: true, supersedes: null, publish: null, sessions: [] };
    await writeOfferings(tx, actor, provider, [{ ...change, pending: firstContent(input, provider.statements) }], today());
    await wakeIndexer(tx);
    const [made] = await tx.select({ slug: offerings.slug }).from(offerings).where(eq(offerings.id, offeringId));
    return ok({ slug: made?.slug ?? offeringId });
  });
}

/**
 * Saves what one part of the editor says. Somebody else may have saved since the form was handed out: what they changed elsewhere stays,
 * and where both changed the same, nothing is written and both texts come back.
 */
export async function saveDraftPart(actor: Actor, slug: string, edit: Edit): Promise<SaveResult> {
  return await db.transaction(async (tx): Promise<SaveResult> => {
    const found = await lockOwn(tx, actor, slug);
    if (!found.ok) return { ...found, clashes: [] };
    const own = found.value;
    const before = own.pending?.content ?? own.live?.content;
    if (own.status === "archived" || !before) return { ok: false, problems: [{ code: "archivedNotEdited" }], clashes: [] };

    const revision = own.pending?.revision ?? 0;
    const { content, clashes } = nextContent(before, revision, edit, own.provider.statements);
    if (clashes.length > 0)
      return { ok: false, problems: clashes.map(({ key }) => ({ code: "changedMeanwhile" as const, field: key })), clashes };
    if (canonical(content) === canonical(before)) return { ok: true, value: { revision, content: before } };
    return { ok: true, value: { revision: await writePending(tx, actor, own, before, content), content } };
  });
}

/** Gives up what was to come: what is live stays as it is. Whoever gives up says what they saw, so that nobody's later words go unseen. */
export async function discardPending(actor: Actor, slug: string, revision: number): Promise<Result<null>> {
  return await db.transaction(async (tx) => {
    const found = await lockOwn(tx, actor, slug);
    if (!found.ok) return found;
    const { id, live, pending, provider } = found.value;
    if (!live) return refuse({ code: "nothingLive" });
    if (!pending) return ok(null);
    if (pending.revision !== revision) return refuse({ code: "changedMeanwhile" });
    await tx.delete(pendingVersions).where(eq(pendingVersions.offeringId, id));
    await recordEvents(tx, actor, [
      {
        type: "offering.discarded",
        subject: "offering",
        subjectId: id,
        organisationId: provider.id,
        ...changedFields(pending.content, live.content),
      },
    ]);
    await wakeIndexer(tx);
    return ok(null);
  });
}

/** One's own offering, held for the rest of the transaction. */
async function lockOwn(tx: Transaction, actor: Actor, slug: string): Promise<Result<OwnOffering>> {
  const [row] = await tx
    .select({ id: offerings.id, providerId: offerings.providerId })
    .from(offerings)
    .where(eq(offerings.slug, slug))
    .for("update");
  const own = row && (await readOwnOffering(tx, actor, slug));
  if (!own) return refuse({ code: "offeringUnknown" });
  return may(actor, "offering.write", { providerId: row.providerId }) ? ok(own) : refuse({ code: "notAllowed" });
}

async function writePending(
  tx: Transaction,
  actor: Actor,
  { id, provider }: OwnOffering,
  before: OfferingContent,
  content: OfferingContent,
): Promise<number> {
  const [row] = await tx
    .insert(pendingVersions)
    .values({ offeringId: id, content, updatedBy: actor.id })
    .onConflictDoUpdate({
      target: pendingVersions.offeringId,
      set: { content, updatedBy: actor.id, updatedAt: sql`now()`, revision: sql`${pendingVersions.revision} + 1` },
    })
    .returning({ revision: pendingVersions.revision });
  await recordEvents(tx, actor, [
    { type: "offering.drafted", subject: "offering", subjectId: id, organisationId: provider.id, ...changedFields(before, content) },
  ]);
  await wakeIndexer(tx);
  return row?.revision ?? 1;
}
