import { qualityImports } from "@/db/schema";
import { beginAttempt, countAttempts, forgetAttempts, mostAttempts } from "@/lib/imports/attempts/commands";
import { findQualityImport } from "@/lib/quality/imports/queries";
import { readQualityFile } from "@/lib/quality/imports/read-file";
import {
  beginQualityImport,
  failQualityImport,
  finishQualityImport,
  importQualityChunk,
  type QualityRun,
} from "@/lib/quality/imports/run/commands";
import { inOnePlace } from "./in-one-place";

type Options = { signal?: AbortSignal; onProgress?: (doneRows: number, totalRows: number) => void };

/** Rows a transaction: few statements, and little that a kill costs. */
const chunkSize = 200;

/**
 * Works through a file of quality data from wherever it was left. A lock that ends with the process shows that one is at work: "elsewhere"
 * where another is, "stopped" where it was told to stop, else "finished".
 */
export async function runQualityImport(importId: string, options: Options = {}): Promise<"finished" | "stopped" | "elsewhere"> {
  return await inOnePlace({
    lock: `quality-import:${importId}`,
    attempts: () => countAttempts(importId, qualityImports),
    work: () => work(importId, options),
  });
}

async function work(importId: string, { signal, onProgress }: Options): Promise<"finished" | "stopped"> {
  const found = await findQualityImport(importId);
  if (!found || !["queued", "running"].includes(found.status)) return "finished";
  if ((await beginAttempt(importId, qualityImports)) > mostAttempts) {
    await failQualityImport(importId, "importKeepsFailing");
    return "finished";
  }
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
    if (signal?.aborted) {
      await forgetAttempts(importId, qualityImports);
      return "stopped";
    }
    const next = await importQualityChunk(run, file.value, done, chunkSize);
    if (next === null) return "stopped";
    done = next;
    onProgress?.(done, total);
  }
  await finishQualityImport(run);
  return "finished";
}
