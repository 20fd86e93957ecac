import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { beginAttempt, countAttempts, forgetAttempts, mostAttempts } from "@/lib/imports/attempts/commands";
import { fitsFile } from "@/lib/imports/facts";
import { groupRows } from "@/lib/imports/group";
import { type Mapping, mappingInput } from "@/lib/imports/mapping";
import { type Prepared, prepare } from "@/lib/imports/prepare";
import { findImport, listProviderMappings, readBytes } from "@/lib/imports/queries";
import {
  beginImport,
  type Chunk,
  failImport,
  finishImport,
  importChunk,
  type Running,
  refreshStatistics,
} from "@/lib/imports/run/commands";
import { findProvider, type Provider, readContextFor } from "@/lib/imports/run/queries";
import { inOnePlace } from "./in-one-place";

type ImportProgress = { doneRows: number; totalRows: number };

/**
 * `handedIn` takes a file for what it was on an earlier day, and `asPublishedOnce` for what was published whatever covers it since: the
 * demonstration has a past.
 */
type RunOptions = {
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
  handedIn?: { day: Day; at: string };
  asPublishedOnce?: boolean;
};

/** Offerings a transaction: large enough that statements are few, small enough that a kill costs little. */
const chunkSize = 250;

/** Each remembered mapping is tried on the file: the latest few are enough. */
const mostRemembered = 5;

/**
 * Works through a file that was handed in, from wherever it was left. Returns "elsewhere" where another process has it in hand
 * (shown by a lock that ends with that process), "stopped" where it was told to stop, else "finished".
 */
export async function runImport(importId: string, options: RunOptions = {}): Promise<"finished" | "stopped" | "elsewhere"> {
  return await inOnePlace({
    lock: `import:${importId}`,
    attempts: () => countAttempts(importId),
    work: async () => {
      const ended = await work(importId, options);
      // Somebody stopped it and had it begin anew or go on before this process had let go of it.
      return ended === "stopped" && !options.signal?.aborted ? await work(importId, options) : ended;
    },
  });
}

async function work(
  importId: string,
  { signal, onProgress, handedIn, asPublishedOnce = false }: RunOptions,
): Promise<"finished" | "stopped"> {
  const found = await findImport(importId);
  if (!found || !["queued", "running"].includes(found.status)) return "finished";
  const provider = await findProvider(db, found.providerId);
  if (!provider) throw new Error(`import ${importId} has no provider`);
  if ((await beginAttempt(importId)) > mostAttempts) {
    await failImport(importId, "importKeepsFailing");
    return "finished";
  }
  const { mapping, prepared, remembered } = await readFound(found, provider);
  if (!prepared.ok) {
    await failImport(importId, prepared.problems[0]?.code ?? "fileUnreadable");
    return "finished";
  }

  const run: Running = {
    importId,
    provider,
    mapping,
    remembered,
    dryRun: found.dryRun,
    day: handedIn?.day ?? today(),
    publishedAt: handedIn?.at ?? null,
    asPublishedOnce,
    actor: { id: found.actor, role: "system", organisationId: null },
  };
  await beginImport(run, prepared.value);
  const statements = { ...(prepared.value.statements ?? provider.statements), ...prepared.value.fileStatements };
  const { groups, totalRows, facts } = prepared.value;
  let chunk = await readChunk(prepared.value, found.doneGroups);
  while (chunk.groups.length > 0) {
    if (signal?.aborted) {
      await forgetAttempts(importId);
      return "stopped";
    }
    // The next rows are read while the database writes these.
    const [done, ahead] = await Promise.all([
      importChunk(run, chunk, statements),
      readChunk(prepared.value, chunk.from + chunk.groups.length),
    ]);
    if (done === null) return "stopped";
    chunk = ahead.from === done ? ahead : await readChunk(prepared.value, done);
    onProgress?.({ doneRows: groups.slice(0, done).reduce((rows, places) => rows + places.length, 0), totalRows });
  }
  await finishImport(run, facts);
  await refreshStatistics(totalRows);
  return "finished";
}

type Found = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** Reads the file as its mapping says; where none was given, as a remembered one does whose headers are all in it. */
async function readFound({ id, mapping: given, repairs }: Found, provider: Provider) {
  const file = await readBytes(id);
  const read = async (mapping: Mapping) => await prepare(file, mapping, await readContextFor(db, provider, mapping), repairs);
  if (given === null) {
    for (const { name, mapping } of await listProviderMappings(provider.id, mostRemembered)) {
      const prepared = await read(mapping);
      if (prepared.ok && fitsFile(mapping, prepared.value.facts)) return { mapping, prepared, remembered: name };
    }
  }
  const mapping = mappingInput.parse(given ?? {});
  return { mapping, prepared: await read(mapping), remembered: null };
}

/** Reads in small slices, so that the connection to the database is served in between. */
async function readChunk({ groups, read }: Prepared, from: number): Promise<Chunk> {
  const chunk: Chunk = { from, groups: [] };
  for (const places of groups.slice(from, from + chunkSize)) {
    if (chunk.groups.length % 10 === 9) await nextTurn();
    chunk.groups.push(groupRows(places.map(read)));
  }
  return chunk;
}

/** Whether some process is at work on an import right now. */
export async function isAtWork(importId: string): Promise<boolean> {
  const [row] = await db.execute<{ free: boolean }>(sql`
    select pg_try_advisory_xact_lock(hashtextextended(${`import:${importId}`}, 1)) as free`);
  return !(row?.free ?? true);
}
