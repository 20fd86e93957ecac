import type { z } from "zod";
import { type Answer, etagOf, refusal, send } from "@/lib/api/answer";
import { parseValue } from "@/lib/api/body";
import { preferredLocale } from "@/lib/api/words";
import {
  findCheckpointOf,
  findDailyCheckpoint,
  findHead,
  findPositionOf,
  type Head,
  listDailyCheckpoints,
  listEntries,
  listLogKeys,
  proveConsistency,
  proveInclusion,
  rootAt,
} from "@/lib/public-log/queries";
import { ok, type Problem, type Result, refuse } from "@/lib/result";
import { consistencyInput, dayInput, daysInput, entriesInput, inclusionInput } from "./input";

/** The public log as machines read it: whoever wants to check it needs nothing else, and no key. */
const base64 = (hash: Uint8Array) => Buffer.from(hash).toString("base64");

type Work<T> = (asked: T, head: Head) => Promise<Result<unknown>>;

function open<Schema extends z.ZodType>(schema: Schema, work: Work<z.output<Schema>>): (request: Request) => Promise<Response> {
  return async (request) => {
    const locale = preferredLocale(request.headers.get("accept-language"));
    const refused = (problems: Problem[], as?: "400") => sendOpen(request, refusal(problems, locale, as));
    const asked = parseValue(Object.fromEntries(new URL(request.url).searchParams), schema);
    if (!asked.ok) return refused(asked.problems, "400");
    const head = await findHead();
    if (!head) return refused([{ code: "logNotSigned" }]);
    const answer = await work(asked.value, head);
    return answer.ok ? sendOpen(request, { status: 200, body: answer.value }) : refused(answer.problems);
  };
}

function sendOpen(request: Request, answer: Answer): Response {
  const open = { "cache-control": "no-cache", vary: "accept-language", "access-control-allow-origin": "*" };
  if (answer.status !== 200) return send(answer, open);
  const etag = etagOf(answer.body);
  const isKnown = request.headers
    .get("if-none-match")
    ?.split(",")
    .some((tag) => tag.trim().replace(/^W\//, "") === etag);
  return send(isKnown ? { status: 304, body: null } : answer, { ...open, etag });
}

/** A signed note is text, as it was signed. */
function sendNote(note: string): Response {
  return new Response(note, {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-cache", "access-control-allow-origin": "*" },
  });
}

export async function getCheckpoint(request: Request): Promise<Response> {
  const head = await findHead();
  if (head) return sendNote(head.note);
  return send(refusal([{ code: "logNotSigned" }], preferredLocale(request.headers.get("accept-language"))));
}

export const listEntriesRoute = open(entriesInput, async ({ start, end }, { size }) => {
  if (start >= size) return refuse({ code: "logPositionUnknown", field: "start", value: String(start) });
  const entries = await listEntries(start, Math.min(end, size - 1));
  return ok({ size, items: entries.map(({ position, leafHash, content }) => ({ position, leafHash: base64(leafHash), entry: content })) });
});

export const proveInclusionRoute = open(inclusionInput, async (asked, head) => {
  const position = asked.leafHash ? await findPositionOf(asked.leafHash) : asked.position;
  if (position === undefined) return refuse({ code: "logEntryUnknown", field: "leafHash" });
  const size = asked.size ?? head.size;
  if (size > head.size) return refuse({ code: "logSizeUnknown", field: "size", value: String(size) });
  if (position >= size)
    return refuse({ code: "logPositionUnknown", field: asked.leafHash ? "leafHash" : "position", value: String(position) });
  const [[entry], hashes, root, checkpoint] = await Promise.all([
    listEntries(position, position),
    proveInclusion(position, size),
    rootAt(size),
    findCheckpointOf(size),
  ]);
  if (!entry) return refuse({ code: "logPositionUnknown", field: "position", value: String(position) });
  const proof = { position, size, leafHash: base64(entry.leafHash), root: base64(root), hashes: hashes.map(base64) };
  return ok({ ...proof, entry: entry.content, checkpoint: checkpoint ?? null });
});

export const proveConsistencyRoute = open(consistencyInput, async ({ first, second: asked }, head) => {
  const second = asked ?? head.size;
  if (second > head.size) return refuse({ code: "logSizeUnknown", field: "second", value: String(second) });
  if (first > second) return refuse({ code: "logSizeUnknown", field: "first", value: String(first) });
  const [hashes, before, after] = await Promise.all([proveConsistency(first, second), rootAt(first), rootAt(second)]);
  return ok({ first, second, firstRoot: base64(before), secondRoot: base64(after), hashes: hashes.map(base64) });
});

export const listDaysRoute = open(daysInput, async ({ before, limit }) => {
  const [days, keys] = await Promise.all([listDailyCheckpoints(limit + 1, before ?? null), listLogKeys()]);
  const shown = days.slice(0, limit);
  const items = shown.map(({ day, size, note }) => ({ day, size, checkpoint: note, address: `/api/v1/log/checkpoints/${day}` }));
  const last = days.length > limit ? shown.at(-1)?.day : undefined;
  return ok({ items, keys, next: last ? `/api/v1/log/checkpoints?${new URLSearchParams({ before: last, limit: String(limit) })}` : null });
});

export async function getDay(request: Request): Promise<Response> {
  const locale = preferredLocale(request.headers.get("accept-language"));
  const day = dayInput.safeParse(new URL(request.url).pathname.split("/").at(-1));
  if (!day.success) return send(refusal([{ code: "logDayNotAccepted", field: "day" }], locale, "400"));
  const found = await findDailyCheckpoint(day.data);
  return found ? sendNote(found.note) : send(refusal([{ code: "logDayUnknown", field: "day", value: day.data }], locale));
}
