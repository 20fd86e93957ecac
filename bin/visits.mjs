import { AsyncLocalStorage } from "node:async_hooks";
import { createHash, createHmac, randomBytes } from "node:crypto";
import postgres from "postgres";

/**
 * @typedef {{ added: string[], changed: string[], sessions: string[] }} TakenUp offerings that are new in the index, such that are other ones there or gone, and such that have other sessions
 * @typedef {{ words: string, theme: string, region: string, language: string, taught: string, level: string, field: string, found: number }} Search what a page says of the search that it answers (lib/insight/wishes)
 * @typedef {{ from?: string[], isTouchedBy?: (takenUp: TakenUp) => Promise<boolean>, listed?: string[], read?: string[], shown?: string[], search?: Search }} Told what a page says of itself
 * @typedef {{ told?: Told, begun?: boolean }} Visit begun: an action has taken what it was sent (lib/action.ts)
 * @typedef {import("./page-store.mjs").Handler} Handler
 */

/**
 * What is being answered. Pages say here which offerings they show (lib/insight/telling.ts), the page store keeps that beside the bytes,
 * and so a page counts each time it is answered, drawn or not. Shared by its symbol, since Next bundles pages apart from this file.
 * @type {AsyncLocalStorage<Visit>}
 */
const visits = new AsyncLocalStorage();
Object.assign(globalThis, { [Symbol.for("cairn.visits")]: visits });

export function currentVisit() {
  return visits.getStore();
}

/**
 * Pages are told apart and say of themselves what they do, and nobody is counted.
 * @param {Handler} handle
 * @returns {Handler}
 */
export function asVisit(handle) {
  return (req, res) => visits.run({}, () => handle(req, res));
}

/** How often counts are written, in milliseconds: what a process that is killed by force has counted since is lost. */
const every = 20 * 1000;

/** Nobody searches for so many different things between two writings but somebody who wants to fill the memory. */
const mostWords = 5000;

/** So many searches of a day are told apart by who sent them; then that is forgotten and begins anew. */
const mostSenders = 500_000;

const robots =
  /bot\b|bot\/|crawl|spider|slurp|archiver|preview|monitor|uptime|headless|lighthouse|curl|wget|python|java\/|okhttp|go-http|axios|node|undici|scrapy|facebookexternalhit/i;

/**
 * People who read in public: not robots, not what a browser fetches ahead, and nobody from a desk who looks at their own pages.
 * @param {import("node:http").IncomingMessage} req
 */
function isReader({ method, headers }) {
  const agent = headers["user-agent"] ?? "";
  const ahead = `${headers["sec-purpose"] ?? ""}${headers.purpose ?? ""}`;
  return (
    method === "GET" && agent !== "" && !robots.test(agent) && !ahead.includes("prefetch") && !/cairn\.session=/.test(headers.cookie ?? "")
  );
}

/**
 * Counts which offerings are shown and read and what is searched for: numbers by day, without anything about who asked. They are added up
 * in memory and written now and then, and when the process stops.
 * @param {Handler} handle
 * @param {{ databaseUrl: string, timeZone: string, secret: string }} options `secret` is the same in all web processes
 */
export function countVisits(handle, { databaseUrl, timeZone, secret }) {
  const client = postgres(databaseUrl, {
    max: 1,
    idle_timeout: 20,
    onnotice: () => undefined,
    connection: { application_name: "cairn visits" },
  });
  const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone });
  let counts = newCounts();
  const isFirst = firstOfDay();

  const flush = async () => {
    const { offerings, words } = counts;
    if (offerings.size + words.size === 0) return;
    const taken = counts;
    counts = newCounts();
    try {
      await writeCounts(client, [...offerings.values()], [...words.values()], secret);
    } catch (error) {
      // The database is away: what was counted is written with what comes.
      taken.addTo(counts);
      console.error("Counts of visits could not be written; they are kept.", error instanceof Error ? error.message : error);
    }
  };
  const timer = setInterval(() => void flush(), every);
  timer.unref();

  /** @type {Handler} */
  const counted = (req, res) => {
    /** @type {Visit} */
    const visit = {};
    res.once("finish", () => {
      if (!visit.told || res.statusCode !== 200 || !isReader(req)) return;
      const day = calendar.format(process.env.CAIRN_NOW ? new Date(process.env.CAIRN_NOW) : new Date());
      const { search, ...told } = visit.told;
      counts.add(search && isFirst(req, search.words, day) ? visit.told : told, day);
    });
    return visits.run(visit, () => handle(req, res));
  };

  return {
    handle: counted,
    flush,
    async stop() {
      clearInterval(timer);
      await flush();
      await client.end({ timeout: 1 });
    },
  };
}

/**
 * Whether the same words come from a sender for the first time on a day, so that nobody makes a wish of many out of their own. Remembered
 * are parts of digests with a secret that nobody knows and that is thrown away with the day; none is ever written.
 */
