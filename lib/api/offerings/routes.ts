import { z } from "zod";
import { type Answer, etagOf, refusal, told } from "@/lib/api/answer";
import { parseBody, parseValue } from "@/lib/api/body";
import { type Call, endpoint } from "@/lib/api/endpoint";
import { isOwnId } from "@/lib/api/own-id";
import { readPrecondition } from "@/lib/api/precondition";
import { cleanText } from "@/lib/imports/html";
import { toCell } from "@/lib/imports/table";
import { ok, type Result, refuse } from "@/lib/result";
import { publishOffering, putOfferings, type Written, withdrawOffering } from "./commands";
import { offeringDocument } from "./document";
import { findOwnByExternalId, listOwnOfferings, statuses } from "./queries";

export const listQuery = z.object({
  status: z.enum(statuses).optional(),
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const withdrawalDocument = z.strictObject(
  { reason: z.record(z.string().regex(/^[a-z]{2}$/), z.string().min(1, "reasonMissing").max(2000, "textTooLong"), "reasonMissing") },
  "reasonMissing",
);

export const bulkDocument = z.strictObject({ items: z.array(z.unknown()).min(1, "textMissing").max(500, "requestTooLarge") });

export const isDryRun = (query: URLSearchParams) => ["1", "true"].includes(query.get("dryRun") ?? "");

/** GET of one record: with its ETag, and not again while it is the same. */
export function asRead(body: unknown, { headers }: Call): Answer {
  const etag = etagOf(body);
  const known = headers
    .get("if-none-match")
    ?.split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  return known?.includes(etag) ? { status: 304, body: null, headers: { etag } } : { status: 200, body, headers: { etag } };
}

export const listOfferings = endpoint(async (call) => {
  const query = parseValue(Object.fromEntries(call.query), listQuery);
  if (!query.ok) return refusal(query.problems, call.locale, "400");
  const { after, limit, status } = query.value;
  const rows = await listOwnOfferings(call.actor, { after: after && fromCursor(after), limit: limit + 1, status });
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  const next = last && new URLSearchParams({ ...(status ? { status } : {}), limit: String(limit), after: toCursor(last.id) });
  return asRead({ items, next: next ? `/api/v1/provider/offerings?${next}` : null }, call);
});

const toCursor = (id: string) => Buffer.from(id).toString("base64url");
const fromCursor = (cursor: string) => toCell(Buffer.from(cursor, "base64url").toString("utf8"));

export const getOffering = endpoint(async (call) => {
  const found = await findOwnByExternalId(call.actor, call.ids[0] ?? "");
  return found ? asRead(found.shown, call) : refusal([{ code: "recordUnknown" }], call.locale);
});

export const putOffering = endpoint(async (call) => {
  const id = call.ids[0] ?? "";
  const parsed = parseBody(call.body, offeringDocument);
  if (!parsed.ok) return refusal(parsed.problems, call.locale);
  if (parsed.value.id !== undefined && parsed.value.id !== id) return refusal([{ code: "idDisagrees", field: "id" }], call.locale);
  const [written] = await putOfferings(call.actor, [{ id, document: parsed.value }], optionsOf(call));
  return answerWritten(written ?? refuse({ code: "recordUnknown" }), call);
});

export const publish = endpoint(async (call) => {
  const parsed = call.body.trim() === "" ? ok({}) : parseBody(call.body, z.strictObject({}));
  if (!parsed.ok) return refusal(parsed.problems, call.locale);
  return answerWritten(await publishOffering(call.actor, call.ids[0] ?? "", optionsOf(call)), call);
});

export const withdraw = endpoint(async (call) => {
  const parsed = call.body.trim() === "" ? refuse({ code: "reasonMissing", field: "reason" }) : parseBody(call.body, withdrawalDocument);
  if (!parsed.ok) return refusal(parsed.problems, call.locale);
  const reason = Object.fromEntries(Object.entries(parsed.value.reason).map(([language, text]) => [language, cleanText(toCell(text))]));
  return answerWritten(await withdrawOffering(call.actor, call.ids[0] ?? "", reason, optionsOf(call)), call);
});

export function optionsOf({ query, headers }: Call) {
  return { dryRun: isDryRun(query), precondition: readPrecondition(headers) };
}

function answerWritten(written: Result<Written>, call: Call): Answer {
  if (!written.ok) return refusal(written.problems, call.locale);
  const { created, outcome, supersedes, offering } = written.value;
  const dryRun = isDryRun(call.query);
  const headers = offering && !dryRun ? { etag: etagOf(offering) } : {};
  return { status: created && !dryRun ? 201 : 200, body: { outcome, dryRun, supersedes, offering }, headers };
}

/** Up to 500 offerings at once, each answered by itself. */
export const putMany = endpoint(
  async (call) => {
    const parsed = parseBody(call.body, bulkDocument);
    if (!parsed.ok) return refusal(parsed.problems, call.locale);
    const items = parsed.value.items.map((item) => withId(parseValue(item, offeringDocument)));
    const good = items.flatMap((item) => (item.ok ? [item.value] : []));
    const options = { dryRun: isDryRun(call.query) };
    const written = good.length > 0 ? await putOfferings(call.actor, good, options) : [];
    let position = 0;
    const results = items.map((item, index) => {
      const id = item.ok ? item.value.id : null;
      const one: Result<Written> = item.ok ? (written[position++] ?? refuse({ code: "recordUnknown" })) : item;
      if (!one.ok) return { index, id, outcome: "refused", problems: one.problems.map((problem) => told(problem, call.locale)) };
      const { outcome, supersedes, offering } = one.value;
      return { index, id, outcome, supersedes, slug: offering?.slug ?? null, version: offering?.version ?? null, problems: [] };
    });
    const counts: Record<string, number> = {};
    for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
    return { status: 200, body: { ...options, counts, results }, headers: { "content-language": call.locale } };
  },
  { mostBytes: 20 * 1024 * 1024 },
);

function withId(parsed: Result<z.output<typeof offeringDocument>>): Result<{ id: string; document: z.output<typeof offeringDocument> }> {
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return id !== undefined && isOwnId(id) ? ok({ id, document: parsed.value }) : refuse({ code: "idMissing", field: "id" });
}
