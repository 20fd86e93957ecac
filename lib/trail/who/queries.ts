import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { isId } from "@/lib/id";
import { says } from "@/lib/texts/says";

/** So many that fit are looked at; of more than that the page says so, and nothing is passed over in silence. */
export const most = 500;

export type Found = { ids: string[]; isMore: boolean };

/** Who acts under some words: people by name and address, keys and feeds by their name, the operator by what they ran. */
export async function findActors(words: string): Promise<Found> {
  if (isId(words)) return { ids: [`person:${words}`], isMore: false };
  const rows = await db.execute<{ id: string }>(sql`
    select 'person:' || p.id as id from people p where ${says(sql`p.name || ' ' || p.email`, words)}
    union all select 'key:' || k.id from api_keys k where ${says(sql`k.name || ' ' || k.start`, words)}
    union all select 'harvest:' || h.id from harvest_sources h where ${says(sql`h.name`, words)}
    union all select e.actor from (select distinct actor from events where actor > 'operator:' and actor < 'operator;') e
      where ${says(sql`e.actor`, words)}
    limit ${most + 1}`);
  return capped(rows);
}

/** Organisations by any of their names, or by their slug. */
export async function findOrganisations(words: string): Promise<Found> {
  if (isId(words)) return { ids: [words], isMore: false };
  const rows = await db.execute<{ id: string }>(sql`
    select o.id from organisations o where ${says(sql`o.slug`, words)}
      or exists (select from known_names n where n.organisation_id = o.id and ${says(sql`n.name::text`, words)})
    limit ${most + 1}`);
  return capped(rows);
}

export function capped(rows: readonly { id: string }[]): Found {
  return { ids: rows.slice(0, most).map(({ id }) => id), isMore: rows.length > most };
}
