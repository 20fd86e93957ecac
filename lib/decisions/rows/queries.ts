import "server-only";
import { type AnyColumn, and, eq, getTableName, inArray, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { type Database, db } from "@/db";
import {
  accreditations,
  organisationIdentifiers,
  organisationNames,
  organisationSuccessions,
  registrations,
  restrictions,
} from "@/db/schema";
import { fromRange } from "@/lib/days/days";
import { type Change, identifierKey } from "@/lib/decisions/decision";
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

type Dated = { recorded: AnyColumn; decisionId: AnyColumn };

async function readRows(database: Database, organisationId: string, where: (table: Dated, name: string) => SQL): Promise<Row[]> {
  const read = <T extends PgTable & Dated>(table: T, of: AnyColumn) =>
    database
      .select()
      .from(table as PgTable)
      .where(and(eq(of, organisationId), where(table, getTableName(table)))) as unknown as Promise<T["$inferSelect"][]>;
  const [registered, accredited, restricted, named, identified, followed] = await Promise.all([
    read(registrations, registrations.providerId),
    read(accreditations, accreditations.organisationId),
    read(restrictions, restrictions.organisationId),
    read(organisationNames, organisationNames.organisationId),
    read(organisationIdentifiers, organisationIdentifiers.organisationId),
    read(organisationSuccessions, organisationSuccessions.predecessorId),
  ]);
  return [
    ...registered.map((row) => toRow(row.authorityId, { of: "registration", holds: { status: row.status } }, row)),
    ...accredited.map((row) => toRow("", { of: "accreditation", key: row.key, holds: termsOf(row) }, row)),
    ...restricted.map((row) => toRow("", { of: "restriction", key: row.key, holds: termsOf(row) }, row)),
    ...named.map((row) => toRow("", { of: "name", holds: { name: row.name } }, row)),
    ...identified.map((row) => {
      const { scheme, value } = row;
      return toRow("", { of: "identifier", key: identifierKey(scheme, value), holds: { scheme, value } }, row);
    }),
    ...followed.map((row) => {
      const { successorId, kind } = row;
      return toRow("", { of: "succession", key: successorId, holds: { successorId, kind } }, row);
    }),
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
