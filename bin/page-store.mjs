import { newStamps } from "./stamps.mjs";
import { currentVisit } from "./visits.mjs";
import { inTurn } from "./waiting-room.mjs";
import { acceptsGzip, sendWhole } from "./whole-answer.mjs";

/**
 * @typedef {import("./whole-answer.mjs").Page & { told?: import("./visits.mjs").Told | undefined }} Page
 * @typedef {(req: import("node:http").IncomingMessage, res: import("node:http").ServerResponse) => unknown} Handler
 */

/** A larger page is drawn each time. */
const largestPage = 2 * 1024 * 1024;

/**
 * In milliseconds. Nearly all that an answer depends on is in the database. Whether the search engine is away is not: what was found
 * without it must not stay when it is back.
 */
const oldest = 60_000;

/**
 * Answers what was asked before, a public page or the API, with the same bytes, as long as nothing at all was written to the database
 * since. Asking that costs a fraction of a millisecond (`pg_current_snapshot` names all transactions that are over), drawing a page costs
 * tens of them; and since a decision's own commit changes the answer, a suspended provider is gone from the next page that anyone asks
 * for, from every web process. What changes with the day alone is kept for that day.
 * @param {Handler} draw
 * @param {{ languages: readonly string[], timeZone: string, databaseUrl: string, megabytes: number }} options
 * @returns {Handler}
 */
export function keepPages(draw, { languages, timeZone, databaseUrl, megabytes }) {
  const pages = newStore(megabytes * 1024 * 1024);
  const stampNow = newStamps(databaseUrl);
  const drawInTurn = inTurn(draw, languages);
  const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone });
  // Failures are asked for under as many addresses as people mistype.
  const isPublic = new RegExp(`^/(?:(?:${languages.join("|")})(?!/failure/)(?:[/?]|$)|api/v1/)`);

  return async (req, res) => {
    if (!isKept(req, isPublic)) return draw(req, res);
    const compressed = acceptsGzip(req);
    // Where the database does not answer, the page itself says what can be said without it.
    const stamp = megabytes > 0 ? await stampNow().catch(() => undefined) : undefined;
    if (stamp === undefined) {
      sendWhole(res, compressed, () => undefined);
      return drawInTurn(req, res);
    }

    const today = calendar.format(process.env.CAIRN_NOW ? new Date(process.env.CAIRN_NOW) : new Date());
    const accepted = req.url?.startsWith("/api/") ? req.headers.accept : "";
    const key = `${today} ${compressed} ${accepted} ${req.url}`;
    const page = pages.find(stamp, key);
    const visit = currentVisit();
    if (page) {
      if (visit && page.told) visit.told = page.told;
      res.writeHead(200, { ...page.headers, "content-length": page.body.length });
      return res.end(page.body);
    }
    sendWhole(res, compressed, (drawn) => pages.keep(stamp, key, { ...drawn, told: visit?.told }));
    return drawInTurn(req, res);
  };
}

/**
 * @param {import("node:http").IncomingMessage} req
 * @param {RegExp} isPublic
 */
function isKept({ method, url = "", headers }, isPublic) {
  const asOne = ["cookie", "authorization", "rsc", "if-none-match"].every((name) => headers[name] === undefined);
  return method === "GET" && asOne && isPublic.test(url) && !url.includes("_rsc=");
}

/**
 * Pages of one stamp; another stamp empties it. The least recently asked for give way.
 * @param {number} largest bytes
 */
function newStore(largest) {
  /** @type {Map<string, Page & { at: number }>} */
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
      if (!page) return undefined;
      pages.delete(key);
      if (performance.now() - page.at > oldest) {
        size -= page.body.length;
        return undefined;
      }
      pages.set(key, page);
      return page;
    },
    keep(/** @type {string} */ stamp, /** @type {string} */ key, /** @type {Page} */ page) {
      if (stamp !== current || pages.has(key) || page.body.length > largestPage) return;
      pages.set(key, { ...page, at: performance.now() });
      size += page.body.length;
      for (const [oldest, { body }] of pages) {
        if (size <= largest) break;
        pages.delete(oldest);
        size -= body.length;
      }
    },
  };
}
