import postgres from "postgres";
import { currentVisit } from "./visits.mjs";

/**
 * @typedef {{ headers: import("node:http").OutgoingHttpHeaders, body: Buffer, told?: import("./visits.mjs").Told | undefined }} Page
 * @typedef {(req: import("node:http").IncomingMessage, res: import("node:http").ServerResponse) => unknown} Handler
 */

/** A larger page is drawn each time. */
const largestPage = 2 * 1024 * 1024;

/** Said by one connection only. */
const ownHeaders = ["connection", "keep-alive", "transfer-encoding", "date"];

/**
 * Answers a public page that was drawn before with the same bytes, as long as nothing at all was written to the database since.
 * Asking that costs a fraction of a millisecond (`pg_current_snapshot` names all transactions that are over), drawing a page costs
 * tens of them; and since a decision's own commit changes the answer, a suspended provider is gone from the next page that anyone asks
 * for, from every web process. What changes with the day alone is kept for that day.
 * @param {Handler} draw
 * @param {{ languages: readonly string[], timeZone: string, databaseUrl: string, megabytes: number }} options
 * @returns {Handler}
 */
export function keepPages(draw, { languages, timeZone, databaseUrl, megabytes }) {
  if (megabytes <= 0) return draw;
  const pages = newStore(megabytes * 1024 * 1024);
  const stampNow = newStamps(databaseUrl);
  const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone });
  // Failures are asked for under as many addresses as people mistype.
  const isPage = new RegExp(`^/(?:${languages.join("|")})(?!/failure/)(?:[/?]|$)`);

  return async (req, res) => {
    if (!isKept(req, isPage)) return draw(req, res);
    // Where the database does not answer, the page itself says what can be said without it.
    const stamp = await stampNow().catch(() => undefined);
    if (stamp === undefined) return draw(req, res);

    const today = calendar.format(process.env.CAIRN_NOW ? new Date(process.env.CAIRN_NOW) : new Date());
    const key = `${today} ${req.headers["accept-encoding"] ?? ""} ${req.url}`;
    const page = pages.find(stamp, key);
    const visit = currentVisit();
    if (page) {
      if (visit && page.told) visit.told = page.told;
      res.writeHead(200, { ...page.headers, "content-length": page.body.length });
      return res.end(page.body);
    }
    record(res, (drawn) => pages.keep(stamp, key, { ...drawn, told: visit?.told }));
    return draw(req, res);
  };
}

/**
 * @param {import("node:http").IncomingMessage} req
 * @param {RegExp} isPage
 */
function isKept({ method, url = "", headers }, isPage) {
  return method === "GET" && isPage.test(url) && !headers.cookie && !headers.authorization && !headers.rsc && !url.includes("_rsc=");
}

/**
 * Listens to what goes out, and hands over what was a whole and good page.
 * @param {import("node:http").ServerResponse} res
 * @param {(page: Page) => void} onPage
 */
function record(res, onPage) {
  /** @type {Buffer[]} */
  const chunks = [];
  let size = 0;
  const add = (/** @type {unknown} */ chunk, /** @type {unknown} */ encoding) => {
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) return;
    if (size > largestPage) return;
    const bytes =
      typeof chunk === "string"
        ? Buffer.from(chunk, /** @type {BufferEncoding} */ (typeof encoding === "string" ? encoding : "utf8"))
        : Buffer.from(chunk);
    size += bytes.length;
    chunks.push(bytes);
  };
  const write = res.write.bind(res);
  const end = res.end.bind(res);
  res.write = (/** @type {any[]} */ ...args) => {
    add(args[0], args[1]);
    return /** @type {any} */ (write)(...args);
  };
  res.end = (/** @type {any[]} */ ...args) => {
    add(args[0], args[1]);
    const whole =
      size > 0 && size <= largestPage && res.statusCode === 200 && String(res.getHeader("content-type")).startsWith("text/html");
    if (whole && !res.getHeader("set-cookie")) {
      const headers = Object.fromEntries(Object.entries(res.getHeaders()).filter(([name]) => !ownHeaders.includes(name)));
      onPage({ headers, body: Buffer.concat(chunks) });
    }
    return /** @type {any} */ (end)(...args);
  };
}

/**
 * Pages of one stamp; another stamp empties it. The least recently asked for give way.
 * @param {number} largest bytes
 */
function newStore(largest) {
  /** @type {Map<string, Page>} */
  const pages = new Map();
  let current = "";
  let size = 0;

  return {
    find(/** @type {string} */ stamp, /** @type {string} */ key) {
      if (stamp !== current) {
        pages.clear();
        size = 0;
        current = stamp;
      }
      const page = pages.get(key);
      if (page) {
        pages.delete(key);
        pages.set(key, page);
      }
      return page;
    },
    keep(/** @type {string} */ stamp, /** @type {string} */ key, /** @type {Page} */ page) {
      if (stamp !== current || pages.has(key)) return;
      pages.set(key, page);
      size += page.body.length;
      for (const [oldest, { body }] of pages) {
        if (size <= largest) break;
        pages.delete(oldest);
        size -= body.length;
      }
    },
  };
}

/**
 * One question for all requests that wait: each is answered by a question put after it came in.
 * @param {string} databaseUrl
 */
function newStamps(databaseUrl) {
  const client = postgres(databaseUrl, { max: 1, onnotice: () => undefined, connection: { application_name: "cairn pages" } });
  const ask = async () => String((await client`select pg_current_snapshot()::text as stamp`)[0]?.stamp);
  /** @type {Promise<string> | undefined} */
  let asking;
  /** @type {Promise<string> | undefined} */
  let next;

  return async () => {
    if (next) return next;
    if (asking) {
      next = asking
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          return start();
        });
      return next;
    }
    return start();
  };

  function start() {
    asking = ask().finally(() => {
      asking = undefined;
    });
    return asking;
  }
}
