import { eq } from "drizzle-orm";
import type { Transaction } from "@/db";
import { imports } from "@/db/schema";
import { notify } from "@/lib/notices/commands";

/**
 * Tells whoever handed a file in what became of it; what a machine or an operator handed in concerns those who import for the provider.
 * `rows` are numbers by outcome, null where the file could not be read. A dry run is looked at there and then.
 */
export async function noticeOfImport(tx: Transaction, importId: string, rows: Record<string, number> | null): Promise<void> {
  const [found] = await tx
    .select({ actor: imports.actor, providerId: imports.providerId, file: imports.fileName, dryRun: imports.dryRun })
    .from(imports)
    .where(eq(imports.id, importId));
  if (!found || found.dryRun) return;
  const { actor, providerId, file } = found;
  const person = /^person:(.+)$/.exec(actor)?.[1];
  const notice = {
    ...(person ? { personIds: [person] } : { organisationId: providerId }),
    about: importId,
    path: `manage/imports/${importId}`,
  };
  if (rows === null) {
    await notify(tx, { ...notice, kind: "import-failed", values: { file } });
    return;
  }
  const { published = 0, updated = 0, draft = 0, refused = 0 } = rows;
  await notify(tx, { ...notice, kind: "import-finished", values: { file, published: published + updated, drafts: draft, refused } });
}
