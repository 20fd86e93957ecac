import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import ipaddr from "ipaddr.js";
import { Agent, type Dispatcher, request } from "undici";
import { ok, type Problem, type Result, refuse } from "@/lib/result";
import { isPublicAddress } from "./public-address";

/** What was there, or that it is still what it was. `httpStatus` and `bytes` are for the log. */
export type Fetched =
  | { changed: true; bytes: Uint8Array; httpStatus: number; etag: string | null; lastModified: string | null }
  | { changed: false; httpStatus: number };

export type FetchOptions = {
  accept: string;
  /** Who asks, so that the other side knows whom to write to. */
  userAgent: string;
  etag?: string | null;
  lastModified?: string | null;
  /** Which addresses may be connected to: the public ones, unless the operator or a test says otherwise. */
  mayConnect?: (address: string) => boolean;
  secondsAllowed?: number;
  bytesAllowed?: number;
};

type Answer = Dispatcher.ResponseData;
type Step = { answer: Answer } | { to: URL } | { problem: Problem };

const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
const inNetwork = "EINNETWORK";

/**
 * Fetches a file from an address that somebody typed in. Names are resolved here and the connection goes to the address that was
 * checked, so that a name cannot point elsewhere a moment later. Whatever the other side does is a named problem.
 */
export async function guardedFetch(address: string, options: FetchOptions): Promise<Result<Fetched>> {
  const mayConnect = options.mayConnect ?? isPublicAddress;
  const agent = new Agent({ connect: { lookup: checkedLookup(mayConnect) }, pipelining: 0 });
  const signal = AbortSignal.timeout((options.secondsAllowed ?? 60) * 1000);
  try {
    let url = webAddress(address);
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const step: Step = url ? await ask(url, agent, signal, options, mayConnect) : { problem: { code: "feedAddressNotUnderstood" } };
      if ("problem" in step) return refuse(step.problem);
      if ("answer" in step) return await take(step.answer, options);
      url = step.to;
    }
    return refuse({ code: "feedRedirectsTooOften", value: address });
  } catch (fault) {
    // Somebody else's server was asked: nothing that it does is a fault of ours.
    return refuse(problemOf(fault, signal));
  } finally {
    await agent.destroy();
  }
}

/** A plain address of the web, without a name and password in it: those would be kept and shown. */
export function webAddress(address: string, base?: URL): URL | undefined {
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return (url.protocol === "http:" || url.protocol === "https:") && !url.username && !url.password ? url : undefined;
}

/** A host that is an address needs no name to be resolved, so it is looked at here. The URL has unfolded its odd spellings. */
export function isRefusedHost(url: URL, mayConnect: (address: string) => boolean): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(host) && !mayConnect(host);
}

async function ask(
  url: URL,
  dispatcher: Agent,
  signal: AbortSignal,
  { accept, userAgent, etag, lastModified }: FetchOptions,
  mayConnect: (address: string) => boolean,
): Promise<Step> {
  if (isRefusedHost(url, mayConnect)) return { problem: { code: "feedAddressInNetwork", value: url.host } };
  const answer = await request(url, {
    dispatcher,
    signal,
    headers: {
      accept: `${accept}, */*;q=0.1`,
      "accept-encoding": "gzip, br, deflate",
      "user-agent": userAgent,
      ...(etag ? { "if-none-match": etag } : {}),
      ...(lastModified ? { "if-modified-since": lastModified } : {}),
    },
  });
  if (!redirects.has(answer.statusCode)) return { answer };
  await answer.body.dump({ limit: 64 * 1024, signal });
  const to = webAddress(String(answer.headers.location ?? ""), url);
  return to && answer.headers.location ? { to } : { problem: { code: "feedAnswered", value: `HTTP ${answer.statusCode}` } };
}

async function take(
  { statusCode: httpStatus, headers, body }: Answer,
  { bytesAllowed, etag, lastModified }: FetchOptions,
): Promise<Result<Fetched>> {
  if (httpStatus === 304 && (etag || lastModified)) return ok({ changed: false, httpStatus });
  if (httpStatus !== 200) return refuse({ code: "feedAnswered", value: `HTTP ${httpStatus}` });
  const encoding = String(headers["content-encoding"] ?? "identity")
    .trim()
    .toLowerCase();
  const plain = unpacked(body, encoding);
  if (!plain) return refuse({ code: "feedBroken", value: `Content-Encoding: ${encoding}`.slice(0, 100) });
  const bytes = await readUpTo(plain, bytesAllowed ?? 100 * 1024 * 1024);
  if (!bytes) return refuse({ code: "feedTooLarge" });
  return ok({ changed: true, bytes, httpStatus, etag: header(headers.etag), lastModified: header(headers["last-modified"]) });
}

function header(value: string | string[] | undefined): string | null {
  const text = [value].flat()[0];
  return text && text.length <= 500 ? text : null;
}

const unpackers = new Map<string, () => Transform>([
  ["gzip", createGunzip],
  ["x-gzip", createGunzip],
  ["br", createBrotliDecompress],
  ["deflate", createInflate],
]);

function unpacked(body: Readable, encoding: string): Readable | undefined {
  if (encoding === "identity" || encoding === "") return body;
  const unpack = unpackers.get(encoding)?.();
  if (!unpack) return undefined;
  // A body that breaks off must break what is read out of it as well.
  body.once("error", (fault) => unpack.destroy(fault));
  unpack.once("close", () => body.destroy());
  return body.pipe(unpack);
}

/** Counted while it streams and after it was unpacked: a small file can unpack to anything. Leaving the loop ends the connection. */
async function readUpTo(stream: Readable, most: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function checkedLookup(mayConnect: (address: string) => boolean): LookupFunction {
  return (hostname, options, answer) => {
    lookup(hostname, { all: true, family: options.family ?? 0 }).then(
      (found) => {
        const open = found.filter(({ address }) => mayConnect(address));
        const [first] = open;
        if (!first) answer(Object.assign(new Error(`${hostname} is inside a network`), { code: inNetwork }), "");
        else if (options.all) answer(null, open);
        else answer(null, first.address, first.family);
      },
      (fault: NodeJS.ErrnoException) => answer(fault, ""),
    );
  };
}

function problemOf(fault: unknown, signal: AbortSignal): Problem {
  if (signal.aborted) return { code: "feedTooSlow" };
  const code = codeOf(fault);
  if (code === inNetwork) return { code: "feedAddressInNetwork" };
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return { code: "feedAddressUnknown" };
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return { code: "feedTooSlow" };
  if (/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ERR_SSL|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code))
    return { code: "feedUnreachable", value: code };
  return { code: "feedBroken", ...(code ? { value: code } : {}) };
}

function codeOf(fault: unknown): string {
  const { code, cause, errors } = (fault ?? {}) as { code?: unknown; cause?: unknown; errors?: unknown[] };
  return typeof code === "string" ? code : cause ? codeOf(cause) : errors?.[0] ? codeOf(errors[0]) : "";
}
