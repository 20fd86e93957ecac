import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { logCheckpoints, logKeys } from "@/db/schema";
import type { EntryKind } from "@/lib/public-log/entry";
import { decisionFacts, momentText, versionFacts } from "@/lib/public-log/facts";
import { visibilityOf } from "@/lib/visibility/commands";
import type { RegisterRow } from "./replay-decisions";
import type { OfferingRow } from "./replay-offerings";

/** Everything that a verification reads: all of it, in pieces, and nothing but reads. */

export type StoredEntry = {
  entryId: number;
  position: number | null;
  leafHash: Buffer | null;
  content: string | null;
  kind: EntryKind;
  subjectId: string;
  organisationId: string;
  salt: string | null;
};

const stored = sql`e.id::float8 as "entryId", e.content, e.kind, e.subject_id as "subjectId", e.organisation_id as "organisationId", e.salt`;

/** Entries in their places, from one place on. */
export async function readPlaced(from: number, limit: number): Promise<StoredEntry[]> {
  return await db.execute<StoredEntry>(sql`
    select ${stored}, p.position::float8 as position, p.leaf_hash as "leafHash", p.entry_id::float8 as "entryId"
    from log_positions p left join log_entries e on e.id = p.entry_id where p.position >= ${from} order by p.position limit ${limit}`);
}

/** Entries without a place, and whether the last checkpoint must have given them one. */
export async function readWaiting(): Promise<(StoredEntry & { passedOver: boolean })[]> {
  return await db.execute(sql`
    select ${stored}, null as position, null as "leafHash",
      coalesce((select pg_visible_in_snapshot(e.transaction, c.seen) from log_checkpoints c order by c.id desc limit 1), false) as "passedOver"
    from log_entries e where not exists (select from log_positions p where p.entry_id = e.id) order by e.id`);
}

export async function readCheckpoints() {
  return await db.select().from(logCheckpoints).orderBy(logCheckpoints.size, logCheckpoints.id);
}

export async function readKeys(): Promise<string[]> {
  return (await db.select({ key: logKeys.verifierKey }).from(logKeys)).map(({ key }) => key);
}

/** The stored subtrees of a height, from the first to the last place. */
export async function readNodes(height: number, first: number, last: number): Promise<Map<number, Buffer>> {
  const rows = await db.execute<{ place: number; hash: Buffer }>(sql`
    select place::float8 as place, hash from log_nodes where height = ${height} and place between ${first} and ${last}`);
  return new Map(rows.map(({ place, hash }) => [place, hash]));
}

/** Subtrees that a log of so many entries does not have. */
export async function readNodesBeyond(size: number): Promise<{ height: number; place: number }[]> {
  return await db.execute(sql`
    select height, place::float8 as place from log_nodes
    where height % 4 <> 0 or height <= 0 or place < 0 or (place + 1) * power(2, height) > ${size} order by height, place limit 100`);
}

/** Days that are not published, or with another checkpoint than that which stood at their end. */
export async function readWrongDays(
  timeZone: string,
  today: string,
): Promise<{ day: string; stands: number | null; expected: number | null }[]> {
  return await db.execute(sql`
    select days.day::date::text as day, d.checkpoint_id::float8 as stands, (select c.id::float8 from log_checkpoints c
      where c.made_at < (days.day::date + 1)::timestamp at time zone ${timeZone} order by c.id desc limit 1) as expected
    from generate_series((select min(least(day, (select min(made_at at time zone ${timeZone})::date from log_checkpoints))) from log_days)::timestamp,
      (select max(day) from log_days)::timestamp, interval '1 day') as days(day) left join log_days d on d.day = days.day::date
    where days.day >= ${today}::date or d.checkpoint_id is distinct from (select c.id from log_checkpoints c
      where c.made_at < (days.day::date + 1)::timestamp at time zone ${timeZone} order by c.id desc limit 1)`);
}

const oneOf = (column: SQL, ids: string[]) => sql`${column} in (select (jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))::uuid)`;

export type DecisionRow = { id: string; authority: { id: string }; organisation: { id: string }; signedById: string | null };

export async function readDecisions(ids: string[]): Promise<DecisionRow[]> {
  return await db.execute<DecisionRow>(decisionFacts(oneOf(sql`d.id`, ids)));
}

