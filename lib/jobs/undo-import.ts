import { db } from "@/db";
import { today } from "@/lib/clock";
import { beginAttempt, countAttempts, forgetAttempts, mostAttempts } from "@/lib/imports/attempts/commands";
import { findImport } from "@/lib/imports/queries";
import { findProvider } from "@/lib/imports/run/queries";
import { undoChunk } from "@/lib/imports/undo/commands";
import { giveUpUndo } from "@/lib/imports/undo/giving-up/commands";
import { inOnePlace } from "./in-one-place";

type Options = { signal?: AbortSignal };

/** Takes back what an import did, from wherever that was left. Each chunk is there as a whole or not at all. */
export async function undoImport(importId: string, options: Options = {}): Promise<"finished" | "stopped" | "elsewhere"> {
  const found = await findImport(importId);
  const provider = found && (await findProvider(db, found.providerId));
  if (!found?.undoneBy || !provider) return "finished";
  const undoing = { importId, provider, day: today(), actor: { id: found.undoneBy, role: "system", organisationId: null } } as const;
  return await inOnePlace({
    lock: `import:${importId}`,
    attempts: () => countAttempts(importId),
    work: async () => {
      if ((await beginAttempt(importId)) > mostAttempts) {
        await giveUpUndo(importId);
        return "finished";
      }
      while (await undoChunk(undoing)) {
        if (!options.signal?.aborted) continue;
        await forgetAttempts(importId);
        return "stopped";
      }
      return "finished";
    },
  });
}
