import { request as ask, createServer, ServerResponse } from "node:http";
import { standInPage } from "./stand-in-page.mjs";

/**
 * @typedef {object} Page
 * @property {import("node:http").OutgoingHttpHeaders} headers
 * @property {Buffer} body
 */

/** Said by one connection only, or true of that answer alone. */
const ownHeaders = ["connection", "keep-alive", "transfer-encoding", "content-length", "date", "etag"];

/** The address of a failure page carries that of the page that failed, and Node reads 16 KB of headers at most. */
const longestAddress = 2000;

/**
 * A web server in whose answers a designed page takes the place of an HTML page with status 404 or 5xx: for those Next sends an empty
 * page that only JavaScript fills. Everything else passes through as it comes.
 * @param {(request: import("node:http").IncomingMessage, answer: ServerResponse) => unknown} handler
 * @param {readonly string[]} languages in which there are pages
 * @returns {import("node:http").Server}
 */
export function createWebServer(handler, languages) {
  const OwnAnswer = class extends Answer {
    languages = languages;
  };
  return createServer({ ServerResponse: /** @type {any} */ (OwnAnswer) }, async (request, answer) => {
    try {
      await handler(request, answer);
    } catch (error) {
      console.error(`Failed to handle request for ${request.url}`, error);
      answer.statusCode = 500;
      answer.end("Internal Server Error");
    }
  });
}

/** Which address a failure page has, and which code: `/nl/failure/404`, or without the language before it is known. */
const failurePage = /^(?:\/([^/?]+))?\/failure\/([^/?]+)(?:$|\?)/;

class Answer extends ServerResponse {
  /** @type {readonly string[]} */
  languages = [];
  // Next changes the request's own when it rewrites an address.
  #url = this.req.url ?? "/";
  #isHeld = false;

