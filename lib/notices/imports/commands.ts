import { eq } from "drizzle-orm";
import type { Transaction } from "@/db";
import { imports } from "@/db/schema";
import { notify } from "@/lib/notices/commands";

/** Whoever did it; what a machine or an operator did concerns those of the provider who may do something about it. */
function receiversFor(actor: string, providerId: string) {
  const person = /^person:(.+)$/.exec(actor)?.[1];
  return person ? { personIds: [person] } : { organisationId: providerId };
}

/**
 * Tells whoever handed a file in what became of it. `rows` are numbers by outcome, null where the file could not be read. A dry run is
 * looked at there and then.
 */
export async function noticeOfImport(tx: Transaction, importId: string, rows: Record<string, number> | null): Promise<void> {
  const [found] = await tx
    .select({ actor: imports.actor, providerId: imports.providerId, file: imports.fileName, dryRun: imports.dryRun })
    .from(imports)
    .where(eq(imports.id, importId));
  if (!found || found.dryRun) return;
  const { actor, providerId, file } = found;
  const notice = { ...receiversFor(actor, providerId), about: importId, path: `manage/imports/${importId}` };
  if (rows === null) {
    await notify(tx, { ...notice, kind: "import-failed", values: { file } });
    return;
  }
  const { published = 0, updated = 0, draft = 0, refused = 0 } = rows;
  await notify(tx, { ...notice, kind: "import-finished", values: { file, published: published + updated, drafts: draft, refused } });
}

type GivenUp = { importId: string; providerId: string; fileName: string; undoneBy: string; undoAskedAt: Date };

/** Each time that an undo is asked for and given up is a notice of its own. */
export async function noticeOfUndo(tx: Transaction, { importId, providerId, fileName, undoneBy, undoAskedAt }: GivenUp): Promise<void> {
  await notify(tx, {
    ...receiversFor(undoneBy, providerId),
    kind: "undo-failed",
    about: `${importId} ${undoAskedAt.toISOString()}`,
    values: { file: fileName },
    path: `manage/imports/${importId}`,
  });
}
