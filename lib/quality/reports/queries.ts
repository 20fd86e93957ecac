import { sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import { fromRange } from "@/lib/days/days";
import type { SaidInstitution, SaidReport } from "@/lib/interop/deqar/said";
import type { Holder, Identifier, Namesake } from "@/lib/quality/matching";
import type { Settled } from "@/lib/quality/subject";

export type KnownSubject = Settled & { id: string; place: number; said: SaidInstitution };
export type KnownReport = {
  id: string;
  key: string;
  agencyId: string;
  localIdentifier: string;
  type: string;
  activities: string[];
  said: SaidReport;
  subjects: KnownSubject[];
};

/** What is known now of the reports that a file names. */
export async function readKnownReports(tx: Transaction, named: { agencyId: string; localIdentifier: string }[]): Promise<KnownReport[]> {
  return await tx.execute<KnownReport>(sql`
    select r.id, r.key, r.agency_id as "agencyId", r.local_identifier as "localIdentifier", r.type, r.activities, r.said, coalesce((
      select jsonb_agg(jsonb_build_object('id', s.id, 'place', s.place, 'said', s.said, 'organisationId', s.organisation_id, 'matchedBy', s.matched_by,
        'scheme', s.scheme, 'value', s.value, 'candidates', s.candidates, 'rejected', s.rejected, 'decidedById', s.decided_by_id) order by s.place)
      from quality_report_subjects s where s.report_id = r.id and upper_inf(s.recorded)), '[]') as subjects
    from quality_reports r join jsonb_to_recordset(${JSON.stringify(named)}::text::jsonb) as n("agencyId" uuid, "localIdentifier" text)
      on n."agencyId" = r.agency_id and n."localIdentifier" = r.local_identifier
    where upper_inf(r.recorded)`);
}

/** Whoever holds one of some identifiers, whenever. */
export async function readHolders(tx: Transaction, identifiers: Identifier[]): Promise<Holder[]> {
  if (identifiers.length === 0) return [];
  const rows = await tx.execute<{ scheme: string; value: string; organisationId: string; valid: string }>(sql`
    select i.scheme, i.value, i.organisation_id as "organisationId", i.valid::text as valid from known_identifiers i
    where (i.scheme, upper(regexp_replace(i.value, '\\s', '', 'g'))) in (
      select scheme, value from jsonb_to_recordset(${JSON.stringify(identifiers)}::text::jsonb) as n(scheme text, value text))`);
  return rows.map((row) => ({ ...row, valid: fromRange(row.valid) }));
}

/** The organisations of the register that were ever called one of some names. */
export async function readNamesakes(tx: Transaction, names: string[]): Promise<Namesake[]> {
  if (names.length === 0) return [];
  const rows = await tx.execute<Omit<Namesake, "identifiers"> & { identifiers: (Identifier & { valid: string })[] }>(sql`
    select o.id as "organisationId", t.value as name, o.country, coalesce((select jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value, 'valid', i.valid::text))
      from known_identifiers i where i.organisation_id = o.id), '[]') as identifiers
    from known_names n join organisations o on o.id = n.organisation_id cross join lateral jsonb_each_text(n.name) t
    where cairn_fold(t.value) in (select cairn_fold(one) from unnest(${sql.param(names)}::text[]) one)`);
  return rows.map((row) => ({ ...row, identifiers: row.identifiers.map((one) => ({ ...one, valid: fromRange(one.valid) })) }));
}
