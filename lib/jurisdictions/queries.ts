import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
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
