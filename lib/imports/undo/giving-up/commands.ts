import { eq } from "drizzle-orm";
import { db } from "@/db";
import { imports } from "@/db/schema";
import { recordEvents } from "@/lib/events/commands";
import { noticeOfUndo } from "@/lib/notices/imports/commands";

/**
 * An undo that broke off again and again in one place. What was taken back stays so, and the rest can be asked for again by hand: whoever
 * asked is told, who may have left the page long ago.
 */
export async function giveUpUndo(importId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(imports).where(eq(imports.id, importId)).for("update");
    if (!row?.undoneBy || !row.undoAskedAt || row.undoneAt) return;
    const failure = "undoKeepsFailing";
    await tx.update(imports).set({ undoAskedAt: null, undoneBy: null, failure, attempts: 0 }).where(eq(imports.id, importId));
    const { undoneBy, undoAskedAt, providerId, fileName } = row;
    const about = { subject: "import", subjectId: importId, organisationId: providerId } as const;
    const actor = { id: undoneBy, role: "system", organisationId: null } as const;
    await recordEvents(tx, actor, [{ type: "import.undo-given-up", ...about, after: { failure } }]);
    await noticeOfUndo(tx, { importId, providerId, fileName, undoneBy, undoAskedAt });
  });
}