export type VersionRow = {
  offering: { id: string };
  version: { id: string; number: number };
  effectiveFrom: string;
  publishedAt: string;
  facts: object;
  content: unknown;
  searchText: string;
};

export async function readVersions(ids: string[]): Promise<VersionRow[]> {
  return await db.execute<VersionRow>(
    versionFacts({ which: oneOf(sql`v.id`, ids), more: sql`, v.content, v.search_text as "searchText"` }),
  );
}

/** The ids of all rows of a table, in pieces. */
export async function* allIds(table: "decisions" | "versions"): AsyncGenerator<string[]> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const rows = await db.execute<{ id: string }>(sql`select id from ${sql.raw(table)} where id > ${after}::uuid order by id limit 10000`);
    if (rows.length === 0) return;
    yield rows.map(({ id }) => id);
    after = rows.at(-1)?.id ?? after;
  }
}

/** Organisations that anything was decided about, or that the register holds rows of. */
export async function listDecidedOn(): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select organisation_id as id from log_entries where kind = 'decision' union select provider_id from registrations
    union select organisation_id from accreditations union select organisation_id from restrictions`);
  return rows.map(({ id }) => id);
}

/** The decisions about some organisations as the log tells them, in its order. */
export async function readDecisionEntries(organisationIds: string[]): Promise<{ organisationId: string; content: string }[]> {
  return await db.execute(sql`
    select e.organisation_id as "organisationId", e.content from log_entries e left join log_positions p on p.entry_id = e.id
    where e.kind = 'decision' and ${oneOf(sql`e.organisation_id`, organisationIds)} order by p.position nulls last, e.id`);
}

export async function readRegister(organisationIds: string[]): Promise<(RegisterRow & { organisationId: string })[]> {
  const from = (table: string, owner: string) => sql`
    select ${table}::text as "table", t.id::text as id, t.${sql.raw(owner)} as "organisationId", to_jsonb(t) - 'id' - 'recorded'
      || jsonb_build_object('recorded_from', ${momentText(sql`lower(t.recorded)`)}, 'recorded_until', ${momentText(sql`upper(t.recorded)`)}) as fields
    from ${sql.raw(table)} t where ${oneOf(sql.raw(`t.${owner}`), organisationIds)}`;
  // Of names and what is like them the log tells what decisions recorded, not what a file of reports brought.
  const decided = (table: string, owner: string) => sql`${from(table, owner)} and t.decision_id is not null`;
  const parts = [
    from("registrations", "provider_id"),
    from("accreditations", "organisation_id"),
    from("restrictions", "organisation_id"),
    decided("organisation_names", "organisation_id"),
    decided("organisation_identifiers", "organisation_id"),
    decided("organisation_successions", "predecessor_id"),
  ];
  return await db.execute(sql.join(parts, sql` union all `));
}

/** Offerings that the public sees at other times than follow from their version, registration and accreditations. */
export async function readWrongVisibility(ids: string[]): Promise<{ id: string; stands: string; expected: string }[]> {
  const computed = JSON.stringify(await visibilityOf(db, { offeringIds: ids }));
  return await db.execute(sql`
    select o.id, o.visible::text as stands, coalesce(r.visible, '{}')::tstzmultirange::text as expected
    from offerings o left join jsonb_to_recordset(${computed}::jsonb) as r(id uuid, visible text) on r.id = o.id
    where ${oneOf(sql`o.id`, ids)} and o.visible is distinct from coalesce(r.visible, '{}')::tstzmultirange`);
}

/** Offerings that are or were published, in pieces. */
export async function* allOfferings(): AsyncGenerator<{ id: string; fields: OfferingRow }[]> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const rows = await db.execute<{ id: string; fields: OfferingRow }>(sql`
      select id, jsonb_build_object('slug', slug, 'provider_id', provider_id, 'status', status, 'current_version_id', current_version_id,
        'superseded_by_id', superseded_by_id, 'withdrawn_at', ${momentText(sql`withdrawn_at`)}, 'withdrawn_reason', withdrawn_reason,
        'first_published_at', ${momentText(sql`first_published_at`)}) as fields
      from offerings where id > ${after}::uuid order by id limit 5000`);
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.id ?? after;
  }
}
