import { followChanges } from "./changes.mjs";
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
 * In milliseconds, for what is drawn from the search engine or does not say from what. Whether the engine is away is not in the database:
 * what was found without it must not stay when it is back.
 */
const oldest = 60_000;

/**
 * Answers what was asked before, a public page or the API, with the same bytes, as long as nothing was written to the database since that
 * it was drawn from (lib/sources); for an answer that does not say from what, as long as nothing was written at all. Asking costs a fraction
 * of a millisecond, drawing a page tens of them; and since a decision's own commit changes the answer, a suspended provider is gone from
 * the next page that anyone asks for, from every web process. What changes with the day alone is kept for that day.
 * @param {Handler} draw
 * @param {{ languages: readonly string[], timeZone: string, databaseUrl: string, megabytes: number }} options
 * @returns {Handler}
 */
export function keepPages(draw, { languages, timeZone, databaseUrl, megabytes }) {
  const changes = followChanges(databaseUrl);
  const pages = newStore(megabytes * 1024 * 1024, changes);
  const drawInTurn = inTurn(draw, languages);
  const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone });
  // Failures are asked for under as many addresses as people mistype.
  const isPublic = new RegExp(`^/(?:(?:${languages.join("|")})(?!/failure/)(?:[/?]|$)|api/v1/)`);

  return async (req, res) => {
    if (!isKept(req, isPublic)) return draw(req, res);
    const compressed = acceptsGzip(req);
    // Where the database does not answer, the page itself says what can be said without it.
    const moment = megabytes > 0 ? await changes.now().catch(() => undefined) : undefined;
    if (moment === undefined) {
      sendWhole(res, compressed, () => undefined);
      return drawInTurn(req, res);
    }

    const today = calendar.format(process.env.CAIRN_NOW ? new Date(process.env.CAIRN_NOW) : new Date());
    const accepted = req.url?.startsWith("/api/") ? req.headers.accept : "";
    const key = `${today} ${compressed} ${accepted} ${req.url}`;
    const page = await pages.find(key, moment);
    const visit = currentVisit();
    if (page) {
      if (visit && page.told) visit.told = page.told;
      res.writeHead(200, { ...page.headers, "content-length": page.body.length, "cache-status": "cairn; hit" });
      return res.end(page.body);
    }
    sendWhole(res, compressed, (drawn) => pages.keep(key, { ...drawn, told: visit?.told, since: moment }));
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
 * The least recently asked for give way.
 * @param {number} largest bytes
 * @param {ReturnType<typeof followChanges>} changes
 */
function newStore(largest, changes) {
  /** @typedef {Page & { since: number }} Kept drawn from what the database said at that moment or later */
  /** @type {Map<string, Kept & { at: number }>} */
  const pages = new Map();
  let size = 0;

  /** @param {Kept & { at: number }} page */
  function isRight({ told, since, at }) {
    const lasts = told?.from !== undefined && !told.from.includes("index");
    return (lasts || performance.now() - at <= oldest) && changes.isUnchanged(since, told?.from);
  }

  /** A search says itself whether it could be another one now that these offerings have other sessions. */
  async function isTouched(/** @type {Kept} */ { told, since }) {
    const offerings = told?.isTouchedBy ? changes.sessionsSince(since) : [];
    return offerings.length > 0 && (await told?.isTouchedBy?.(offerings).catch(() => true));
  }

  function remove(/** @type {string} */ key) {
    size -= pages.get(key)?.body.length ?? 0;
    pages.delete(key);
  }

  return {
    async find(/** @type {string} */ key, /** @type {number} */ moment) {
      const page = pages.get(key);
      if (!page) return undefined;
      if (!isRight(page) || (await isTouched(page))) {
        if (pages.get(key) === page) remove(key);
        return undefined;
      }
      page.since = Math.max(page.since, moment);
      if (pages.delete(key)) pages.set(key, page);
      return page;
    },
    keep(/** @type {string} */ key, /** @type {Kept} */ page) {
      const now = { ...page, at: performance.now() };
      if (page.body.length > largestPage || !isRight(now)) return;
      remove(key);
      pages.set(key, now);
      size += page.body.length;
      for (const oldest of pages.keys()) {
        if (size <= largest) break;
        remove(oldest);
      }
    },
  };
}
