import { sql } from "drizzle-orm";
import { db } from "@/db";
import { country } from "@/lib/country/country";
import { addDays, type Day } from "@/lib/days/days";
import { keptDays } from "./keeping";

/**
 * Removes the bytes of files on which the work ended long ago; rows, report and what can be undone stay. Whoever begins such a file anew
 * at the same moment holds its row, and is left alone.
 */
export async function forgetOldFiles(day: Day): Promise<void> {
  const ended = sql`status in ('done', 'failed', 'stopped') and finished_at < ${addDays(day, -keptDays)}::date::timestamp at time zone ${country.timeZone}`;
  await db.execute(sql`
    with old as (select id from imports where ${ended} and exists (select from import_pieces p where p.import_id = imports.id) for update skip locked)
    delete from import_pieces where import_id in (select id from old)`);
  await db.execute(sql`update quality_imports set bytes = '' where ${ended} and octet_length(bytes) > 0`);
}
