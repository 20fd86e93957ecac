import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import type { Texts } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { addDays, type Day, fromRange, type Period } from "@/lib/days/days";
import { overseenBy } from "@/lib/decisions/overview/queries";
import type { ReportDecision, ReportType, SaidInstitution, SaidReport } from "@/lib/interop/deqar/said";
import { nameOn, saysOrIsCalled } from "@/lib/providers/names/queries";
import { lapsingWithin, type QualityQuery, type QualityState, reportsPerPage } from "./input";

/** An organisation of the register as pages name it. */
type NamedOrganisation = { id: string; slug: string; name: Texts };

export type ListedSubject = {
  place: number;
  names: string[];
  identifiers: string[];
  organisation: NamedOrganisation | null;
  candidates: number;
};
export type ListedReport = {
  key: string;
  acronym: string;
  localIdentifier: string;
  type: ReportType;
  decision: ReportDecision;
  valid: Period;
  subjects: ListedSubject[];
};

export type QualityPage = { rows: ListedReport[]; total: number; pages: number; page: number };

const named = (id: SQL) =>
  sql`(select jsonb_build_object('id', o.id, 'slug', o.slug, 'name', ${nameOn(sql`o.id`, today())}) from organisations o where o.id = ${id})`;

/** Which organisations an authority answers for, as a condition on `organisations o`. */
async function scopeOf(actor: Actor): Promise<SQL | undefined> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "quality.read", { organisationId })) return undefined;
  const [authority] = await db.execute<{ slug: string }>(sql`select slug from organisations where id = ${organisationId}::uuid`);
  return authority && overseenBy(organisationId, authority.slug);
}

const subjects = sql`from quality_report_subjects s where s.report_id = r.id and upper_inf(s.recorded)`;
/** Proposals are shown to the authority that answers for one of the namesakes; to others the provider is unmatched. Whom it answers for is asked once a query. */
const proposedTo = (scope: SQL) =>
  sql`exists (select ${subjects} and s.candidates && array(select o.id from organisations o where ${scope}))`;

function condition(state: QualityState, scope: SQL, day: Day): SQL {
  const conditions: Record<QualityState, SQL> = {
    all: sql`true`,
    proposed: proposedTo(scope),
    unmatched: sql`exists (select ${subjects} and s.organisation_id is null) and not ${proposedTo(scope)}`,
    matched: sql`not exists (select ${subjects} and s.organisation_id is null)`,
    negative: sql`r.decision = 'negative'`,
    lapsing: sql`r.valid @> ${day}::date and upper(r.valid) <= ${addDays(day, lapsingWithin)}::date`,
    ended: sql`upper(r.valid) <= ${day}::date`,
  };
  return conditions[state];
}

/** A page of what reports say now, the newest first. The reports are everybody's; whose namesakes are proposed depends on who asks. */
export async function listReports(actor: Actor, query: QualityQuery): Promise<QualityPage> {
  const scope = await scopeOf(actor);
  if (!scope) return { rows: [], total: 0, pages: 1, page: 1 };
  const text = sql`a.acronym || ' ' || a.name || ' ' || r.local_identifier || ' ' || coalesce((select string_agg(s.said::text, ' ') ${subjects}), '')`;
  const says = saysOrIsCalled(text, (called) => sql`exists (select ${subjects} and s.organisation_id in (${called}))`, query.q);
  const where = sql.join([sql`upper_inf(r.recorded)`, condition(query.state, scope, today()), says], sql` and `);
  const from = sql`from quality_reports r join quality_agencies a on a.id = r.agency_id`;
  const [counted] = await db.execute<{ total: number }>(sql`select count(*)::int as total ${from} where ${where}`);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / reportsPerPage));
  const page = Math.min(query.page, pages);
  const order = sql`order by lower(r.valid) desc, a.acronym, r.local_identifier`;
  // Which they are is found first, so that what a row tells is asked of those alone that are shown.
  const shown = sql`select r.id ${from} where ${where} ${order} limit ${reportsPerPage} offset ${(page - 1) * reportsPerPage}`;
  const rows = await db.execute<Omit<ListedReport, "valid"> & { valid: string }>(sql`
    select r.key, a.acronym, r.local_identifier as "localIdentifier", r.type, r.decision, r.valid::text as valid, (
      select jsonb_agg(jsonb_build_object('place', s.place, 'names', s.said->'names', 'identifiers', coalesce((select jsonb_agg(i->>'value') from jsonb_array_elements(s.said->'identifiers') i), '[]'),
        'organisation', ${named(sql`s.organisation_id`)}, 'candidates', (select count(*) from organisations o where o.id = any (s.candidates) and ${scope})) order by s.place)
      ${subjects}) as subjects
    ${from} where r.id in (${shown}) ${order}`);
  return { rows: rows.map((row) => ({ ...row, valid: fromRange(row.valid) })), total, pages, page };
}

/** An organisation of an equal name, as an officer compares it with what the report says. */
export type Candidate = NamedOrganisation & {
  town: string | null;
  country: string;
  homepage: string | null;
  identifiers: { scheme: string; value: string }[];
};

export type ShownSubject = {
  id: string;
  said: SaidInstitution;
  organisation: NamedOrganisation | null;
  matchedBy: "identifier" | "officer" | null;
  scheme: string | null;
  value: string | null;
  candidates: Candidate[];
};

export type ShownReport = Omit<ListedReport, "subjects"> & {
  agency: string;
  deqarId: number;
  status: "obligatory" | "voluntary";
  activities: string[];
  said: SaidReport;
  source: string | null;
  subjects: ShownSubject[];
};

/** One report with all that it says, and whom it is about. */
export async function findReport(actor: Actor, key: string): Promise<ShownReport | undefined> {
  const scope = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key) ? await scopeOf(actor) : undefined;
  if (!scope) return undefined;
  const [row] = await db.execute<Omit<ShownReport, "valid"> & { valid: string }>(sql`
    select r.key, a.acronym, a.name as agency, a.deqar_id as "deqarId", r.local_identifier as "localIdentifier", r.type, r.decision, r.status, r.activities,
      r.valid::text as valid, r.said, (select m.file_name from quality_imports m where m.id = r.import_id) as source, (
        select jsonb_agg(jsonb_build_object('id', s.id, 'said', s.said, 'organisation', ${named(sql`s.organisation_id`)}, 'matchedBy', s.matched_by,
          'scheme', s.scheme, 'value', s.value, 'candidates', coalesce((
            select jsonb_agg(jsonb_build_object('id', o.id, 'slug', o.slug, 'name', ${nameOn(sql`o.id`, today())}, 'town', o.town, 'country', o.country, 'homepage', o.homepage,
              'identifiers', coalesce((select jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value)) from known_identifiers i where i.organisation_id = o.id), '[]'))
              order by o.slug) from organisations o where o.id = any (s.candidates) and ${scope}), '[]')) order by s.place) ${subjects}) as subjects
    from quality_reports r join quality_agencies a on a.id = r.agency_id where r.key = ${key}::uuid and upper_inf(r.recorded)`);
  return row && { ...row, valid: fromRange(row.valid) };
}
