import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepPages } from "@/bin/page-store.mjs";
import { countVisits } from "@/bin/visits.mjs";
import { db } from "@/db";
import { tell } from "@/lib/insight/telling";
import { aProvider } from "./registry";

let drawn = 0;
let server: Server;
let visits: ReturnType<typeof countVisits>;
let address: string;
let whileDrawing: () => Promise<unknown>;

const place = { languages: ["en", "nl"], timeZone: "Europe/Brussels", databaseUrl: process.env.DATABASE_URL ?? "", secret: "" };

beforeEach(async () => {
  drawn = 0;
  whileDrawing = async () => undefined;
  const store = keepPages(
    async (req, res) => {
      drawn += 1;
      const asked = new URL(req.url ?? "", "http://localhost").searchParams;
      if (asked.has("from"))
        tell({
          from: asked.getAll("from"),
          isTouchedBy: async ({ added, changed, sessions }) => [...added, ...changed, ...sessions].includes(asked.get("has") ?? ""),
          ...(asked.has("lists") ? { listed: asked.getAll("lists") } : {}),
        });
      await whileDrawing();
      res.statusCode = req.url?.includes("gone") ? 404 : 200;
      res.setHeader("content-type", "text/html; charset=utf-8");
      res.write("<h1>drawn ");
      res.end(`${drawn} times</h1>${req.url?.includes("long") ? "-".repeat(2000) : ""}`);
    },
    { ...place, megabytes: 1 },
  );
  visits = countVisits(store.handle, place);
  server = createServer(visits.handle).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await visits.stop();
  server.close();
  delete process.env.CAIRN_NOW;
});

const read = async (path: string, init?: RequestInit) => (await fetch(address + path, init)).text();

/** Other tests write to other databases of the same server meanwhile, which counts as a write: asks until two answers are one. */
const kept = (path: string) => vi.waitFor(async () => expect(await read(path)).toBe(await read(path)), { timeout: 10_000, interval: 20 });

test("a page is drawn once while nothing is written, and anew from the commit on", async () => {
  await kept("/en/offerings?q=a");
  await kept("/en/offerings?q=b");
  await kept("/embed/nl?q=a");

  await db.transaction(async (tx) => {
    await tx.execute(sql`create table if not exists page_store_probe (n int)`);
    await tx.execute(sql`insert into page_store_probe values (1)`);
    // What is not committed yet is nobody's business.
    await kept("/en/offerings?q=a");
  });
  const before = drawn;
  expect(await read("/en/offerings?q=a")).toContain(`drawn ${before + 1} times`);
  await aProvider();
  expect(await read("/en/offerings?q=a")).toContain(`drawn ${before + 2} times`);
});

const change = (source: string) => db.execute(sql`insert into changes (source) values (${source})`);

test("a page that says what it is drawn from stays until that changes, and goes with the commit", async () => {
  await change("something");
  const [a, b] = ["/en/a?from=a&from=both", "/en/b?from=b&from=both"];
  const first = { a: await read(a), b: await read(b) };
  await change("c");
  await aProvider();
  expect(await read(a)).toBe(first.a);

  await db.transaction(async (tx) => {
    await tx.execute(sql`insert into changes (source) values ('a')`);
    expect(await read(a)).toBe(first.a);
  });
  const second = await read(a);
  expect(second).not.toBe(first.a);
  expect([await read(a), await read(b)]).toEqual([second, first.b]);

  await db
    .transaction(async (tx) => tx.execute(sql`insert into changes (source) values ('b')`).then(() => tx.rollback()))
    .catch(() => undefined);
  expect(await read(b)).toBe(first.b);
  await change("both");
  expect(await read(a)).not.toBe(second);
  expect(await read(b)).not.toBe(first.b);
});

