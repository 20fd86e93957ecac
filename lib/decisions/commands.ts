import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import {
  accreditations,
  decisions,
  organisationIdentifiers,
  organisationNames,
  organisationSuccessions,
  organisations,
  registrations,
  restrictions,
  type Texts,
} from "@/db/schema";
import { type Actor, personIdOf } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { type Day, fromRange, type Period, toRange } from "@/lib/days/days";
import { recordEvents } from "@/lib/events/commands";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import { logDecisions } from "@/lib/public-log/commands";
import { refreshVisibility } from "@/lib/visibility/commands";
import { knownAt } from "@/lib/visibility/queries";
import { byThing, type Change, overwrite, partsOf } from "./decision";

export type NewDecision = {
  kind: (typeof decisions.$inferInsert)["kind"];
  authorityId: string;
  organisationId: string;
  decidedOn: Day;
  effectiveFrom: Day;
  changes: Change[];
  statement?: Texts;
  reasons?: Texts;
  documentUrl?: string | null;
  supersedesId?: string | null;
  reviewOn?: Day | null;
};

/**
 * The one way in which the register changes: writes the decision, all that it changes, what the public may see from now on,
 * and its entry in the public log, in the caller's transaction. Decisions about one organisation follow one another, each known later than the one before.
 * @param at when the register knew it; only a demonstration brings a past of its own
 */
export async function recordDecision(tx: Transaction, actor: Actor, decision: NewDecision, at?: Date): Promise<{ id: string }> {
  const { organisationId, changes, kind } = decision;
  await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, organisationId)).for("no key update");
  // Only now, when nobody can be reading what was known a moment ago: lib/register/queries.ts waits for this lock.
  const recordedAt = await momentAfter(tx, organisationId, at ?? now());
  const [row] = await tx
    .insert(decisions)
    .values({ ...decision, signedById: personIdOf(actor), recordedAt: sql`${recordedAt}::timestamptz` })
    .returning({ id: decisions.id });
  if (!row) throw new Error("A decision was not written");

  for (const about of byThing(changes)) await apply(tx, { decision, decisionId: row.id, recordedAt }, about);
  await refreshVisibility(tx, { providerId: organisationId });
  await recordEvents(tx, actor, [
    { type: "organisation.decided", subject: "organisation", subjectId: organisationId, organisationId, after: { decision: row.id, kind } },
  ]);
  await logDecisions(tx, [row.id]);
  await wakeIndexer(tx);
  return row;
}

/** After all that the register knew of the organisation before: nothing can be known from a moment until that same moment. */
async function momentAfter(tx: Transaction, organisationId: string, at: Date): Promise<string> {
  const [row] = await tx.execute<{ moment: string }>(sql`
    select greatest(${at.toISOString()}::timestamptz, max(known) + interval '1 microsecond')::text as moment from (
      select max(recorded_at) as known from decisions where organisation_id = ${organisationId}
      union all select max(lower(recorded)) from organisation_names where organisation_id = ${organisationId}
      union all select max(lower(recorded)) from organisation_identifiers where organisation_id = ${organisationId}
      union all select max(lower(recorded)) from organisation_successions where predecessor_id = ${organisationId}
    ) before where isfinite(known)`);
  return row?.moment ?? at.toISOString();
}

type Written = { decision: NewDecision; decisionId: string; recordedAt: string };
const tables = {
  registration: registrations,
  accreditation: accreditations,
  restriction: restrictions,
  name: organisationNames,
  identifier: organisationIdentifiers,
  succession: organisationSuccessions,
} as const;
type Table = (typeof tables)[Change["of"]];
type Row = { id: number; valid: string };

/** All that a decision says of one thing: a registration, what an organisation is called, or what has one key. */
async function apply(tx: Transaction, written: Written, changes: Change[]): Promise<void> {
  const [one] = changes;
  if (!one) return;
  const table = tables[one.of];
  const of = columnsOf(one, written.decision);
  const is = Object.entries(of).map(([column, value]) => eq(table[column as "id"], value as never));
  const known = (await tx
    .select()
    .from(table as typeof registrations)
    .where(and(...is, knownAt(table.recorded, null)))) as Row[];
  await replace(tx, { ...written, table, of, known }, changes);
}

/** By which columns the rows of a thing are told from those of others. */
function columnsOf(change: Change, { organisationId, authorityId }: NewDecision): Record<string, string> {
  switch (change.of) {
    case "registration":
      return { providerId: organisationId, authorityId };
    case "accreditation":
    case "restriction":
      return { organisationId, key: change.key };
    case "name":
      return { organisationId };
    case "identifier": {
      const [scheme = "", value = ""] = partsOf(change.key);
      return { organisationId, scheme, value };
    }
    case "succession":
      return { predecessorId: organisationId, successorId: change.key };
  }
}

type Replacing = Written & { table: Table; of: object; known: Row[] };

/** Closes what was known until now, and writes what is known from now on: what stays of it, and what the changes say. */
async function replace(tx: Transaction, { table, of, known, decisionId, recordedAt }: Replacing, changes: Change[]): Promise<void> {
  const rows = known.map((row) => ({ ...row, valid: fromRange(row.valid) }));
  const { closed, left } = overwrite(rows, changes);
  const ids = closed.map(({ id }) => id);
  const recorded = sql`tstzrange(lower(${table.recorded}), ${recordedAt}::timestamptz)`;
  if (ids.length > 0) await tx.update(table).set({ recorded }).where(inArray(table.id, ids));

  const row = (said: object, valid: Period) => ({
    ...said,
    id: undefined,
    valid: toRange(valid),
    recorded: sql`tstzrange(${recordedAt}::timestamptz, null)`,
    // An end is a day or is stated as open; what is cut short has a day.
    ...(table === accreditations ? { openEnded: valid.until === null } : {}),
  });
  const next = [
    ...left.map(({ row: stays, valid }) => row(stays, valid)),
    ...changes.flatMap(({ holds, from, until }) => (holds ? [row({ ...of, ...holds, decisionId }, { from, until })] : [])),
  ];
  if (next.length > 0) await tx.insert(table).values(next as never);
}
