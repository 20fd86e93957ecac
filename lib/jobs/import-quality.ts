import { setTimeout as pause } from "node:timers/promises";
import type { ReservedSql } from "postgres";
import { client } from "@/db";
import { findQualityImport } from "@/lib/quality/imports/queries";
import { readQualityFile } from "@/lib/quality/imports/read-file";
import {
  beginQualityImport,
  failQualityImport,
  finishQualityImport,
  importQualityChunk,
  type QualityRun,
} from "@/lib/quality/imports/run/commands";

type Options = { signal?: AbortSignal; onProgress?: (doneRows: number, totalRows: number) => void };

/** Rows a transaction: few statements, and little that a kill costs. */
const chunkSize = 200;

/**
 * Works through a file of quality data from wherever it was left. A lock that ends with the process shows that one is at work: "elsewhere"
 * where another is, "stopped" where it was told to stop, else "finished".
 */
export async function runQualityImport(importId: string, options: Options = {}): Promise<"finished" | "stopped" | "elsewhere"> {
  const connection = await client.reserve();
  try {
    if (!(await takeLock(connection, importId))) return "elsewhere";
    try {
      return await work(importId, options);
    } finally {
      await connection`select pg_advisory_unlock(hashtextextended(${`quality-import:${importId}`}, 1))`;
    }
  } finally {
    connection.release();
  }
}

/** Whoever only looks holds the lock for a moment: another try tells the two apart. */
async function takeLock(connection: ReservedSql, importId: string): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const [lock] = await connection<
      [{ held: boolean }]
    >`select pg_try_advisory_lock(hashtextextended(${`quality-import:${importId}`}, 1)) as held`;
    if (lock?.held) return true;
    await pause(150);
  }
  return false;
}

async function work(importId: string, { signal, onProgress }: Options): Promise<"finished" | "stopped"> {
  const found = await findQualityImport(importId);
  if (!found || !["queued", "running"].includes(found.status)) return "finished";
  const file = await readQualityFile(found.bytes);
  if (!file.ok) {
    await failQualityImport(importId, file.problems[0]?.code ?? "fileUnreadable");
    return "finished";
  }
  const actor = { id: found.actor, role: "system", organisationId: found.organisationId } as const;
  const run: QualityRun = { importId, actor, fileName: found.fileName, dryRun: found.dryRun };
  await beginQualityImport(run, file.value);
  const total = file.value.rows.length;
  for (let done = found.doneRows; done < total; ) {
    if (signal?.aborted) return "stopped";
    const next = await importQualityChunk(run, file.value, done, chunkSize);
    if (next === null) return "stopped";
    done = next;
    onProgress?.(done, total);
  }
  await finishQualityImport(run);
  return "finished";
}
