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

/** In milliseconds, while more is asked for than can be drawn at once: so long a search may count sessions as they were, and be without offerings that are new or were changed. */
const mostBehind = { sessions: 5 * 60_000, offerings: 60_000 };

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
  const drawInTurn = inTurn(draw, languages);
  const pages = newStore(megabytes * 1024 * 1024, changes, drawInTurn.isPressed);
  /** @type {Map<string, Promise<unknown>>} */
  const beingDrawn = new Map();
  const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone });
  // Failures are asked for under as many addresses as people mistype.
  const isPublic = new RegExp(`^/(?:(?:embed/)?(?:${languages.join("|")})(?!/failure/)(?:[/?]|$)|api/v1/)`);

  /** @type {(about: { packing: string | undefined, accept: string | undefined, url: string | undefined }) => string} */
  const keyOf = ({ packing, accept, url }) => {
    const today = calendar.format(process.env.CAIRN_NOW ? new Date(process.env.CAIRN_NOW) : new Date());
    return `${today} ${packing} ${url?.startsWith("/api/") ? accept : ""} ${asSearched(url)}`;
  };

  /** The page as it is kept now, and the moment of that; none where the database does not answer. */
  const look = async (/** @type {string} */ key) => {
    const moment = megabytes > 0 ? await changes.now().catch(() => undefined) : undefined;
    return { moment, page: moment === undefined ? undefined : await pages.find(key, moment) };
  };

  /** @type {Handler} */
  const handle = async (req, res) => {
    if (!isKept(req, isPublic)) return draw(req, res);
    const packing = packingFor(req);
    const key = keyOf({ packing, accept: req.headers.accept, url: req.url });
    let { moment, page } = await look(key);
    const other = beingDrawn.get(key);
    if (!page && other) {
      // Many who ask for the same at once wait for one drawing of it.
      await other;
      ({ moment, page } = await look(key));
    }
    // Whoever has gone meanwhile will not be seen to go: others would wait for this drawing for ever.
    if (res.closed) return;
    // Where the database does not answer, the page itself says what can be said without it.
    if (moment === undefined) {
      sendWhole(res, packing, () => undefined);
      return drawInTurn.handle(req, res);
    }

    const visit = currentVisit();
    if (page) {
      if (visit && page.told) visit.told = page.told;
      res.writeHead(200, { ...page.headers, "content-length": page.body.length, "cache-status": "cairn; hit" });
      return res.end(page.body);
    }
    const drawnBy = new Promise((resolve) => res.once("close", resolve));
    beingDrawn.set(key, drawnBy);
    res.once("close", () => beingDrawn.get(key) === drawnBy && beingDrawn.delete(key));
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
 * @param {() => boolean} isPressed
 */
function newStore(largest, changes, isPressed) {
  /** @typedef {Page & { since: number }} Kept drawn from what the database said at that moment or later */
  /** @type {Map<string, Kept & { at: number, rightAt: number }>} */
  const pages = new Map();
  let size = 0;

  /** @param {Kept & { at: number }} page */
  function isRight({ told, since, at }) {
    return (told?.from !== undefined || performance.now() - at <= oldest) && changes.isUnchanged(since, told?.from);
  }

  /** What the index took up since a search was last known to be right. */
  function takenUpSince(/** @type {Kept} */ { told, since }) {
    const takenUp = told?.isTouchedBy && changes.takenUpSince(since);
    return takenUp && Object.values(takenUp).some((offerings) => offerings.length > 0) ? takenUp : undefined;
  }

  /**
   * While visitors wait, what happened to offerings that a search does not list leaves it as it is for a while: its counts may be behind and
   * what is new not in it yet, nothing that is to be read of an offering is.
   * @param {Kept & { rightAt: number }} page
   * @param {import("./visits.mjs").TakenUp} takenUp
   */
  function mayBeBehind({ told, rightAt }, { added, changed, sessions }) {
    const { listed } = told ?? {};
    const isListed = (/** @type {string} */ id) => listed === undefined || listed.includes(id);
    const longest = added.length + changed.length > 0 ? mostBehind.offerings : mostBehind.sessions;
    return isPressed() && performance.now() - rightAt <= longest && ![...changed, ...sessions].some(isListed);
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
      const takenUp = takenUpSince(page);
      const isBehind = takenUp !== undefined && mayBeBehind(page, takenUp);
      // A search says itself whether it could be another one now that the index has these offerings, or other sessions of them.
      const isTouched = takenUp !== undefined && !isBehind && ((await page.told?.isTouchedBy?.(takenUp).catch(() => true)) ?? true);
      if (!isRight(page) || isTouched) {
        if (pages.get(key) === page) remove(key);
        return undefined;
      }
      if (!isBehind) Object.assign(page, { since: Math.max(page.since, moment), rightAt: performance.now() });
      if (pages.delete(key)) pages.set(key, page);
      return page;
    },
    keep(/** @type {string} */ key, /** @type {Kept} */ page) {
      const now = { ...page, at: performance.now(), rightAt: performance.now() };
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
