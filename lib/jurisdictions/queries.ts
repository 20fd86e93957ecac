import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import type { Actor } from "@/lib/auth/permissions";
import { findOversight } from "@/lib/authorities/queries";
import { country } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";
import { type Assignment, assignmentsOf, type Competence, competenceOn } from "./jurisdiction";

const base = assignmentsOf(country.authorities);

/**
 * Who answers for a place on a day, as an array of slugs within a query: the country's file and the changes to it, as this very
 * transaction sees them. `nuts` is a column or a value; null has nobody.
 */
export function answeringFor(nuts: SQL, day: Day): SQL<string[]> {
  const first = base.map(({ code, authorities }) => sql`(${code}::text, ${sql.param(authorities)}::text[], '-infinity'::date, 0::bigint)`);
  return sql<string[]>`coalesce((select a.authorities from (values ${sql.join(first, sql`, `)}
      union all select j.code, j.authorities, j.valid_from, j.number from jurisdiction_changes j where j.valid_from <= ${day}::date
    ) a (code, authorities, valid_from, number)
    where starts_with(${nuts}, a.code) order by length(a.code) desc, a.valid_from desc, a.number desc limit 1), '{}')`;
}

/** All that is and will be: for pages and for pure rules that ask by day. */
export async function findAssignments(database: Database = db): Promise<Assignment[]> {
  const changes = await database.execute<Assignment>(sql`
    select code, authorities, valid_from::text as from, number::int as number from jurisdiction_changes order by number`);
  return [...base, ...changes];
}

/** Who answers for places on a day. */
export async function findCompetence(day: Day, database: Database = db): Promise<Competence> {
  return competenceOn(await findAssignments(database), day);
}

/** A change as it was decided, with who decided it: for the page that lists them. */
export type DecidedChange = Assignment & { reason: string; by: string | null; recordedAt: string };

/** All changes that were ever decided, the latest first. Undefined for whoever keeps no authority. */
export async function listJurisdictionChanges(actor: Actor): Promise<DecidedChange[] | undefined> {
  if (!(await findOversight(actor, "authority.read"))) return undefined;
  return await db.execute<DecidedChange>(sql`
    select j.code, j.authorities, j.valid_from::text as from, j.number::int as number, j.reason, j.recorded_at as "recordedAt",
      coalesce(nullif(p.name, ''), p.email) as by
    from jurisdiction_changes j left join people p on p.id = j.decided_by_id order by j.valid_from desc, j.number desc`);
}
