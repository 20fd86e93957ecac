import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { ShownImport } from "@/lib/imports/queries";

/** Offerings that a file does not name and that take over what it states otherwise for the whole catalogue. */
export type LeftBehind = { offerings: number; scheduled: number };

/**
 * A file writes only the offerings that it names: how many others say what was stated before, or will after a dry run is done for real,
 * until somebody brings them in line on the page of the statements.
 */
export async function countLeftBehind({ id, providerId, dryRun, facts }: ShownImport): Promise<LeftBehind> {
  if (!(facts as { statedNow?: unknown } | null)?.statedNow) return { offerings: 0, scheduled: 0 };
  const [row] = await db.execute<LeftBehind>(sql`
    with own as materialized (
      select coalesce(p.content, v.content) || '{}' as c, p.publish_on,
        case when ${dryRun} then i.facts->'statedNow' else g.statements end as stated
      from imports i join organisations g on g.id = i.provider_id join offerings o on o.provider_id = g.id
      left join versions v on v.id = o.current_version_id left join pending_versions p on p.offering_id = o.id
      where i.id = ${id} and g.id = ${providerId} and (o.status in ('draft', 'published') or (o.status = 'withdrawn' and p.offering_id is not null))
        and not exists (select from import_rows r where r.import_id = i.id and r.external_id = o.external_id and r.outcome <> 'refused')
    )
    select count(*)::int as offerings, count(publish_on)::int as scheduled from own
    where exists (select from jsonb_array_elements_text(c->'statedForCatalogue') f(field) where c->f.field is distinct from stated->f.field)`);
  return row ?? { offerings: 0, scheduled: 0 };
}
