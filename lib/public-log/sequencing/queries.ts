import { sql } from "drizzle-orm";
import type { Database } from "@/db";
import { type Hash, keyOf, type Node } from "@/lib/public-log/tree";

/** Stored hashes of leaves and subtrees, by their key. */
export async function readHashes(database: Database, nodes: Node[]): Promise<Map<string, Hash>> {
  if (nodes.length === 0) return new Map();
  const rows = await database.execute<{ height: number; place: string; hash: Buffer }>(sql`
    with wanted as (select height, place from jsonb_to_recordset(${JSON.stringify(nodes)}::jsonb) as r(height int, place bigint))
    select w.height, w.place, p.leaf_hash as hash from wanted w join log_positions p on p.position = w.place where w.height = 0
    union all
    select w.height, w.place, n.hash from wanted w join log_nodes n on n.height = w.height and n.place = w.place where w.height > 0`);
  return new Map(rows.map(({ height, place, hash }) => [keyOf({ height, place: Number(place) }), hash]));
}
