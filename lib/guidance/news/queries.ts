import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { canKeepLists } from "@/lib/guidance/lists/queries";

/**
 * Clients' lists in which something may have changed after a moment: there was an event about one of their offerings or its provider. Without a
 * moment, all of them: what ends on a day ends without an event. Only those that somebody keeps who can be told.
 */
export async function listsTouchedSince(since: Date | null): Promise<string[]> {
  const touched =
    since === null
      ? sql`true`
      : sql`exists (select from list_items i join offerings o on o.id = i.offering_id
          where i.list_id = l.id and (o.id in (select subject_id from lately) or o.provider_id in (select subject_id from lately)))`;
  const moment = (since ?? new Date(0)).toISOString();
  const rows = await db.execute<{ id: string }>(sql`
    with lately as (select distinct subject_id from events where ${since !== null}::boolean and happened_at > ${moment}::timestamptz)
    select l.id from lists l where l.organisation_id is not null and not l.is_template and l.person_id in (${canKeepLists(sql`l.organisation_id`)}) and ${touched}
    order by l.id`);
  return rows.map(({ id }) => id);
}
