import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { OfferingContent } from "@/lib/offerings/content";
import { type Change, whatChanged } from "@/lib/offerings/what-changed";

/** What becomes, or became, of an offering that was there before. */
export type ShownChange = { slug: string | null; original: string; changes: Change[]; sessionsChanged: number; sessionsAdded: number };

type Row = { id: string; slug: string | null; before: unknown; after: unknown; runs: number; added: number; created: boolean };

/** What an import changes or changed of offerings, as it was and as it is. */
export async function findChanges(importId: string, offeringIds: string[]): Promise<Map<string, ShownChange>> {
  if (offeringIds.length === 0) return new Map();
  const rows = await db.execute<Row>(sql`
    select c.offering_id as id, o.slug, coalesce(was.content, c.before->'pending') as before, coalesce(nullif(c.after->'content', 'null'), made.content) as after,
      jsonb_array_length(coalesce(c.before->'sessions', '[]')) as runs, jsonb_array_length(c.after->'added') as added, c.before is null as created
    from import_changes c left join offerings o on o.id = c.offering_id
    left join versions was on was.id = coalesce((c.before->>'versionId')::uuid, (select current_version_id from offerings s where s.id = (c.after->'supersedes'->>'id')::uuid))
    left join versions made on made.id = (c.after->>'versionId')::uuid
    where c.import_id = ${importId} and c.offering_id in (select (jsonb_array_elements_text(${JSON.stringify(offeringIds)}::jsonb))::uuid)`);
  return new Map(
    rows.map(({ id, slug, before, after, runs, added }) => {
      const [was, now] = [before as OfferingContent | null, after as OfferingContent | null];
      const changes = was && now ? whatChanged(was, now) : [];
      return [id, { slug, original: (now ?? was)?.originalLanguage ?? "en", changes, sessionsChanged: runs, sessionsAdded: added }];
    }),
  );
}
