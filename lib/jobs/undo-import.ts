import { client, db } from "@/db";
import { today } from "@/lib/clock";
import { findImport } from "@/lib/imports/queries";
import { findProvider } from "@/lib/imports/run/queries";
import { undoChunk } from "@/lib/imports/undo/commands";

/**
 * Takes back what an import did, from wherever that was left. A lock that ends with its process keeps a second one off; each chunk is
 * there as a whole or not at all.
 */
export async function undoImport(
  importId: string,
  { signal }: { signal?: AbortSignal } = {},
): Promise<"finished" | "stopped" | "elsewhere"> {
  const found = await findImport(importId);
  const provider = found && (await findProvider(db, found.providerId));
  if (!found?.undoneBy || !provider) return "finished";
  const connection = await client.reserve();
  try {
    const [lock] = await connection<[{ held: boolean }]>`select pg_try_advisory_lock(hashtextextended(${`import:${importId}`}, 1)) as held`;
    if (!lock?.held) return "elsewhere";
    try {
      const undoing = { importId, provider, day: today(), actor: { id: found.undoneBy, role: "system", organisationId: null } } as const;
      while (await undoChunk(undoing)) if (signal?.aborted) return "stopped";
      return "finished";
    } finally {
      await connection`select pg_advisory_unlock(hashtextextended(${`import:${importId}`}, 1))`;
    }
  } finally {
    connection.release();
  }
}
