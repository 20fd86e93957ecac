import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { RelaxNGValidator, XmlDocument, type XmlElement } from "libxml2-wasm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { offerings, versions } from "@/db/schema";
import { indexEvents } from "@/lib/catalogue/commands";
import { prepareIndexes } from "@/lib/catalogue/engine";
import { parseSearchQuery } from "@/lib/catalogue/query";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { anOffering, withdraw } from "@/lib/testing/offerings";
import { aProvider, suspend, type TestProvider } from "@/lib/testing/registry";
import { dropIndexes, emptyIndexes } from "@/lib/testing/search-engine";
import { feedAddress } from "./address";
import { feedOf } from "./queries";

let provider: TestProvider;

beforeAll(() => prepareIndexes());
beforeEach(async () => {
  await emptyDatabase();
  await emptyIndexes();
  provider = await aProvider({ slug: "garden" });
});
afterAll(async () => {
  await dropIndexes();
  await closeDatabase();
});

async function read(params: Parameters<typeof parseSearchQuery>[0] = {}) {
  await indexEvents();
  return await feedOf(parseSearchQuery(params), "en", { title: "New" });
}

const ids = (body: string) => [...body.matchAll(/<id>urn:uuid:([^<]+)<\/id>/g)].map(([, id]) => id);

test("a feed holds what fits its search, under ids that stay, and is the same until something changes", async () => {
  const soil = await anOffering(provider, { content: { eqf: 5 } });
  await anOffering(provider, { content: { eqf: 3 } });
  const feed = await read({ eqf: "5", sort: "price", page: "3" });
  expect(ids(feed.body)).toEqual([soil]);
  expect((await read({ eqf: "5" })).body).toBe(feed.body);
  expect(feed.modified).toBeInstanceOf(Date);
  await withdraw(soil);
  expect(ids((await read({ eqf: "5" })).body)).toEqual([]);
});

const atom = { a: "http://www.w3.org/2005/Atom" };
const schema = RelaxNGValidator.fromDoc(XmlDocument.fromBuffer(readFileSync("lib/interop/atom.rng")));

/** The feed as another program reads it, by the schema of RFC 4287 and by what its clauses say beyond that. */
function asRead(body: string) {
  using document = XmlDocument.fromString(body);
  schema.validate(document);
  const at = (node: XmlElement, path: string) => String(node.eval(`string(${path})`, atom));
  const feed = document.root;
  const self = at(feed, "a:link[@rel='self']/@href");
  // 4.1.1: exactly one id, title and moment, a link to itself; 4.2.6: the id is an address.
  expect([new URL(self).href, new URL(at(feed, "a:id")).href]).toEqual([self, self]);
  expect(at(feed, "a:title")).not.toBe("");
  const entries = (document.find("/a:feed/a:entry", atom) as XmlElement[]).map((entry) => ({
    id: at(entry, "a:id"),
    title: at(entry, "a:title"),
    language: at(entry, "a:title/@xml:lang"),
    author: at(entry, "a:author/a:name"),
    published: at(entry, "a:published"),
    updated: at(entry, "a:updated"),
    page: at(entry, "a:link[@rel='alternate']/@href"),
  }));
  for (const { id, title, author, published, updated, page } of entries) {
    // 4.1.2: without content, an entry has a page to go to; 4.2.1: somebody wrote it.
    expect([title, author]).not.toContain("");
    expect(new URL(page).href).toBe(page);
    expect(id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(Date.parse(published)).toBeLessThanOrEqual(Date.parse(updated));
  }
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  const last = Math.max(0, ...entries.map(({ updated }) => Date.parse(updated)));
  expect(Date.parse(at(feed, "a:updated"))).toBe(last);
  return entries;
}

test("a feed is what the standard asks, and says in which language a title is that is not the feed's", async () => {
  await anOffering(provider, { slug: "soil", content: { title: { en: "Soil & <care>" }, summary: { en: "All about soil" } } });
  await anOffering(provider, { slug: "sol", content: { title: { fr: "Soins du sol" }, originalLanguage: "fr" } });
  const entries = asRead((await read()).body);
  expect(entries.map(({ title, language }) => [title, language]).sort()).toEqual([
    ["Soil & <care>", ""],
    ["Soins du sol", "fr"],
  ]);
  expect(entries.find(({ language }) => language === "")?.page).toMatch(/\/en\/offerings\/soil$/);
  expect(asRead((await read({ eqf: "8" })).body)).toEqual([]);
});

test("an entry keeps its id and is told again with a new version, and leaves with its provider", async () => {
  const soil = await anOffering(provider);
  const other = await anOffering(await aProvider({ slug: "orchard" }));
  const before = asRead((await read()).body).find(({ id }) => id.endsWith(soil));
  const [first] = await db.select().from(versions).where(eq(versions.offeringId, soil));
  if (!first) throw new Error("It has no version");
  const { id: _, search: __, stated: ___, listed: ____, ...facts } = first;
  const next = { ...facts, number: 2, publishedAt: new Date(first.publishedAt.getTime() + 60_000) };
  const [second] = await db.insert(versions).values(next).returning();
  await db
    .update(offerings)
    .set({ currentVersionId: second?.id ?? "" })
    .where(eq(offerings.id, soil));
  const after = asRead((await read()).body).find(({ id }) => id.endsWith(soil));
  expect({ ...after, updated: "" }).toEqual({ ...before, updated: "" });
  expect(Date.parse(after?.updated ?? "")).toBe(Date.parse(before?.updated ?? "") + 60_000);

  await suspend(provider, "2026-01-01");
  expect(asRead((await read()).body).map(({ id }) => id)).toEqual([`urn:uuid:${other}`]);
});

test("its address is that of the search, without its order and page", () => {
  expect(feedAddress("de", parseSearchQuery({ q: "Boden & Pflege", provider: "garden", sort: "price", page: "2" }))).toBe(
    "/feeds/de/offerings.atom?q=Boden+%26+Pflege&provider=garden",
  );
  expect(feedAddress("de", parseSearchQuery({}))).toBe("/feeds/de/offerings.atom");
});
