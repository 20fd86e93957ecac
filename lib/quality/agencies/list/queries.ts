import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { fromRange, type Period } from "@/lib/days/days";
import { type AgencyQuery, reportsPerPage } from "@/lib/quality/input";

export type ListedAgency = {
  deqarId: number;
  acronym: string;
  name: string;
  country: string | null;
  website: string | null;
  terms: Period[];
  reports: number;
};

export type AgencyPage = { rows: ListedAgency[]; total: number; pages: number; page: number };

/** Agencies by acronym, each with its times in EQAR as they are known now. */
export async function listAgencies(actor: Actor, query: AgencyQuery): Promise<AgencyPage> {
  if (!may(actor, "quality.read", actor)) return { rows: [], total: 0, pages: 1, page: 1 };
  const known = sql`from quality_agency_terms t where t.agency_id = a.id and upper_inf(t.recorded)`;
  const isIn = sql`exists (select ${known} and t.valid @> ${today()}::date)`;
  const states = { all: sql`true`, in: isIn, out: sql`not ${isIn}` };
  const says = query.q
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => sql`strpos(cairn_fold(a.acronym || ' ' || a.name || ' ' || coalesce(a.country, '')), cairn_fold(${word})) > 0`);
  const where = sql.join([states[query.state], ...says], sql` and `);
  const [counted] = await db.execute<{ total: number }>(sql`select count(*)::int as total from quality_agencies a where ${where}`);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / reportsPerPage));
  const page = Math.min(query.page, pages);
  const rows = await db.execute<Omit<ListedAgency, "terms"> & { terms: string[] }>(sql`
    select a.deqar_id as "deqarId", a.acronym, a.name, a.country, a.website,
      coalesce((select jsonb_agg(t.valid::text order by t.valid desc) ${known}), '[]') as terms,
      (select count(*)::int from quality_reports r where r.agency_id = a.id and upper_inf(r.recorded)) as reports
    from quality_agencies a where ${where} order by lower(a.acronym) limit ${reportsPerPage} offset ${(page - 1) * reportsPerPage}`);
  return { rows: rows.map((row) => ({ ...row, terms: row.terms.map(fromRange) })), total, pages, page };
}
