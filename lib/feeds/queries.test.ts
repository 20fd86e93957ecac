import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { indexEvents } from "@/lib/catalogue/commands";
import { prepareIndexes } from "@/lib/catalogue/engine";
import { parseSearchQuery } from "@/lib/catalogue/query";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { anOffering, withdraw } from "@/lib/testing/offerings";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
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

test("its address is that of the search, without its order and page", () => {
  expect(feedAddress("de", parseSearchQuery({ q: "Boden & Pflege", provider: "garden", sort: "price", page: "2" }))).toBe(
    "/feeds/de/offerings.atom?q=Boden+%26+Pflege&provider=garden",
  );
  expect(feedAddress("de", parseSearchQuery({}))).toBe("/feeds/de/offerings.atom");
});
