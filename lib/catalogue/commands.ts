import "server-only";
import { and, inArray, isNull, sql } from "drizzle-orm";
import type { EnqueuedTask, EnqueuedTaskPromise } from "meilisearch";
import { db } from "@/db";
import { events, offerings } from "@/db/schema";
import { today } from "@/lib/clock";
import { tellOfIndex } from "@/lib/sources/commands";
import { type OfferingDocument, ownOf, sharedOf } from "./document";
import { engine, finished, indexNames, type Target } from "./engine";
import { outdatedFilter } from "./plan";
import { listRecords } from "./queries";
import { type RunDocument, runsOf } from "./run-document";
import { toTitleDocument } from "./title-document";
import { applySynonyms } from "./words/commands";

/** So many offerings are read and sent at once: about 10 MB of documents. */
const batchSize = 1000;

/** A document a line. */
const lines = "application/x-ndjson";

type Task = () => EnqueuedTaskPromise;
type Sent = Promise<EnqueuedTask>;

/** Runs are sent by so many documents: each task of theirs costs the engine a second, however small, where the index is large. */
const mostRuns = 25_000;

/**
 * Brings offerings in the index to what the database says: shown ones written, all others taken out. `onFound` is called once a search finds them,
 * while what only some searches and suggestions need is still being written.
 */
export async function indexOfferings(ids: string[], target: Target = indexNames, onFound?: () => Promise<void>): Promise<void> {
  const stamp = await readStamp();
  const { send, sent } = inOrder();
  const found: Sent[] = [];
  const emptied: string[] = [];
  let [runs, titles, gone]: [string[], string[], string[]] = [[], [], []];
  const sendRunsThenTitles = () => {
    send(...tasksOf(target.runs, runs), ...tasksOf(target.titles, titles, gone));
    [runs, titles, gone] = [[], [], []];
  };

  const batches = Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, at) => ids.slice(at * batchSize, (at + 1) * batchSize));
  // What comes next is read while this is put together: the database and this process work at the same time.
  let reading = read(batches[0] ?? [], target);
  for (const [at, batch] of batches.entries()) {
    const { day, records, known } = await reading;
    reading = read(batches[at + 1] ?? [], target);
    reading.catch(() => undefined);
    const documents: string[] = [];
    const written = new Set<string>();
    for (const record of records) {
      const [common, own] = [sharedOf(record), ownOf(record, day)];
      const shared = JSON.stringify(common);
      documents.push(documentText(shared, own));
      titles.push(JSON.stringify(toTitleDocument({ ...common, ...own })));
      for (const run of runsOf(record, stamp)) {
        runs.push(documentText(shared, run));
        written.add(run.id);
      }
    }
    const shown = new Set(records.map(({ id }) => id));
    const hidden = batch.filter((id) => !shown.has(id));
    found.push(...send(...tasksOf(target.offerings, documents, hidden)));
    gone.push(...hidden);
    if (runs.length >= mostRuns) sendRunsThenTitles();
    for (const { id, offering } of known) if (!written.has(id)) emptied.push(offering);
  }
  sendRunsThenTitles();
  // New runs first and then the old ones away, so that no moment is without any; all at once, since a deletion between two batches
  // keeps the engine from taking them together.
  if (emptied.length > 0) {
    const old = [...new Set(emptied)].join(",");
    send(() => engine.index(target.runs).deleteDocuments({ filter: `offering IN [${old}] AND stamp < ${stamp}` }));
  }
  for (const task of found) await finished(task);
  await onFound?.();
  for (const task of sent) await finished(task);
}

/** Sends one task after the other, since the engine does first what comes first; nobody waits for that to put the next one together. */
function inOrder() {
  const sent: Sent[] = [];
  const send = (...tasks: Task[]) =>
    tasks.map((task) => {
      const one = (sent.at(-1) ?? Promise.resolve()).then(task);
      // Whoever waits for the first that fails hears of it; that others fail too must not end the process.
      one.catch(() => undefined);
      sent.push(one);
      return one;
    });
  return { send, sent };
}

/** With the day on which it was read: documents say of that day what they say, though midnight comes between. */
async function read(ids: string[], target: Target) {
  const day = today();
  const [records, known] = ids.length === 0 ? [[], []] : await Promise.all([listRecords(db, ids, day), knownRuns(ids, target)]);
  return { day, records, known };
}

