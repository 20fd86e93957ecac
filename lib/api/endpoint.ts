import { countTry, type LimitState } from "@/lib/auth/limits/commands";
import type { Actor } from "@/lib/auth/permissions";
import { hashOf } from "@/lib/auth/secret";
import type { Locale } from "@/lib/i18n/locales";
import { noteUse } from "@/lib/keys/commands";
import { actorOfKey } from "@/lib/keys/key";
import { findValidKey } from "@/lib/keys/queries";
import { type Answer, refusal, send } from "./answer";
import { readBody } from "./body";
import { answerOnce } from "./idempotency/commands";
import { isOwnId } from "./own-id";
import { preferredLocale } from "./words";

/** A request of a machine that has shown its key. `ids` are the parts of the address that name records. */
export type Call = {
  actor: Actor & { organisationId: string };
  ids: string[];
  query: URLSearchParams;
  headers: Headers;
  body: string;
  locale: Locale;
};

type Work = (call: Call) => Promise<Answer>;
type Key = NonNullable<Awaited<ReturnType<typeof findValidKey>>>;

const base = "/api/v1/provider/";
const usualBody = 1024 * 1024;

/** A route of the provider's API: who asks, how often, and once only where it says so; `work` does the rest. */
export function endpoint(work: Work, { mostBytes = usualBody } = {}): (request: Request) => Promise<Response> {
  return async (request) => {
    const locale = preferredLocale(request.headers.get("accept-language"));
    const secret = /^bearer +([\w-]{1,200})$/i.exec(request.headers.get("authorization")?.trim() ?? "")?.[1];
    const key = secret ? await findValidKey(secret) : undefined;
    if (!key) {
      const challenge = `Bearer realm="Cairn"${secret ? ', error="invalid_token"' : ""}`;
      return send(refusal([{ code: "keyNotAccepted" }], locale), { "www-authenticate": challenge });
    }
    const limit = await countTry("api", key.id);
    if (!limit.allowed) return send(refusal([{ code: "tooManyRequests" }], locale), limitHeaders(limit));
    await noteUse(key.id);
    return send(await answerTo(request, key, work, mostBytes, locale), limitHeaders(limit));
  };
}

async function answerTo(request: Request, key: Key, work: Work, mostBytes: number, locale: Locale): Promise<Answer> {
  const url = new URL(request.url);
  const ids = idsIn(url);
  if (!ids) return refusal([{ code: "recordUnknown" }], locale);
  const read = request.method === "GET" ? ({ ok: true, value: "" } as const) : await readBody(request, mostBytes);
  if (!read.ok) return refusal(read.problems, locale);
  const actor = { ...actorOfKey(key), organisationId: key.organisationId };
  const call: Call = { actor, ids, query: url.searchParams, headers: request.headers, body: read.value, locale };

  const once = request.method === "GET" ? null : request.headers.get("idempotency-key");
  if (once === null) return await work(call);
  if (!/^[\x21-\x7e]{1,200}$/.test(once)) return refusal([{ code: "idempotencyKeyNotAccepted" }], locale);
  const requestHash = hashOf([request.method, url.pathname, url.search, read.value].join("\n"));
  const answered = await answerOnce({ apiKeyId: key.id, key: once, requestHash }, () => work(call));
  if (!answered.ok) return refusal(answered.problems, locale);
  const { repeated, ...answer } = answered.value;
  return repeated ? { ...answer, headers: { ...answer.headers, "idempotency-replayed": "true" } } : answer;
}

/** Every second part after the base: /offerings/{id}/sessions/{id}. Undefined where one cannot be an id. */
function idsIn({ pathname }: URL): string[] | undefined {
  const parts = pathname.slice(base.length).split("/");
  try {
    const ids = parts.filter((_, position) => position % 2 === 1).map(decodeURIComponent);
    return ids.every(isOwnId) ? ids : undefined;
  } catch {
    return undefined;
  }
}

/** draft-ietf-httpapi-ratelimit-headers: the policy, and what is left of it. */
function limitHeaders({ allowed, limit, seconds, remaining, resetSeconds }: LimitState): Record<string, string> {
  return {
    "ratelimit-policy": `"key";q=${limit};w=${seconds}`,
    ratelimit: `"key";r=${remaining};t=${resetSeconds}`,
    ...(allowed ? {} : { "retry-after": String(Math.max(1, resetSeconds)) }),
  };
}
