import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { indexEvents } from "@/lib/catalogue/commands";
import { prepareIndexes } from "@/lib/catalogue/engine";
import { searchDatabase } from "@/lib/catalogue/fallback/queries";
import { findMoment } from "@/lib/catalogue/moment/queries";
import { type Params, parseSearchQuery } from "@/lib/catalogue/query";
import type { SearchResult } from "@/lib/catalogue/result";
import { searchCatalogue } from "@/lib/catalogue/search";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { anOffering, type TestSession } from "@/lib/testing/offerings";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { dropIndexes, emptyIndexes, setClock } from "@/lib/testing/search-engine";

let provider: TestProvider;

beforeAll(() => prepareIndexes());
beforeEach(async () => {
  setClock("2026-11-23T12:00:00+01:00");
  await emptyDatabase();
  await emptyIndexes();
  provider = await aProvider();
});
afterAll(async () => {
  await dropIndexes();
  await closeDatabase();
});

const towns = { Gent: [51.05, 3.72], Aalst: [50.94, 4.04], Mechelen: [51.03, 4.48] } as const;
const names = Object.keys(towns) as (keyof typeof towns)[];

const at = (...places: (keyof typeof towns)[]): TestSession => ({
  startsOn: "2027-02-01",
  places: places.map((town) => ({ town, latitude: towns[town][0], longitude: towns[town][1] })),
});

const query = (params: Params) => parseSearchQuery({ near: "51.05,3.72", radius: "100", sort: "distance", ...params });
const slugsOf = ({ items }: SearchResult) => items.map(({ slug }) => slug);

async function byEngine(params: Params): Promise<string[]> {
  await indexEvents();
  const found = await searchCatalogue(query(params), "en");
  expect(found.source).toBe("index");
  return slugsOf(found);
}

/** As while the engine is away. */
async function byDatabase(params: Params): Promise<string[]> {
  return slugsOf(await searchDatabase(query(params), "en", 20, await findMoment(query(params))));
}

describe.each([
  ["the engine", byEngine],
  ["SQL", byDatabase],
])("%s", (_, nearGhent) => {
  it("goes by the nearest place of a session that fits", async () => {
    await anOffering(provider, { slug: "far", sessions: [at("Mechelen")] });
    await anOffering(provider, { slug: "both", sessions: [at("Mechelen", "Aalst"), { ...at("Gent"), modes: ["online"] }] });
    await anOffering(provider, { slug: "here", sessions: [{ ...at("Gent"), startsOn: "2027-01-10" }] });
    await anOffering(provider, { slug: "nowhere", sessions: [{ startsOn: "2027-02-01" }] });
    expect(await nearGhent({})).toEqual(["here", "both", "far"]);
    expect(await nearGhent({ mode: "online" })).toEqual(["both"]);
    expect(await nearGhent({ mode: "onsite" })).toEqual(["here", "both", "far"]);
    expect(await nearGhent({ radius: "30" })).toEqual(["here", "both"]);
    expect(await nearGhent({ page: "2" })).toEqual([]);
  });

  it("brings what is held online last, where that does as well, and once", async () => {
    await anOffering(provider, { slug: "far", sessions: [at("Mechelen")] });
    await anOffering(provider, { slug: "here", sessions: [at("Gent"), { startsOn: "2027-01-10", modes: ["online"] }] });
    await anOffering(provider, { slug: "online", sessions: [{ startsOn: "2027-03-01", modes: ["online"] }] });
    await anOffering(provider, { slug: "soon", sessions: [{ startsOn: "2027-02-01", modes: ["online"] }] });
    await anOffering(provider, { slug: "nowhere", sessions: [{ startsOn: "2027-02-01" }] });
    expect(await nearGhent({ orOnline: "1" })).toEqual(["here", "far", "soon", "online"]);
    expect(await nearGhent({ orOnline: "1", radius: "5" })).toEqual(["here", "soon", "online"]);
    expect(await nearGhent({ orOnline: "1", startFrom: "2027-02-15" })).toEqual(["online"]);
    expect(await nearGhent({ orOnline: "1", near: "No such town" })).toEqual(expect.arrayContaining(["soon", "online"]));
  });

  it("brings each offering once, at the nearest of its places, whatever page it is on", async () => {
    const nearest = new Map<string, number>();
    for (let number = 0; number < 45; number++) {
      const [first, second] = [number % 3, (number * 7) % 3];
      const town = (one: number) => names[one] ?? "Gent";
      await anOffering(provider, { slug: `one-${number}`, sessions: [at(town(first)), at(town(second), town(first))] });
      nearest.set(`one-${number}`, Math.min(first, second));
    }
    const pages = [await nearGhent({ page: "1" }), await nearGhent({ page: "2" }), await nearGhent({ page: "3" })];
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
    expect(new Set(pages.flat()).size).toBe(45);
    const places = pages.flat().map((slug) => nearest.get(slug) ?? -1);
    expect(places).toEqual(places.toSorted());
  });
});
