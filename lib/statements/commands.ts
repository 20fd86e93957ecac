import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { offerings, organisations } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import { asOf, type OfferingChange, writeOfferings } from "@/lib/offerings/commands";
import { type Clash, giveUp, mergeContents } from "@/lib/offerings/drafts/merge";
import type { EditorPart, PartValues } from "@/lib/offerings/drafts/parts";
import { consequencesOf, shownMark } from "@/lib/offerings/field-rules";
import { canonical } from "@/lib/offerings/publication";
import { renewOrders } from "@/lib/offerings/scheduling/renewing/commands";
import { ok, type Problem, type Result, refuse } from "@/lib/result";
import { type Affected, effectMark, effectOf, losses, type StatementChange } from "./effect";
import { findStatements, listTouchable } from "./queries";
import { asContent, statedFieldsOf, statementsAfter } from "./statements";

/** What somebody wants to state in one part, and the state from which they began. */
export type Statement = {
  part: EditorPart;
  values: PartValues;
  base: PartValues;
  /** Places that clashed before, where the other one's words are to stand. */
  taken: string[];
  /** What is no longer stated for all stays in the offerings that took it. */
  keep: boolean;
};

export type Weighed = { change: StatementChange; affected: Affected[]; mark: string; values: PartValues };
export type Refused = { ok: false; problems: Problem[]; clashes: Clash[]; affected: Affected[] };
type Weighing = { ok: true; value: Weighed } | Refused;

const refused = (problems: Problem[], clashes: Clash[] = [], affected: Affected[] = []): Refused => ({
  ok: false,
  problems,
  clashes,
  affected,
});

/** What a statement would do, without doing it. */
export async function weighStatement(actor: Actor, statement: Statement): Promise<Weighing> {
  return await db.transaction((tx) => weigh(tx, actor, statement), { accessMode: "read only", isolationLevel: "repeatable read" });
}

/**
 * States something once for the whole catalogue, exactly as it was `shown`: live offerings that take it get their next version, others
 * have it in what waits to be published or in their draft. All of it at once or nothing. Asked twice, it is done once.
 */
export async function changeStatements(actor: Actor, statement: Statement, shown: string): Promise<Weighing> {
  return await db.transaction(async (tx) => {
    const held = await holdCatalogue(tx, actor);
    if (!held.ok) return refused(held.problems);
    const weighed = await weigh(tx, actor, statement);
    if (!weighed.ok) return weighed;
    const { change, affected, mark } = weighed.value;
    const isStated = canonical(change.before) === canonical(change.after);
    if (isStated && affected.length === 0) return weighed;
    if (mark !== shown) return refused([{ code: "effectChanged" }], [], affected);

    const { id } = held.value;
    if (!isStated) {
      await tx.update(organisations).set({ statements: change.after }).where(eq(organisations.id, id));
      const about = { subject: "organisation", subjectId: id, organisationId: id } as const;
      await recordEvents(tx, actor, [{ type: "catalogue.stated", ...about, before: change.before, after: change.after }]);
    }
    await carryOver(tx, actor, held.value, affected, mark);
    await wakeIndexer(tx);
    return weighed;
  });
}

/** The catalogue of whoever acts, in which nobody else writes until the transaction ends: neither imports nor machines nor people. */
async function holdCatalogue(tx: Transaction, actor: Actor): Promise<Result<{ id: string; slug: string }>> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "statements.write", { organisationId })) return refuse({ code: "notAllowed" });
  if (!may(actor, "offering.publish", { providerId: organisationId })) return refuse({ code: "notAllowed" });
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${organisationId}, 0))`);
  const [own] = await tx
    .select({ id: organisations.id, slug: organisations.slug })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .for("no key update");
  await tx.select({ id: offerings.id }).from(offerings).where(eq(offerings.providerId, organisationId)).orderBy(offerings.id).for("update");
  return own ? ok(own) : refuse({ code: "notAllowed" });
}

async function weigh(tx: Transaction, actor: Actor, { part, values, base, taken, keep }: Statement): Promise<Weighing> {
  const { organisationId } = actor;
  const before = await findStatements(actor, tx);
  if (!before || !organisationId || !may(actor, "statements.write", { organisationId })) return refused([{ code: "notAllowed" }]);
  const fields = statedFieldsOf(part);
  const merged = mergeContents(base, giveUp(values, base, taken), asContent(before, "en"));
  if (merged.clashes.length > 0) {
    const problems = merged.clashes.map(({ key }): Problem => ({ code: "changedMeanwhile", field: key }));
    return refused(problems, merged.clashes);
  }
  const change = { before, after: statementsAfter(before, merged.values), fields, keep };
  const affected = effectOf(await listTouchable(tx, organisationId, fields), change, today());
  const lost = [...losses(affected)];
  if (lost.length > 0) {
    const problems = lost.map(([element, of]): Problem => ({ code: "statementReliedOn", field: element, value: String(of.length) }));
    return refused(problems, [], affected);
  }
  return { ok: true, value: { change, affected, mark: effectMark(change, affected), values: merged.values } };
}

/** So many at a time, as an import does. */
const chunk = 250;

async function carryOver(
  tx: Transaction,
  actor: Actor,
  provider: { id: string; slug: string },
  affected: Affected[],
  shown: string,
): Promise<void> {
  for (let from = 0; from < affected.length; from += chunk) {
    const changes = affected.slice(from, from + chunk).map((one) => changeOf(one, shown));
    await writeOfferings(tx, actor, provider, changes, asOf(today()));
  }
  await renewOrders(
    tx,
    actor,
    provider.id,
    affected.flatMap(({ found: { id, live, pending }, next }) =>
      pending?.publishOn ? [{ id, was: shownMark(live?.number ?? null, pending.content), is: shownMark(live?.number ?? null, next) }] : [],
    ),
  );
}

function changeOf({ found, next, does }: Affected, shown: string): OfferingChange {
  const base = { offeringId: found.id, externalId: found.externalId, create: false, supersedes: null, sessions: [] };
  if (does !== "publish") return { ...base, publish: null, pending: next };
  const { changes } = consequencesOf(found.live?.content ?? null, next);
  const reopensReview = [...new Set(changes.flatMap((change) => (change.reopensReview ? [change.field] : [])))];
  const number = (found.live?.number ?? 0) + 1;
  return { ...base, publish: { versionId: randomUUID(), content: next, number, confirmed: { shown, reopensReview } }, pending: null };
}
