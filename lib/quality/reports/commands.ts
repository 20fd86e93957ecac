import { sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import { toRange } from "@/lib/days/days";
import { validityOf } from "@/lib/quality/report";
import type { Settled } from "@/lib/quality/subject";
import type { Decided, NextReport } from "./decide";
import type { KnownSubject } from "./queries";

/** Every change of quality data takes its turn, so that what one closes no other has closed; answers the moment from which it counts. */
export async function takeTurn(tx: Transaction): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('quality', 0))`);
  const [row] = await tx.execute<{ at: string }>(sql`select clock_timestamp()::text as at`);
  if (!row) throw new Error("The database has no clock");
  return row.at;
}

type Row = NextReport & { id: string; key: string; valid: string };

/** Writes what was decided of some reports: what was known is closed, what is known now is beside it. Answers the organisations it concerns. */
export async function writeReports(tx: Transaction, decided: Decided[], importId: string | null, at: string): Promise<string[]> {
  const anew = decided.filter(({ outcome, rematched }) => outcome !== "unchanged" && rematched.length === 0);
  const rematched = decided.filter(({ rematched }) => rematched.length > 0);
  await closeReports(
    tx,
    anew.flatMap(({ before }) => before?.id ?? []),
    at,
  );
  const rows = anew.map(
    ({ key, next }): Row => ({
      ...next,
      id: crypto.randomUUID(),
      key,
      valid: toRange(validityOf(next.said)),
    }),
  );
  await insertReports(tx, rows, importId, at);
  const parts = rematched.flatMap(({ next, before, rematched: places }) =>
    next.subjects.filter(({ place }) => places.includes(place)).map((subject) => ({ ...subject, reportId: before?.id ?? "" })),
  );
  const gone = rematched.flatMap(
    ({ before, rematched: places }) => before?.subjects.filter(({ place }) => places.includes(place)).map(({ id }) => id) ?? [],
  );
  await closeSubjects(tx, gone, at);
  await insertSubjects(
    tx,
    [...rows.flatMap(({ id, subjects }) => subjects.map((subject) => ({ ...subject, reportId: id }))), ...parts],
    at,
  );
  const before = [...anew, ...rematched].flatMap(({ before }) => before?.subjects ?? []);
  return concerned([...before, ...anew.flatMap(({ next }) => next.subjects), ...parts]);
}

function concerned(subjects: Pick<Settled, "organisationId">[]): string[] {
  return [...new Set(subjects.flatMap(({ organisationId }) => organisationId ?? []))];
}

async function closeReports(tx: Transaction, ids: string[], at: string): Promise<void> {
  if (ids.length === 0) return;
  const closing = sql`recorded = tstzrange(lower(recorded), ${at}::timestamptz)`;
  await tx.execute(
    sql`update quality_report_subjects set ${closing} where report_id = any (${sql.param(ids)}::uuid[]) and upper_inf(recorded)`,
  );
  await tx.execute(sql`update quality_reports set ${closing} where id = any (${sql.param(ids)}::uuid[]) and upper_inf(recorded)`);
}

export async function closeSubjects(tx: Transaction, ids: string[], at: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`update quality_report_subjects set recorded = tstzrange(lower(recorded), ${at}::timestamptz)
    where id = any (${sql.param(ids)}::uuid[]) and upper_inf(recorded)`);
}

async function insertReports(tx: Transaction, rows: Row[], importId: string | null, at: string): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ subjects: _, said, ...row }) => ({ ...row, said, status: said.status, decision: said.decision }));
  await tx.execute(sql`
    insert into quality_reports (id, key, agency_id, local_identifier, type, status, decision, activities, valid, said, recorded, import_id)
    select id, key, "agencyId", "localIdentifier", type, status, decision, activities, valid::daterange, said, tstzrange(${at}::timestamptz, null), ${importId}::uuid
    from jsonb_to_recordset(${JSON.stringify(values)}::text::jsonb) as r(id uuid, key uuid, "agencyId" uuid, "localIdentifier" text, type text,
      status text, decision text, activities text[], valid text, said jsonb)`);
}

type NewSubject = Settled & Pick<KnownSubject, "place" | "said"> & { reportId: string };

export async function insertSubjects(tx: Transaction, subjects: NewSubject[], at: string): Promise<void> {
  if (subjects.length === 0) return;
  await tx.execute(sql`
    insert into quality_report_subjects (report_id, place, said, organisation_id, matched_by, scheme, value, candidates, rejected, decided_by_id, recorded)
    select "reportId", place, said, "organisationId", "matchedBy"::subject_match, scheme, value, candidates, rejected, "decidedById", tstzrange(${at}::timestamptz, null)
    from jsonb_to_recordset(${JSON.stringify(subjects)}::text::jsonb) as r("reportId" uuid, place int, said jsonb, "organisationId" uuid, "matchedBy" text,
      scheme text, value text, candidates uuid[], rejected uuid[], "decidedById" uuid)`);
}

/** What rules find odd about the offerings of these providers is looked for again, since they read the reports. */
export async function lookAgain(tx: Transaction, organisationIds: string[]): Promise<void> {
  if (organisationIds.length === 0) return;
  await tx.execute(sql`update monitored set flagged_on = null where flagged_on is not null and offering_id in (
    select o.id from offerings o where o.provider_id in (
      select unnest(${sql.param(organisationIds)}::uuid[])
      union select s.successor_id from known_successions s where s.predecessor_id = any (${sql.param(organisationIds)}::uuid[])))`);
}
