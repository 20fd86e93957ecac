import { sql } from "drizzle-orm";
import { db } from "@/db";
import { today } from "@/lib/clock";
import { nameOn } from "@/lib/providers/names/queries";
import { readEntry } from "@/lib/public-log/entry";
import type { ToldEntry } from "./told-entry";

/** Entries before a place, the latest first. */
export async function listToldEntries(before: number, limit: number): Promise<ToldEntry[]> {
  const rows = await db.execute<Omit<ToldEntry, "entry"> & { content: string }>(sql`
    select p.position::float8 as position, e.content, jsonb_build_object('name', ${nameOn(sql`e.organisation_id`, today())}, 'slug', g.slug,
        'isProvider', 'provider' = any (g.roles)) as organisation,
      case when v.id is not null then jsonb_build_object('title', v.content -> 'title', 'original', v.content ->> 'originalLanguage') end as offering
    from log_positions p join log_entries e on e.id = p.entry_id join organisations g on g.id = e.organisation_id
    left join offerings o on o.id = e.subject_id left join versions v on v.id = o.current_version_id
    where p.position < ${before} order by p.position desc limit ${limit}`);
  return rows.map(({ content, ...row }) => ({ ...row, entry: readEntry(content) }));
}
