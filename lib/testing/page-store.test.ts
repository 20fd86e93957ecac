import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { eventually } from "./eventually";
import { eachWithKeptPages } from "./kept-pages";
import { aProvider } from "./registry";

const store = eachWithKeptPages();
const { read, begin, change } = store;

/** Other tests write to other databases of the same server meanwhile, which counts as a write: asks until two answers are one. */
const kept = (path: string) => eventually(async () => expect(await read(path)).toBe(await read(path)));

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
  const before = store.drawn;
  expect(await read("/en/offerings?q=a")).toContain(`drawn ${before + 1} times`);
  await aProvider();
  expect(await read("/en/offerings?q=a")).toContain(`drawn ${before + 2} times`);
});

test("a page that says what it is drawn from stays until that changes, and goes with the commit", async () => {
  await begin();
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
    await begin();
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

test("a page during whose drawing its source changed is drawn anew", async () => {
  await begin();
  store.whileDrawing = () => change("a");
  const torn = await read("/en/a?from=a");
  store.whileDrawing = async () => undefined;
  const whole = await read("/en/a?from=a");
  expect(whole).not.toBe(torn);
  expect(await read("/en/a?from=a")).toBe(whole);
});

test("a page goes when changes may have been forgotten before anybody looked", async () => {
  await begin();
  const kept = await read("/en/a?from=a");
  await change("a");
  await db.execute(sql`delete from changes`);
  await change("b");
  expect(await read("/en/a?from=a")).not.toBe(kept);
});

test("a search is one page, in whatever order and with whatever left empty it is asked for, and another search another", async () => {
  await begin();
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
    const answer = await fetch(`${store.address}/en/long`, { headers: { "accept-encoding": encoding } });
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
  const before = store.drawn;
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
  expect(store.drawn).toBe(2);
});
