import "server-only";
import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import type { Texts } from "@/db/schema";
import type { Day } from "@/lib/days/days";
import type { Moment } from "@/lib/register/moment";

/**
 * The name that an organisation has on a day, else the last one that the register knows, or knew at a moment: a body that is gone keeps
 * its name.
 * Only for queries that join or alias, since the column must carry its table.
 */
export function nameOn(organisationId: AnyColumn | SQL, day: Day, moment: Moment | null = null): SQL<Texts> {
  const known = moment === null ? sql`upper_inf(n.recorded)` : sql`n.recorded @> ${moment}::timestamptz`;
  return sql<Texts>`(select n.name from organisation_names n where n.organisation_id = ${organisationId} and ${known}
    order by n.valid @> ${day}::date desc, lower(n.valid) desc nulls last limit 1)`;
}

/**
 * Whether each word stands in a text of a row, or in a name that its organisation has or had: `isAmong` says whether that is one of some.
 * Whose names fit is asked once a query: asked once a row, a search of thousands takes seconds.
 */
export function saysOrIsCalled(text: SQL, isAmong: (organisations: SQL) => SQL, words: string): SQL {
  const has = (said: SQL, word: string) => sql`strpos(cairn_fold(${said}), cairn_fold(${word})) > 0`;
  const called = (word: string) => sql`select k.organisation_id from known_names k where ${has(sql`k.name::text`, word)}`;
  const each = words.split(/\s+/).filter(Boolean);
  return sql.join([sql`true`, ...each.map((word) => sql`(${has(text, word)} or ${isAmong(called(word))})`)], sql` and `);
}
