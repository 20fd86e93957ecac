import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { toOfferingDocument } from "@/lib/catalogue/document";
import { toItem } from "@/lib/catalogue/item";
import { listRecords } from "@/lib/catalogue/queries";
import { parseSearchQuery } from "@/lib/catalogue/query";
import type { SearchItem } from "@/lib/catalogue/result";
import { now, today } from "@/lib/clock";

/** An offering, and which of the skills that were asked for it teaches. */
type Teaching = { item: SearchItem; teaches: string[] };

/** The offerings that can be seen now and teach some of these skills, those that teach most of them first; and all skills that any teaches. */
export async function listTeaching(
  uris: string[],
  locale: string,
  limit: number,
): Promise<{ found: Teaching[]; taught: Set<string>; total: number }> {
  if (uris.length === 0) return { found: [], taught: new Set(), total: 0 };
  const asked = sql`${sql.param(uris)}::text[]`;
  const day = today();
  const rows = await db.execute<{ id: string; teaches: string[] }>(sql`
    select o.id, array(select distinct skill from jsonb_array_elements_text(cairn_taught(v.content)) skill where skill = any(${asked})) as teaches
    from offerings o join versions v on v.id = o.current_version_id
    where o.status = 'published' and o.visible @> ${now().toISOString()}::timestamptz and cairn_taught(v.content) ?| ${asked}
    order by cardinality(array(select distinct skill from jsonb_array_elements_text(cairn_taught(v.content)) skill where skill = any(${asked}))) desc,
      v.completeness desc, o.id`);
  const shown = rows.slice(0, limit);
  const records = new Map(
    (
      await listRecords(
        db,
        shown.map(({ id }) => id),
        day,
      )
    ).map((record) => [record.id, record]),
  );
  return {
    total: rows.length,
    taught: new Set(rows.flatMap(({ teaches }) => teaches)),
    found: shown.flatMap(({ id, teaches }) => {
      const record = records.get(id);
      if (!record) return [];
      const document = toOfferingDocument(record, day);
      return [{ item: toItem({ ...document, texts: document }, parseSearchQuery({}), locale, { day }), teaches }];
    }),
  };
}
