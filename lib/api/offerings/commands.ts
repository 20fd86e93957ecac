import { setTimeout as pause } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { pendingVersions, type Texts } from "@/db/schema";
import { holds, noPrecondition, type Precondition } from "@/lib/api/precondition";
import { type Actor, may, type Permission } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import type { Existing } from "@/lib/imports/decide";
import { mappingInput } from "@/lib/imports/mapping";
import { existingOfferings, findProvider, type Provider, readContextFor } from "@/lib/imports/run/queries";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import { asOf, writeOfferings } from "@/lib/offerings/commands";
import { coverageFor } from "@/lib/offerings/coverage/queries";
import { restoreOfferings, withdrawOfferings } from "@/lib/offerings/withdrawal/commands";
import { ok, type Result, refuse } from "@/lib/result";
import { type Decided, decideDocument, decidePublication, type Register } from "./deciding";
import type { OfferingDocument } from "./document";
import { etagOfOffering, type Representation, representationOf } from "./representation";

export type Written = { created: boolean; outcome: Decided["outcome"]; supersedes: string | null; offering: Representation | null };
export type Options = { dryRun?: boolean; precondition?: Precondition };
type Loaded = { provider: Provider; existing: Map<string, Existing> };

/** Writes several offerings by the provider's own ids in one transaction. Each is decided by itself: a bad one never sinks the rest. */
export async function putOfferings(
  actor: Actor,
  items: { id: string; document: OfferingDocument }[],
  { dryRun = false, precondition = noPrecondition }: Options = {},
): Promise<Result<Written>[]> {
  return await inTurn(
    actor,
    "offering.write",
    items.map(({ id }) => id),
    async (tx, { provider, existing }) => {
      const context = await readContextFor(tx, provider, mappingInput.parse({}));
      const coverage = await coverageFor(tx, provider, today());
      const register: Register = { actor, providerId: provider.id, statements: provider.statements, context, today: today(), coverage };
      const seen = new Set<string>();
      const decided = items.map(({ id, document }): Result<Decided> => {
        if (seen.has(id)) return refuse({ code: "idTwice", field: "id", value: id });
        seen.add(id);
        const before = existing.get(id);
        if (!holds(precondition, etagOfOffering(id, provider.slug, before))) return refuse({ code: "preconditionFailed" });
        return decideDocument(id, document, before, register);
      });
      const changes = decided.flatMap((one) => (one.ok && one.value.change ? [one.value.change] : []));
      if (!dryRun) await write(tx, actor, provider, changes);
      const after = dryRun ? existing : await existingOfferings(tx, provider.id, [...seen]);
      return items.map(({ id }, position) => {
        const one = decided[position];
        return one?.ok ? ok(writtenOf(id, provider, one.value, after, !existing.has(id))) : (one as Result<never>);
      });
    },
    (problem) => items.map(() => refuse(problem)),
  );
}

export async function write(
  tx: Transaction,
  actor: Actor,
  provider: Provider,
  changes: Parameters<typeof writeOfferings>[3],
): Promise<void> {
  await writeOfferings(tx, actor, provider, changes, asOf(today()));
  if (changes.length > 0) await wakeIndexer(tx);
}

function writtenOf(
  id: string,
  provider: Provider,
  { outcome, supersedes }: Decided,
  after: Map<string, Existing>,
  created: boolean,
): Written {
  const now = after.get(id);
  return { created, outcome, supersedes, offering: now ? representationOf(id, provider.slug, now) : null };
}

/** Publishes the next state of an offering, or puts a withdrawn one back. Asking again changes nothing. */
export async function publishOffering(
  actor: Actor,
  id: string,
  { dryRun = false, precondition = noPrecondition }: Options = {},
): Promise<Result<Written>> {
  return await withOffering(actor, "offering.publish", id, precondition, async (tx, { provider }, before) => {
    const decided = decidePublication(id, before, today(), await coverageFor(tx, provider, today()));
    if (!decided.ok) return decided;
    const { change } = decided.value;
    const outcome = before.status === "withdrawn" && !change ? "published" : decided.value.outcome;
    if (!dryRun) {
      if (before.status === "withdrawn") await restoreOfferings(tx, actor, provider.id, [before.id]);
      if (change?.publish) await write(tx, actor, provider, [change]);
      else if (change) await tx.delete(pendingVersions).where(eq(pendingVersions.offeringId, before.id));
    }
    const after = dryRun ? new Map([[id, before]]) : await existingOfferings(tx, provider.id, [id]);
    return ok(writtenOf(id, provider, { ...decided.value, outcome }, after, false));
  });
}

