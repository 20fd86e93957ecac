import { createServer, request } from "node:http";
import { availableParallelism, loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { asVisit } from "./visits.mjs";

/** So long after a round the next one looks for what has gone since, with a write or with the day. */
const between = 10 * 60 * 1000;

/**
 * Draws public pages before anybody asks for them, the most read first, as far as there is room to keep them. One at a time, only while no
 * visitor waits for one and the machine has nothing else to do, and resting as long as it drew: half a core at most.
 * @param {ReturnType<typeof import("./page-store.mjs").keepPages>} store
 * @param {{ port: number, languages: readonly string[], databaseUrl: string, mostLoad?: number }} options a machine with more load is busy
 */
export async function drawAhead({ handle, isBusy, isFull, has }, { port, languages, databaseUrl, mostLoad = availableParallelism() }) {
  // A door of its own: behind the public one another web process may answer, which keeps its own pages.
  const door = createServer(asVisit(handle)).listen({ port: 0, host: "localhost", exclusive: true });
  await new Promise((resolve) => door.once("listening", () => resolve(undefined)));
  door.unref();
  const address = /** @type {import("node:net").AddressInfo} */ (door.address());
  const ended = new AbortController();
  const walking = goRound().catch((error) => console.error("Pages are not drawn ahead.", error));

  async function goRound() {
    while (!ended.signal.aborted) {
      // Where the database is away there is nothing to draw.
      const paths = await listPaths(databaseUrl).catch(() => []);
      for (const url of paths.flatMap((path) => languages.map((language) => `/${language}${path}`))) {
        if (ended.signal.aborted || isFull()) break;
        if (!has(url)) await draw(url);
      }
      await rest(between);
    }
  }

  async function draw(/** @type {string} */ url) {
    while (isBusy() || (loadavg()[0] ?? 0) > mostLoad) {
      await rest(isBusy() ? 50 : 5000);
      if (ended.signal.aborted) return;
    }
    const began = performance.now();
    await ask(url);
    await rest(performance.now() - began);
  }

  /** A page that cannot be drawn now is drawn for whoever asks for it. */
  function ask(/** @type {string} */ path) {
    const headers = { host: `localhost:${port}`, "accept-encoding": "br", accept: "text/html", "user-agent": "Cairn-bot/1 (draws ahead)" };
    return new Promise((resolve) => {
      const asked = request({ host: address.address, port: address.port, path, headers, signal: ended.signal }, (answer) => {
        answer.resume().once("close", () => resolve(undefined));
      });
      asked.once("error", () => resolve(undefined)).end();
    });
  }

  const rest = (/** @type {number} */ milliseconds) =>
    pause(milliseconds, undefined, { signal: ended.signal, ref: false }).catch(() => undefined);

  return {
    async stop() {
      ended.abort();
      await walking;
      door.close();
    },
  };
}

/**
 * Without their language: the front page, the list of all offerings, providers, then offerings that are to be seen, the most read of the last four weeks first.
 * @param {string} databaseUrl
 * @returns {Promise<string[]>}
 */
async function listPaths(databaseUrl) {
  const client = postgres(databaseUrl, { max: 1, onnotice: () => undefined, connection: { application_name: "cairn draws ahead" } });
  try {
    const providers = await client`select slug from organisations where 'provider' = any(roles) order by slug`;
    const offerings = await client`
      select o.slug from offerings o
        left join (select offering_id, sum(read) as read from insight_days where day > current_date - 28 group by offering_id) i on i.offering_id = o.id
      where o.status = 'published' and o.visible @> now() order by i.read desc nulls last, o.id`;
    return ["", "/offerings", ...providers.map(({ slug }) => `/providers/${slug}`), ...offerings.map(({ slug }) => `/offerings/${slug}`)];
  } finally {
    await client.end({ timeout: 1 });
  }
}
