import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { Import } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import type { Outcome } from "@/lib/imports/decide";

/** One file among those that came in. */
export type ListedImport = Pick<Import, "id" | "fileName" | "dryRun" | "status" | "totalRows" | "doneRows"> & {
  by: string | null;
  createdAt: string;
  undoAsked: boolean;
  undoneAt: string | null;
  outcomes: Partial<Record<Outcome, number>>;
};

/** A provider's imports, the latest first; none where the actor may not read them. */
export async function listImports(actor: Actor, providerId: string, { limit, offset }: { limit: number; offset: number }) {
  if (!may(actor, "import.read", { providerId })) return { total: 0, imports: [] };
  const [count] = await db.execute<{ total: number }>(sql`select count(*)::int as total from imports where provider_id = ${providerId}`);
  const imports = await db.execute<ListedImport>(sql`
    select i.id, i.file_name as "fileName", i.dry_run as "dryRun", i.status, i.total_rows as "totalRows", i.done_rows as "doneRows",
      i.created_at as "createdAt", i.undo_asked_at is not null as "undoAsked", i.undone_at as "undoneAt",
      coalesce((select coalesce(nullif(p.name, ''), p.email) from people p where i.actor = 'person:' || p.id),
        (select s.name from harvest_sources s where i.actor = 'harvest:' || s.id)) as by,
      (select coalesce(json_object_agg(outcome, rows), '{}') from (select outcome, count(*)::int as rows from import_rows r where r.import_id = i.id group by outcome) c) as outcomes
    from imports i where i.provider_id = ${providerId} order by i.created_at desc, i.id limit ${limit} offset ${offset}`);
  return { total: count?.total ?? 0, imports: [...imports] };
}