test.each(["sessions", "added", "changed"])(
  "a search goes when it is touched by what the index took up (%s), and stays beside the rest",
  async (told) => {
    await change("something");
    const [one, two] = ["/en/offerings?from=index&has=one", "/en/offerings?from=index&has=two"];
    const before = { one: await read(one), two: await read(two) };
    await change(`${told} one`);
    const after = await read(one);
    expect(after).not.toBe(before.one);
    expect([await read(one), await read(two)]).toEqual([after, before.two]);
    // More than anybody remembers one by one.
    await db.execute(sql`insert into changes (source) select ${told} || ' ' || n from generate_series(1, 2100) n`);
    expect(await read(two)).not.toBe(before.two);
  },
);

/** While `work` is under way, so many pages are being drawn that visitors have to wait. */
async function underPressure(work: () => Promise<void>): Promise<void> {
  const before = drawn;
  let calm = () => undefined as unknown;
  whileDrawing = () => new Promise((resolve) => (calm = ((others) => () => [others(), resolve(undefined)])(calm)));
  const waiting = [1, 2, 3, 4].map((number) => read(`/en/waits/${number}`));
  await vi.waitFor(() => expect(drawn).toBe(before + 4));
  whileDrawing = async () => undefined;
  await work();
  calm();
  await Promise.all(waiting);
}

test.each([
  ["sessions", 5],
  ["added", 1],
  ["changed", 1],
])("while visitors wait, a search may be behind in what it does not list (%s) for %i minutes", async (told, minutes) => {
  await change("something");
  const search = "/en/offerings?from=index&has=one&lists=two";
  const before = await read(search);
  await underPressure(async () => {
    await change(`${told} one`);
    expect(await read(search)).toBe(before);
    const clock = vi.spyOn(performance, "now").mockReturnValue(performance.now() + (minutes - 0.1) * 60_000);
    expect(await read(search)).toBe(before);
    clock.mockReturnValue(performance.now() + 0.2 * 60_000);
    const later = await read(search);
    expect(later).not.toBe(before);
    vi.restoreAllMocks();
    await change(`${told} one`);
    expect(await read(search)).toBe(later);
  });
  // A calm moment of a busy day is no calm day.
  const behind = await read(search);
  vi.spyOn(performance, "now").mockReturnValue(performance.now() + (minutes + 1.2) * 60_000);
  expect(await read(search)).not.toBe(behind);
  vi.restoreAllMocks();
});

test.each(["sessions", "changed", "index", "register"])(
  "however many wait, a search is behind in nothing that it lists, and in no decision (%s)",
  async (told) => {
    await change("something");
    const search = "/en/offerings?from=index&from=register&has=one&lists=one";
    const before = await read(search);
    await underPressure(async () => {
      await change(["index", "register"].includes(told) ? told : `${told} one`);
      expect(await read(search)).not.toBe(before);
    });
  },
);

test("many who ask for the same at once wait for one drawing of it", async () => {
  await change("something");
  let finish = () => undefined as unknown;
  whileDrawing = () => new Promise((resolve) => (finish = () => resolve(undefined)));
  const [first, ...others] = Array.from({ length: 5 }, () => read("/en/a?from=a"));
  await vi.waitFor(() => expect(drawn).toBe(1));
  // Another page does not wait for it.
  whileDrawing = async () => undefined;
  expect(await read("/en/b?from=b")).toContain("drawn 2 times");
  finish();
  const answer = await first;
  for (const other of others) expect(await other).toBe(answer);
  expect(drawn).toBe(2);
});

test("who waits for the drawing of one who leaves, or of a page that changes meanwhile, gets a page all the same", async () => {
  await change("something");
  let finish = () => undefined as unknown;
  whileDrawing = () => new Promise((resolve) => (finish = () => resolve(undefined)));
  const leaves = new AbortController();
  const left = fetch(`${address}/en/a?from=a`, { signal: leaves.signal }).catch(() => "left");
  await vi.waitFor(() => expect(drawn).toBe(1));
  whileDrawing = async () => undefined;
  const patient = read("/en/a?from=a");
  leaves.abort();
  expect([await left, await patient]).toEqual(["left", expect.stringContaining("drawn 2 times")]);
  finish();

  whileDrawing = () => new Promise((resolve) => (finish = () => resolve(undefined)));
  const torn = read("/en/c?from=c");
  await vi.waitFor(() => expect(drawn).toBe(3));
  whileDrawing = async () => undefined;
  const waits = read("/en/c?from=c");
  await change("c");
  finish();
  expect(await waits).not.toBe(await torn);
});

