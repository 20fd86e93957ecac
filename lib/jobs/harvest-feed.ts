import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { client, db } from "@/db";
import { type Actor, harvester } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { env } from "@/lib/env";
import { judge } from "@/lib/harvest/disappearance";
import { readers } from "@/lib/harvest/formats";
import { type Fetched, guardedFetch } from "@/lib/harvest/guarded-fetch";
import { keptMapping } from "@/lib/harvest/input";
import { beginRun, doubtRun, endRun, noteRun, restoreReturned, scheduleNext, settleRun } from "@/lib/harvest/run/commands";
import { countFailures, findImportState, findSource, listKnown, type Source } from "@/lib/harvest/run/queries";
import { nextRunAt } from "@/lib/harvest/schedule";
import { startImport } from "@/lib/imports/commands";
import { type Mapping, mappingInput } from "@/lib/imports/mapping";
import { prepare } from "@/lib/imports/prepare";
import { findMapping } from "@/lib/imports/queries";
import { findProvider, readContextFor } from "@/lib/imports/run/queries";
import { ok, type Problem, type ProblemCode, type Result, refuse } from "@/lib/result";
import { runImport } from "./import-catalogue";

const wishInput = z.object({
  sourceId: z.uuid(),
  test: z.boolean().default(false),
  accepted: z.boolean().default(false),
  scheduled: z.boolean().default(false),
});
type Wish = Omit<z.output<typeof wishInput>, "sourceId">;
type Run = { id: string; source: Source; actor: Actor } & Wish;

export async function harvestQueued(payload: unknown): Promise<void> {
  const { sourceId, ...wish } = wishInput.parse(payload);
  await harvestFeed(sourceId, wish);
}

/**
 * Fetches one feed and takes it in by the way of files. One run of a feed at a time, by a lock that ends with its process: a scheduled one
 * that finds it taken, or the time not come any more, has nothing to do.
 */
export async function harvestFeed(sourceId: string, wish: Partial<Wish> = {}): Promise<"done" | "nothing to do" | "elsewhere"> {
  const connection = await client.reserve();
  try {
    const [lock] = await connection<
      [{ held: boolean }]
    >`select pg_try_advisory_lock(hashtextextended(${`harvest:${sourceId}`}, 2)) as held`;
    if (!lock?.held) return "elsewhere";
    try {
      const { test = false, accepted = false, scheduled = false } = wish;
      const source = await findSource(sourceId);
      if (!source || (scheduled && (source.paused || !source.nextRunAt || source.nextRunAt > now()))) return "nothing to do";
      const id = await beginRun(sourceId, { test, retryAt: scheduled ? new Date(now().getTime() + 15 * 60_000) : null });
      await work({ id, source, actor: harvester(sourceId, source.providerId), test, accepted, scheduled });
      if (!test) await scheduleNext(sourceId, nextRunAt(source.schedule, now(), await countFailures(sourceId), Math.random()));
      return "done";
    } finally {
      await connection`select pg_advisory_unlock(hashtextextended(${`harvest:${sourceId}`}, 2))`;
    }
  } finally {
    connection.release();
  }
}

async function work(run: Run): Promise<void> {
  const { source, test, actor } = run;
  const conditional = test || run.accepted ? {} : { etag: source.etag, lastModified: source.lastModified };
  const reader = readers[source.format as keyof typeof readers];
  const fetched = await guardedFetch(source.url, {
    accept: reader.accept,
    userAgent: `Cairn (+${env.SITE_URL})`,
    ...conditional,
    ...(env.HARVEST_ALLOW_PRIVATE === "on" ? { mayConnect: () => true } : {}),
  });
  if (!fetched.ok) return await fail(run, fetched.problems);
  const { httpStatus } = fetched.value;
  if (!fetched.value.changed) {
    await noteRun(run.id, { httpStatus, bytes: 0 });
    const known = await listKnown(source.id);
    // What is as it was has what it had: only graces go on.
    const seen = new Set(known.flatMap(({ externalId, missingSince }) => (missingSince === null ? [externalId] : [])));
    const verdict = judge(known, seen, { today: today(), graceDays: source.graceDays });
    return await settleRun(actor, source, run.id, { status: "unchanged", verdict, restored: 0, day: today() });
  }
  await noteRun(run.id, { httpStatus, bytes: fetched.value.bytes.length });
  const taken = reader.take(fetched.value.bytes);
  if (!taken.ok) return await fail(run, taken.problems);
  await takeIn(run, taken.value, fetched.value);
}