  /**
   * True of an answer that must not go out: known when it begins, before a byte of it is sent.
   * @param {number} status
   * @param {any[]} [more] what writeHead was given with it: its last may be headers
   */
  #holds(status, more = []) {
    if (this.#isHeld || this.headersSent) return this.#isHeld;
    if (status !== 404 && status < 500) return false;
    const given = new Headers(typeof more.at(-1) === "object" ? more.at(-1) : {});
    // Too much is asked at once: that answer brings its own page, which costs nothing (bin/waiting-room.mjs).
    if (given.has("retry-after") || this.hasHeader("retry-after")) return false;
    if (!isPage(this.req, this.#url, given.get("content-type") ?? this.getHeader("content-type"))) return false;
    this.#isHeld = true;
    Object.defineProperty(this, "headersSent", { value: true });
    void this.#replace(status);
    return true;
  }

  /** @param {number} status */
  async #replace(status) {
    const code = status === 404 ? 404 : 500;
    const { headers, body } = await this.#pageFor(code).catch((error) => {
      console.error(`The page for status ${code} cannot be drawn; a plain one stands in.`, error);
      return standInPage(code, this.languages);
    });
    for (const name of this.getHeaderNames()) this.removeHeader(name);
    const shown = { ...headers, "cache-control": "no-store", "content-length": body.length };
    // Next puts a setHeader of its own on each answer, which does nothing once headers count as sent.
    for (const [name, value] of Object.entries(shown)) if (value !== undefined) super.setHeader(name, value);
    super.writeHead(status);
    super.end(body);
  }

  /** @param {number} code */
  async #pageFor(code) {
    if (this.#ownCode()) throw new Error(`${this.#url} fails itself.`);
    // In a frame of another site there is no room for a page of this one, which lets nobody frame it.
    const [, framed] = /^\/embed\/([^/?]*)/.exec(this.#url) ?? [];
    if (framed !== undefined) return standInPage(code, this.languages.includes(framed) ? [framed] : this.languages);
    const [, language = "", rest = ""] = /^\/([^/?]*)\/?(.*)$/s.exec(this.#url) ?? [];
    // Without a language the proxy chooses the reader's own.
    if (!this.languages.includes(language)) return fetchPage(this.req, `/failure/${code}`);
    const of = rest.length > longestAddress ? "" : rest;
    return fetchPage(this.req, `/${language}/failure/${code}?of=${encodeURIComponent(of)}`);
  }

  /** The code of the failure page that this answer itself is. */
  #ownCode() {
    const [, language, code] = failurePage.exec(this.#url) ?? [];
    return language === undefined || this.languages.includes(language) ? code : undefined;
  }

  /**
   * @param {number} status
   * @param {any[]} rest
   */
  writeHead(status, ...rest) {
    if (this.#holds(status, rest)) return this;
    const code = status === 200 ? this.#ownCode() : undefined;
    if (code) this.statusCode = code === "500" ? 500 : 404;
    return super.writeHead(code ? this.statusCode : status, ...rest);
  }

  /**
   * @param {any} chunk
   * @param {any[]} rest
   */
  write(chunk, ...rest) {
    return this.#holds(this.statusCode) || super.write(chunk, ...rest);
  }

  /** @param {any[]} rest */
  end(...rest) {
    return this.#holds(this.statusCode) ? this : super.end(...rest);
  }

  /** Next flushes the head right before what it has to send: both go out in one write, and an answer that is there as a whole in it too. */
  flushHeaders() {
    if (this.#holds(this.statusCode)) return;
    // The connection, not the answer: what an answer holds back while it is chunked Node would send after its end.
    const { socket } = this;
    socket?.cork();
    super.flushHeaders();
    setImmediate(() => socket?.uncork());
  }
}

/**
 * What a person reads in a browser, and no program or picture. Where Next fails before it comes to a page it answers in plain text or
 * names no type.
 * @param {import("node:http").IncomingMessage} request
 * @param {string} url
 * @param {unknown} type
 */
function isPage({ method, headers }, url, type = "text/html") {
  if (method !== "GET" && method !== "HEAD") return false;
  if (!/^text\/(html|plain)/.test(String(type))) return false;
  if (/^\/(api|_next)(\/|\?|$)/.test(url)) return false;
  return !url.split("?", 1)[0]?.includes(".") || Boolean(headers.accept?.includes("text/html"));
}

/**
 * Asks this same server, where the reader's connection arrived, for a page as the reader would get it.
 * @param {import("node:http").IncomingMessage} reader
 * @param {string} path
 * @param {number} [redirects] how many it may follow
 * @returns {Promise<Page>}
 */
async function fetchPage(reader, path, redirects = 1) {
  const { status, headers, body } = await askItself(reader, path);
  if (redirects > 0 && headers.location && status >= 300 && status < 400) {
    const { pathname, search } = new URL(headers.location, "http://localhost");
    return fetchPage(reader, pathname + search, redirects - 1);
  }
  if (status !== 404 && status < 500) throw new Error(`${path} was answered with status ${status}.`);
  return { headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.includes(name))), body };
}

/**
 * @param {import("node:http").IncomingMessage} reader
 * @param {string} path
 * @returns {Promise<{ status: number, headers: import("node:http").IncomingHttpHeaders, body: Buffer }>}
 */
function askItself({ socket, headers }, path) {
  const passedOn = ["host", "accept-encoding", "accept-language", "user-agent", "x-forwarded-host", "x-forwarded-proto"];
  return new Promise((resolve, reject) => {
    const question = ask({
      host: socket.localAddress,
      port: socket.localPort,
      path,
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => passedOn.includes(name))),
      timeout: 5000,
    });
    question.once("timeout", () => question.destroy(new Error(`${path} was not answered within 5 seconds.`)));
    question.once("error", reject);
    question.once("response", (answer) => {
      /** @type {Buffer[]} */
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.once("error", reject);
      answer.once("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    question.end();
  });
}