test("a page during whose drawing its source changed is drawn anew", async () => {
  await change("something");
  whileDrawing = () => change("a");
  const torn = await read("/en/a?from=a");
  whileDrawing = async () => undefined;
  const whole = await read("/en/a?from=a");
  expect(whole).not.toBe(torn);
  expect(await read("/en/a?from=a")).toBe(whole);
});

test("a page goes when changes may have been forgotten before anybody looked", async () => {
  await change("something");
  const kept = await read("/en/a?from=a");
  await change("a");
  await db.execute(sql`delete from changes`);
  await change("b");
  expect(await read("/en/a?from=a")).not.toBe(kept);
});

test("a search is one page, in whatever order and with whatever left empty it is asked for, and another search another", async () => {
  await change("something");
  const answer = await read("/en/offerings?q=a&eqf=5&eqf=6&from=x");
  for (const same of ["q=a&eqf=5&eqf=6&from=x&ectsMin=&near=+", "from=x&eqf=5&ectsMax=&eqf=6&q=a"])
    expect(await read(`/en/offerings?${same}`), same).toBe(answer);
  for (const other of ["/en/offerings?q=b&eqf=5&eqf=6&from=x", "/en/offerings?q=a&eqf=6&from=x", "/nl/offerings?q=a&eqf=5&eqf=6&from=x"])
    expect(await read(other), other).not.toBe(answer);
  expect(await read("/en/check?credential=&from=x")).not.toBe(await read("/en/check?from=x"));
});

test("the API's answers are kept too, each kind for itself", async () => {
  await kept("/api/v1/search?q=a");
  const one = await read("/api/v1/search?q=a", { headers: { accept: "application/ld+json" } });
  expect(one).not.toBe(await read("/api/v1/search?q=a"));
});

test("a kept page is packed for those who can unpack it, and whole for others", async () => {
  const raw = async (encoding: string) => {
    const answer = await fetch(`${address}/en/long`, { headers: { "accept-encoding": encoding } });
    expect(answer.headers.get("vary")).toContain("accept-encoding");
    return { encoding: answer.headers.get("content-encoding"), text: await answer.text() };
  };
  for (const _ of [1, 2]) {
    for (const [accepted, encoding] of [
      ["gzip, deflate, br, zstd", "br"],
      ["gzip", "gzip"],
      ["br;q=0, gzip", "gzip"],
    ] as const)
      expect(await raw(accepted)).toEqual({ encoding, text: expect.stringMatching(/^<h1>drawn \d+ times<\/h1>-{2000}$/) });
    expect(await raw("identity")).toEqual({ encoding: null, text: expect.stringMatching(/^<h1>drawn \d+ times<\/h1>-{2000}$/) });
    expect((await raw("gzip;q=0")).encoding).toBe(null);
  }
});

test("a page is drawn anew on another day, without anything being written", async () => {
  process.env.CAIRN_NOW = "2026-12-31T23:59:59+01:00";
  await kept("/nl");
  const before = drawn;
  process.env.CAIRN_NOW = "2027-01-01T00:00:00+01:00";
  expect(await read("/nl")).toContain(`drawn ${before + 1} times`);
});

test.each([
  ["somebody signed in", "/en", { headers: { cookie: "session=1" } }],
  ["what watches over the server", "/api/ready", {}],
  ["who has an answer already", "/api/v1/offerings", { headers: { "if-none-match": '"1"' } }],
  ["a page that is not there", "/en/gone", {}],
  ["parts that the browser's router asks for", "/en", { headers: { rsc: "1" } }],
])("nothing is kept for %s", async (_, path, init) => {
  await read(path, init);
  await read(path, init);
  expect(drawn).toBe(2);
});

test("many that ask at once all get a whole page", async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => read(`/en/offerings?page=${n % 3}`)));
  for (const answer of answers) expect(answer).toMatch(/^<h1>drawn \d+ times<\/h1>$/);
});