/** A document as it is sent. What both indexes hold is most of it, and written once for an offering and all its runs. */
function documentText(shared: string, own: object): string {
  return `${shared.slice(0, -1)},${JSON.stringify(own).slice(1)}`;
}

function tasksOf(uid: string, documents: string[], gone: string[] = []): Task[] {
  const index = engine.index(uid);
  return [
    ...(documents.length > 0 ? [() => index.addDocumentsFromString(documents.join("\n"), lines)] : []),
    ...(gone.length > 0 ? [() => index.deleteDocuments(gone)] : []),
  ];
}

/** The runs of offerings that the index has. */
async function knownRuns(ids: string[], target: Target): Promise<Pick<RunDocument, "id" | "offering">[]> {
  const { results } = await engine
    .index<RunDocument>(target.runs)
    .getDocuments({ filter: `offering IN [${ids.join(",")}]`, fields: ["id", "offering"], limit: 1_000_000 });
  return results;
}

/** The database's own clock, in microseconds: one for all workers, and never the same twice. */
async function readStamp(): Promise<number> {
  const [clock] = await db.execute<{ stamp: number }>(sql`select (extract(epoch from clock_timestamp()) * 1000000)::float8 as stamp`);
  if (!clock) throw new Error("The database told no time");
  return clock.stamp;
}

/**
 * Indexes what happened and is not in the index yet; answers how many events that were. Safe to run twice and to be killed
 * anywhere: an event is ticked off after the engine has done its task, and indexing again changes nothing.
 */
export async function indexEvents(limit = 50_000): Promise<number> {
  const waiting = await db
    .select({ id: events.id, subject: events.subject, subjectId: events.subjectId, type: events.type })
    .from(events)
    .where(isNull(events.indexedAt))
    .orderBy(events.id)
    .limit(limit);
  if (waiting.length === 0) return 0;

  const changed = new Set(waiting.flatMap(({ subject, subjectId }) => (subject === "offering" ? [subjectId] : [])));
  const providers = [...new Set(waiting.flatMap(({ subject, subjectId }) => (subject === "organisation" ? [subjectId] : [])))];
  if (providers.length > 0) {
    const theirs = await db.select({ id: offerings.id }).from(offerings).where(inArray(offerings.providerId, providers));
    for (const { id } of theirs) changed.add(id);
  }
  const ids = sql.param(waiting.map(({ id }) => id));
  // Searches that are kept go then, and once more with the tick, since some are answered by the index of runs. Of sessions alone that is not worth it.
  const isAwaited = waiting.every(({ subject }) => subject === "offering") && waiting.some(({ type }) => type !== "sessions.changed");
  const tell = async () => void (await db.execute(sql`select tell_of_taken_up(${ids}::bigint[])`));
  await indexOfferings([...changed], indexNames, isAwaited ? tell : undefined);
  if (waiting.some(({ subject }) => subject === "synonyms")) await applySynonyms();

  // By id and not "all that wait": events that came in meanwhile stay waiting.
  await db.execute(sql`update events set indexed_at = now() where id = any(${ids}::bigint[])`);
  return waiting.length;
}

/** Day facts in the index turn at midnight: writes anew the offerings whose facts have. Answers how many. */
export async function indexTurnedDays(): Promise<number> {
  let turned = 0;
  for (;;) {
    const found = await engine.index<OfferingDocument>(indexNames.offerings).search("", {
      filter: outdatedFilter(today()),
      limit: batchSize,
      attributesToRetrieve: ["id"],
    });
    if (found.hits.length === 0) {
      if (turned > 0) await tellOfIndex();
      return turned;
    }
    await indexOfferings(found.hits.map(({ id }) => id));
    turned += found.hits.length;
  }
}

/** Ids of all published offerings, in pages. */
export async function* publishedIds(pageSize = 5000): AsyncGenerator<string[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const page = await db
      .select({ id: offerings.id })
      .from(offerings)
      .where(and(sql`${offerings.status} = 'published'`, sql`${offerings.id} > ${after}::uuid`))
      .orderBy(offerings.id)
      .limit(pageSize);
    if (page.length === 0) return;
    yield page.map(({ id }) => id);
    after = page.at(-1)?.id ?? after;
  }
}
