import { sql } from "drizzle-orm";
import { db } from "@/db";

/**
 * The invented authorities have seen what was published, but for some of what changed last and a few offerings that are new to them. The worker
 * finds the flags.
 */
export async function acknowledgeMost(): Promise<void> {
  await db.execute(sql`
    insert into monitored (offering_id, acknowledged_number, acknowledged_at)
    select o.id, case when abs(hashtext(o.slug)) % 20 = 0 then 0 when v.number > 1 and abs(hashtext(o.slug)) % 2 = 0 then v.number - 1 else v.number end, now()
    from offerings o join versions v on v.id = o.current_version_id
    on conflict do nothing`);
}