function firstOfDay() {
  let secret = randomBytes(32);
  let of = "";
  /** @type {Set<string>} */
  const seen = new Set();

  return (/** @type {import("node:http").IncomingMessage} */ { headers }, /** @type {string} */ words, /** @type {string} */ day) => {
    if (day !== of || seen.size >= mostSenders) {
      secret = randomBytes(32);
      of = day;
      seen.clear();
    }
    const sender = `${headers["x-cairn-caller"]} ${headers["user-agent"]}`;
    const digest = createHash("sha256")
      .update(secret)
      .update(JSON.stringify([sender, words]))
      .digest("base64")
      .slice(0, 12);
    const isNew = !seen.has(digest);
    seen.add(digest);
    return isNew;
  };
}

/** @typedef {{ id: string, day: string, shown: number, read: number }} OfferingCount */
/** @typedef {Search & { day: string, searches: number, unanswered: number }} WordsCount */

function newCounts() {
  /** @type {Map<string, OfferingCount>} */
  const offerings = new Map();
  /** @type {Map<string, WordsCount>} */
  const words = new Map();

  const addOffering = (/** @type {OfferingCount} */ { id, day, shown, read }) => {
    const known = offerings.get(`${day} ${id}`) ?? { id, day, shown: 0, read: 0 };
    offerings.set(`${day} ${id}`, { id, day, shown: known.shown + shown, read: known.read + read });
  };
  const addWords = (/** @type {WordsCount} */ one) => {
    const key = JSON.stringify([one.day, one.words, one.region, one.language, one.taught, one.level, one.field]);
    const known = words.get(key);
    if (!known && words.size >= mostWords) return;
    const searches = (known?.searches ?? 0) + one.searches;
    words.set(key, { ...one, searches, unanswered: (known?.unanswered ?? 0) + one.unanswered });
  };

  return {
    offerings,
    words,
    add({ read = [], shown = [], search }, /** @type {string} */ day) {
      for (const id of shown) addOffering({ id, day, shown: 1, read: 0 });
      for (const id of read) addOffering({ id, day, shown: 0, read: 1 });
      if (search) addWords({ ...search, day, searches: 1, unanswered: search.found === 0 ? 1 : 0 });
    },
    addTo(/** @type {{ addAll: (offerings: Iterable<OfferingCount>, words: Iterable<WordsCount>) => void }} */ other) {
      other.addAll(offerings.values(), words.values());
    },
    addAll(/** @type {Iterable<OfferingCount>} */ ofOfferings, /** @type {Iterable<WordsCount>} */ ofWords) {
      for (const one of ofOfferings) addOffering(one);
      for (const one of ofWords) addWords(one);
    },
  };
}

/** Words that fewer searched for are written nowhere (lib/insight/insight.ts has the rule of who is told of more). */
export const leastSearches = 5;

/**
 * In a fixed order, so that two processes that write at once never wait for each other crosswise. As text, which every client sends alike, also
 * one whose way of writing JSON is another's. Searches are counted by a digest of their words; the words come in with the search that makes
 * them enough.
 * @param {import("postgres").Sql} client
 * @param {OfferingCount[]} offerings
 * @param {WordsCount[]} words
 * @param {string} secret
 */
export async function writeCounts(client, offerings, words, secret) {
  const digestOf = (/** @type {string} */ one) => createHmac("sha256", secret).update(`searched ${one}`).digest("base64url").slice(0, 24);
  const searches = JSON.stringify(words.map(({ words, ...one }) => ({ ...one, digest: digestOf(words) })));
  const known = JSON.stringify([...new Set(words.map(({ words }) => words))].map((words) => ({ digest: digestOf(words), words })));
  await client.begin(async (tx) => {
    await tx`
      insert into insight_days (offering_id, day, shown, read)
      select o.id, r.day, r.shown, r.read
      from jsonb_to_recordset(${JSON.stringify(offerings)}::text::jsonb) as r(id uuid, day date, shown int, read int) join offerings o on o.id = r.id
      order by o.id, r.day
      on conflict (offering_id, day) do update set shown = insight_days.shown + excluded.shown, read = insight_days.read + excluded.read`;
    await tx`
      insert into searched_words (day, digest, region, language, taught, level, field, theme, searches, unanswered, found)
      select day, digest, region, language, taught, level, field, theme, searches, unanswered, found
      from jsonb_to_recordset(${searches}::text::jsonb) as r(digest text, day date, region text, language text, taught text, level text, field text,
        theme text, searches int, unanswered int, found int)
      order by day, digest, region, language, taught, level, field
      on conflict (day, digest, region, language, taught, level, field) do update set searches = searched_words.searches + excluded.searches,
        unanswered = searched_words.unanswered + excluded.unanswered, found = excluded.found, theme = excluded.theme`;
    await tx`
      insert into sought_words (digest, words)
      select digest, words from jsonb_to_recordset(${known}::text::jsonb) as r(digest text, words text)
      where (select sum(s.searches) from searched_words s where s.digest = r.digest) >= ${leastSearches}
      order by digest on conflict do nothing`;
  });
}
