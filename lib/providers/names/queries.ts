import "server-only";
import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import type { Texts } from "@/db/schema";
import type { Day } from "@/lib/days/days";

/**
 * The name that an organisation has on a day, else the last one that the register knows: a body that is gone keeps its name.
 * Only for queries that join or alias, since the column must carry its table.
 */
export function nameOn(organisationId: AnyColumn | SQL, day: Day): SQL<Texts> {
  return sql<Texts>`(select n.name from known_names n where n.organisation_id = ${organisationId}
    order by n.valid @> ${day}::date desc, lower(n.valid) desc nulls last limit 1)`;
}