/** Takes a published offering out of the catalogue, for a reason that learners read. */
export async function withdrawOffering(
  actor: Actor,
  id: string,
  reason: Texts,
  { dryRun = false, precondition = noPrecondition }: Options = {},
): Promise<Result<Written>> {
  return await withOffering(actor, "offering.withdraw", id, precondition, async (tx, { provider }, before) => {
    const unchanged = before.status === "withdrawn";
    if (!unchanged && before.status !== "published") return refuse({ code: "offeringNotPublished", field: "id", value: id });
    const original = before.live?.content.originalLanguage;
    if (!original || !reason[original]?.trim()) return refuse({ code: "reasonMissing", field: `reason.${original ?? ""}` });
    if (!unchanged && !dryRun) await withdrawOfferings(tx, actor, provider.id, [before.id], reason);
    const after = dryRun ? new Map([[id, before]]) : await existingOfferings(tx, provider.id, [id]);
    return ok(writtenOf(id, provider, { outcome: unchanged ? "unchanged" : "updated", change: null, supersedes: null }, after, false));
  });
}

type OneOffering<T> = (tx: Transaction, loaded: Loaded, before: Existing) => Promise<Result<T>>;

/** One offering of the actor's organisation, held until the end of the transaction. One of somebody else is not there. */
export async function withOffering<T>(
  actor: Actor,
  right: Permission,
  id: string,
  precondition: Precondition,
  work: OneOffering<T>,
): Promise<Result<T>> {
  return await inTurn<Result<T>>(
    actor,
    right,
    [id],
    async (tx, loaded) => {
      const before = loaded.existing.get(id);
      if (!before) return refuse({ code: "recordUnknown" });
      if (!holds(precondition, etagOfOffering(id, loaded.provider.slug, before))) return refuse({ code: "preconditionFailed" });
      return await work(tx, loaded, before);
    },
    refuse,
  );
}

/**
 * Requests and imports of one provider take turns, and whoever edits one of these offerings at the desk waits for the end, to be told
 * then that it has changed.
 */
async function inTurn<T>(
  actor: Actor,
  right: Permission,
  ids: string[],
  work: (tx: Transaction, loaded: Loaded) => Promise<T>,
  refused: (problem: { code: "notAllowed" | "scopeTooNarrow" }) => T,
): Promise<T> {
  const providerId = actor.organisationId;
  if (!providerId || !may(actor, right, { providerId }))
    return refused({ code: actor.id.startsWith("key:") ? "scopeTooNarrow" : "notAllowed" });
  return await again(() =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${providerId}, 0))`);
      const listed = sql`external_id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
      await tx.execute(
        sql`select id from offerings where provider_id = ${providerId} and superseded_by_id is null and ${listed} order by id for update`,
      );
      await tx.execute(sql`select offering_id from pending_versions where offering_id in
        (select id from offerings where provider_id = ${providerId} and superseded_by_id is null and ${listed}) order by offering_id for update`);
      const provider = await findProvider(tx, providerId);
      if (!provider) return refused({ code: "notAllowed" });
      return await work(tx, { provider, existing: await existingOfferings(tx, providerId, ids) });
    }),
  );
}

/** Two providers can want one address at one moment, and two writers each other's rows: whoever comes second tries again. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (fault) {
      const { cause } = fault as { cause?: { code?: string } };
      if (attempt === 3 || !["23505", "40001", "40P01"].includes(cause?.code ?? "")) throw fault;
      await pause(20 * attempt);
    }
  }
}
