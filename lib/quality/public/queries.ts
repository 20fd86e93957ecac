import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { Texts } from "@/db/schema";
import { lastDay } from "@/lib/accreditations/accreditation";
import type { Day } from "@/lib/days/days";
import { contains, fromRange, type Period } from "@/lib/days/days";
import type { ReportDecision, ReportType, SaidReport } from "@/lib/interop/deqar/said";
import { nameOn } from "@/lib/providers/names/queries";
import { termOn } from "@/lib/quality/terms";
import type { Moment } from "@/lib/register/moment";

/** An external quality report as the public reads it. */
export type QualityReportDocument = {
  agency: {
    deqarId: number;
    acronym: string;
    name: string /** Its time in EQAR that held the day the report began. */;
    inEqar: { from: Day | null; lastDay: Day | null } | null;
  };
  localIdentifier: string;
  type: ReportType;
  status: "obligatory" | "voluntary";
  decision: ReportDecision;
  activities: string[];
  from: Day | null;
  /** Null where the report states no end. */
  lastDay: Day | null;
  holds: boolean;
  programmes: { name: string; cycle: number | null; ects: number | null }[];
  files: { url: string; name: string | null; languages: string[] }[];
  links: { url: string; name: string | null }[];
  matchedBy: { scheme: string; value: string } | null;
  /** The organisation that it was about, where this one followed it. */
  predecessor: { slug: string; name: Texts } | null;
};

type Row = {
  deqarId: number;
  acronym: string;
  name: string;
  localIdentifier: string;
  type: ReportType;
  status: "obligatory" | "voluntary";
  decision: ReportDecision;
  activities: string[];
  valid: string;
  said: SaidReport;
  scheme: string | null;
  value: string | null;
  terms: string[];
  predecessor: { slug: string; name: Texts } | null;
};

/**
 * The reports about an organisation and about those it followed, as the register knew them at a moment (null: now), the newest first. What
 * it knew of them at a past moment never changes; an agency stands by its number and by what DEQAR calls it now.
 */
export async function listQualityReports(organisationId: string, day: Day, moment: Moment | null): Promise<QualityReportDocument[]> {
  const known = (table: string) =>
    moment === null ? sql`upper_inf(${sql.raw(table)}.recorded)` : sql`${sql.raw(table)}.recorded @> ${moment}::timestamptz`;
  const rows = await db.execute<Row>(sql`
    with recursive origins (id) as (
      select ${organisationId}::uuid union select p.predecessor_id from origins join known_successions p on p.successor_id = origins.id
    )
    select a.deqar_id as "deqarId", a.acronym, a.name, r.local_identifier as "localIdentifier", r.type, r.status, r.decision, r.activities, r.valid::text as valid, r.said,
      s.scheme, s.value, coalesce((select jsonb_agg(t.valid::text) from quality_agency_terms t where t.agency_id = a.id and ${known("t")}), '[]') as terms,
      case when o.id <> ${organisationId}::uuid then jsonb_build_object('slug', o.slug, 'name', ${nameOn(sql`o.id`, day, moment)}) end as predecessor
    from origins join quality_report_subjects s on s.organisation_id = origins.id join organisations o on o.id = origins.id
    join quality_reports r on r.id = s.report_id join quality_agencies a on a.id = r.agency_id
    where ${known("s")} and ${known("r")}
    order by lower(r.valid) desc, a.acronym, r.local_identifier`);
  return rows.map((row) => toDocument(row, day));
}

function toDocument({ deqarId, acronym, name, valid, said, scheme, value, terms, ...row }: Row, day: Day): QualityReportDocument {
  const period: Period = fromRange(valid);
  const term = termOn(terms.map(fromRange), period.from ?? day);
  return {
    agency: { deqarId, acronym, name, inEqar: term ? { from: term.from, lastDay: lastDay(term) } : null },
    ...row,
    from: period.from,
    lastDay: lastDay(period),
    holds: contains(period, day),
    programmes: said.programmes.map(({ name, cycle, ects }) => ({ name, cycle, ects })),
    files: said.files,
    links: said.links,
    matchedBy: scheme === null || value === null ? null : { scheme, value },
  };
}