async function takeIn(run: Run, bytes: Uint8Array, { etag, lastModified }: Extract<Fetched, { changed: true }>): Promise<void> {
  const { source, actor, test, accepted } = run;
  const mapping = await mappingOf(actor, source);
  if (!mapping.ok) return await fail(run, mapping.problems);
  const ids = await idsIn(bytes, mapping.value, source);
  if (!ids.ok) return await fail(run, ids.problems);
  const seen = new Set(ids.value);
  const known = await listKnown(source.id);
  const verdict = judge(known, seen, { today: today(), graceDays: source.graceDays, accepted });
  if (verdict.doubtful && !test) {
    const present = known.filter(({ missingSince }) => missingSince === null).length;
    return await doubtRun(run.id, source, { code: "feedLostTooMany", value: `${verdict.gone.length} / ${present}` }, today());
  }
  const restored = test ? 0 : await restoreReturned(actor, source, verdict.back);
  const started = await startImport(actor, {
    providerSlug: source.providerSlug,
    fileName: readers[source.format as keyof typeof readers].fileName,
    bytes,
    mapping: mapping.value,
    dryRun: test,
  });
  if (!started.ok) return await fail(run, started.problems);
  await noteRun(run.id, { importId: started.value.importId });
  const failure = await untilDone(started.value.importId);
  if (failure) return await fail(run, [{ code: failure }]);
  if (test)
    return await endRun(run.id, "done", { counts: { gone: verdict.gone.length, back: verdict.back.length, restored, withdrawn: 0 } });
  await settleRun(actor, source, run.id, {
    status: "done",
    seen: [...seen],
    verdict,
    validators: { etag, lastModified },
    restored,
    day: today(),
  });
}

async function fail({ id }: Run, [problem]: Problem[]): Promise<void> {
  await endRun(id, "failed", problem ? { problem } : {});
}

async function mappingOf(actor: Actor, { mapping, providerId }: Source): Promise<Result<Mapping>> {
  const name = keptMapping.parse(mapping)?.name;
  if (!name) return ok(mappingInput.parse({}));
  const found = await findMapping(actor, providerId, name);
  return found ? ok(found) : refuse({ code: "mappingUnknown", value: name });
}

/** Every id in the file, also of rows that cannot be taken: what is written wrongly has not disappeared. */
async function idsIn(bytes: Uint8Array, mapping: Mapping, { providerId }: Source): Promise<Result<string[]>> {
  const provider = await findProvider(db, providerId);
  if (!provider) return refuse({ code: "providerUnknown" });
  const prepared = await prepare(bytes, mapping, await readContextFor(db, provider, mapping));
  if (!prepared.ok) return prepared;
  const { groups, read } = prepared.value;
  return ok(groups.flatMap(([place]) => (place === undefined ? [] : (read(place).externalId ?? []))));
}

/** Works through the import here, or waits where a worker took its job first. */
async function untilDone(importId: string): Promise<ProblemCode | null> {
  for (;;) {
    const how = await runImport(importId);
    const state = await findImportState(importId);
    if (state?.status === "done") return null;
    if (state?.status === "failed") return (state.failure ?? "fileUnreadable") as ProblemCode;
    if (state?.status === "stopped" || !state) return "feedInterrupted";
    if (how !== "elsewhere") throw new Error(`import ${importId} did not end`);
    await pause(500);
  }
}
