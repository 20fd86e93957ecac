import { followChanges } from "./changes.mjs";
import { currentVisit } from "./visits.mjs";
import { inTurn } from "./waiting-room.mjs";
import { packingFor, sendWhole } from "./whole-answer.mjs";

/**
 * @typedef {import("./whole-answer.mjs").Page & { told?: import("./visits.mjs").Told | undefined }} Page
 * @typedef {(req: import("node:http").IncomingMessage, res: import("node:http").ServerResponse) => unknown} Handler
 */

/** A larger page is drawn each time. */
const largestPage = 2 * 1024 * 1024;

/** In milliseconds, for what does not say from what it is drawn. So does a search without the engine: that it is back is not in the database. */
const oldest = 60_000;

/**
 * Answers what was asked before, a public page or the API, with the same bytes, as long as nothing was written to the database since that
 * it was drawn from (lib/sources); for an answer that does not say from what, as long as nothing was written at all. Asking costs a fraction
 * of a millisecond, drawing a page tens of them; and since a decision's own commit changes the answer, a suspended provider is gone from
 * the next page that anyone asks for, from every web process. What changes with the day alone is kept for that day.
 * @param {Handler} draw
 * @param {{ languages: readonly string[], timeZone: string, databaseUrl: string, megabytes: number }} options
 */
export function keepPages(draw, { languages, timeZone, databaseUrl, megabytes }) {
  const changes = followChanges(databaseUrl);
  const pages = newStore(megabytes * 1024 * 1024, changes);
  const drawInTurn = inTurn(draw, languages);
  const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone });
  // Failures are asked for under as many addresses as people mistype.
  const isPublic = new RegExp(`^/(?:(?:embed/)?(?:${languages.join("|")})(?!/failure/)(?:[/?]|$)|api/v1/)`);

  /** @type {(about: { packing: string | undefined, accept: string | undefined, url: string | undefined }) => string} */
  const keyOf = ({ packing, accept, url }) => {
    const today = calendar.format(process.env.CAIRN_NOW ? new Date(process.env.CAIRN_NOW) : new Date());
    return `${today} ${packing} ${url?.startsWith("/api/") ? accept : ""} ${asSearched(url)}`;
  };

  /** @type {Handler} */
  const handle = async (req, res) => {
    if (!isKept(req, isPublic)) return draw(req, res);
    const packing = packingFor(req);
    // Where the database does not answer, the page itself says what can be said without it.
    const moment = megabytes > 0 ? await changes.now().catch(() => undefined) : undefined;
    if (moment === undefined) {
      sendWhole(res, packing, () => undefined);
      return drawInTurn.handle(req, res);
    }

    const key = keyOf({ packing, accept: req.headers.accept, url: req.url });
    const page = await pages.find(key, moment);
    const visit = currentVisit();
    if (page) {
      if (visit && page.told) visit.told = page.told;
      res.writeHead(200, { ...page.headers, "content-length": page.body.length, "cache-status": "cairn; hit" });
      return res.end(page.body);
    }
    sendWhole(res, packing, (drawn) => pages.keep(key, { ...drawn, told: visit?.told, since: moment }));
    return drawInTurn.handle(req, res);
  };

  return {
    handle,
    /** Whether a visitor's page is being drawn. */
    isBusy: drawInTurn.isBusy,
    /** Whether the room is used up but for a tenth, which is for what visitors ask for. */
    isFull: pages.isFull,
    /**
     * Whether a page is there as today's browsers ask for it.
     * @param {string} url
     */
    has: (url) => pages.has(keyOf({ packing: "br", accept: undefined, url })),
  };
}

/**
 * One search has one page: a form sends what was left empty too, and each form in an order of its own. Elsewhere something empty may be an answer.
 * @param {string | undefined} url
 */
function asSearched(url = "") {
  const [, path, query] = /^(\/[a-z]+\/offerings|\/api\/v1\/search)\?(.*)$/.exec(url) ?? [];
  if (path === undefined) return url;
  const said = new URLSearchParams([...new URLSearchParams(query)].filter(([, value]) => value.trim() !== ""));
  said.sort();
  return `${path}?${said}`;
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
    return (told?.from !== undefined || performance.now() - at <= oldest) && changes.isUnchanged(since, told?.from);
  }

  /** A search says itself whether it could be another one now that the index has these offerings, or other sessions of them. */
  async function isTouched(/** @type {Kept} */ { told, since }) {
    if (!told?.isTouchedBy) return false;
    const takenUp = changes.takenUpSince(since);
    return takenUp.added.length + takenUp.sessions.length > 0 && (await told.isTouchedBy(takenUp).catch(() => true));
  }

  function remove(/** @type {string} */ key) {
    size -= pages.get(key)?.body.length ?? 0;
    pages.delete(key);
  }

  return {
    isFull: () => size > largest * 0.9,
    has(/** @type {string} */ key) {
      const page = pages.get(key);
      return page !== undefined && isRight(page);
    },
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
