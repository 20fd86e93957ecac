import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { accreditations, registrations, restrictions } from "@/db/schema";
import { fromRange } from "@/lib/days/days";
import type { Change } from "@/lib/decisions/decision";
import { type Held, type RegisterState, thingIn } from "@/lib/decisions/history";
import { knownAt } from "@/lib/visibility/queries";

type Row = { thing: string; held: Held; decisionId: string | null };

/** What the register holds of an organisation now, in the form in which decisions change it. */
export async function readState(organisationId: string, database: Database = db): Promise<RegisterState> {
  const held = await readRows(database, organisationId, (table) => knownAt(table.recorded, null));
  return new Map([...Map.groupBy(held, ({ thing }) => thing)].map(([thing, of]) => [thing, of.map(({ held }) => held)]));
}

/**
 * What decisions said that are older than the saying of it as data: the rows that they wrote, as they first were. So an old decision is taken
 * back like any other.
 */
export async function changesInRows(database: Database, organisationId: string, decisionIds: string[]): Promise<Map<string, Change[]>> {
  if (decisionIds.length === 0) return new Map();
  const rows = await readRows(
    database,
    organisationId,
    (table, name) => sql`${inArray(table.decisionId, decisionIds)} and lower(${table.recorded}) =
      (select min(lower(first.recorded)) from ${sql.raw(name)} first where first.decision_id = ${table.decisionId})`,
  );
  const by = Map.groupBy(rows, ({ decisionId }) => decisionId ?? "");
  return new Map([...by].map(([id, of]) => [id, of.map(({ held }) => held.change)]));
}

type Table = typeof registrations | typeof accreditations | typeof restrictions;

async function readRows(database: Database, organisationId: string, where: (table: Table, name: string) => SQL): Promise<Row[]> {
  const [registered, accredited, restricted] = await Promise.all([
    database
      .select()
      .from(registrations)
      .where(and(eq(registrations.providerId, organisationId), where(registrations, "registrations"))),
    database
      .select()
      .from(accreditations)
      .where(and(eq(accreditations.organisationId, organisationId), where(accreditations, "accreditations"))),
    database
      .select()
      .from(restrictions)
      .where(and(eq(restrictions.organisationId, organisationId), where(restrictions, "restrictions"))),
  ]);
  return [
    ...registered.map((row) => toRow(row.authorityId, { of: "registration", holds: { status: row.status } }, row)),
    ...accredited.map((row) => toRow("", { of: "accreditation", key: row.key, holds: termsOf(row) }, row)),
    ...restricted.map((row) => toRow("", { of: "restriction", key: row.key, holds: termsOf(row) }, row)),
  ];
}

function toRow(authorityId: string, said: object, { valid: range, decisionId }: { valid: string; decisionId: string | null }): Row {
  const valid = fromRange(range) as Held["valid"];
  const change = { ...said, ...valid } as Change;
  return { thing: thingIn(authorityId, change), held: { valid, change }, decisionId };
}

/** Of a row what a decision said; the rest is the register's own. */
function termsOf(row: object): object {
  const own = ["id", "key", "organisationId", "valid", "recorded", "decisionId", "openEnded"];
  return Object.fromEntries(Object.entries(row).filter(([name]) => !own.includes(name)));
}
