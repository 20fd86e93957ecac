import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { decide, fullTerms } from "@/lib/testing/deciding";
import { anOffering } from "@/lib/testing/offerings";
import { anAccreditation, aProvider, countWaitingEvents, suspend } from "@/lib/testing/registry";
import { dropIndexes, emptyIndexes, setClock } from "@/lib/testing/search-engine";
import { indexEvents, indexTurnedDays } from "./commands";
import { prepareIndexes } from "./engine";
import { parseSearchQuery } from "./query";
import { searchCatalogue } from "./search";

beforeAll(() => prepareIndexes());
beforeEach(async () => {
  setClock("2026-11-23T12:00:00+01:00");
  await emptyDatabase();
  await emptyIndexes();
});
afterAll(async () => {
  await dropIndexes();
  await closeDatabase();
});

type Params = Parameters<typeof parseSearchQuery>[0];

async function found(params: Params = {}): Promise<string[]> {
  const result = await searchCatalogue(parseSearchQuery(params), "en");
  expect(result.source).toBe("index");
  return result.items.map(({ slug }) => slug).sort();
}

describe("a suspension", () => {
  it("takes a provider's offerings out of search before the index knows, and out of the counts", async () => {
    const [suspended, other] = [await aProvider(), await aProvider()];
    await anOffering(suspended, { slug: "suspended" });
    await anOffering(other, { slug: "other" });
    await indexEvents();
    expect(await found()).toEqual(["other", "suspended"]);

    await suspend(suspended, "2026-11-23");
    await wait(550);
    expect(await countWaitingEvents()).toBe(1);
    expect(await found()).toEqual(["other"]);
    const { facets, total } = await searchCatalogue(parseSearchQuery({}), "en");
    expect([total, facets.provider]).toEqual([1, { [other.slug]: 1 }]);

    await indexEvents();
    await wait(550);
    expect(await found()).toEqual(["other"]);
  });

  it("that begins on another day takes nothing out before", async () => {
    const provider = await aProvider();
    await anOffering(provider, { slug: "still" });
    await suspend(provider, "2026-11-24");
    await indexEvents();
    setClock("2026-11-23T23:59:59+01:00");
    expect(await found()).toEqual(["still"]);
    setClock("2026-11-24T00:00:00+01:00");
    expect(await found()).toEqual([]);
  });
});

describe("a decision about a part", () => {
  const day = "2026-11-23";
  const scope = { eqfLevels: null, settings: null, offeringId: null, effect: "hidden" as const, effectOn: null };

  it("takes what it hides out of search before the index knows, and leaves the rest of the provider in", async () => {
    const provider = await aProvider();
    const session = { startsOn: "2027-01-10", prices: { everyone: 10 } };
    await anOffering(provider, { slug: "digital", content: { fields: ["0613"] }, sessions: [session] });
    await anOffering(provider, { slug: "garden", content: { fields: ["0812"] }, sessions: [session] });
    await indexEvents();
    // Both indexes: the second question needs that of the sessions.
    const questions = [{}, { startFrom: "2027-01-01", priceMax: "50" }];
    for (const question of questions) expect(await found(question)).toEqual(["digital", "garden"]);

    await decide(provider, "limit", day, [{ of: "restriction", key: "r", from: day, until: null, holds: { ...scope, fields: ["06"] } }]);
    expect(await countWaitingEvents()).toBe(1);
    for (const question of questions) expect(await found(question)).toEqual(["garden"]);
    expect((await searchCatalogue(parseSearchQuery({}), "en")).facets.field).not.toHaveProperty("06");
    await indexEvents();
    for (const question of questions) expect(await found(question)).toEqual(["garden"]);
  });

  it("and the end of an accreditation as well", async () => {
    const provider = await aProvider({ accredited: null });
    const key = "esg";
    const holds = (change: object) => ({ ...fullTerms(provider.authorityId), ...change });
    await decide(provider, "accredit", "2026-01-01", [{ of: "accreditation", key, from: "2026-01-01", until: null, holds: holds({}) }]);
    await anOffering(provider, { slug: "covered" });
    await indexEvents();
    expect(await found()).toEqual(["covered"]);
    await decide(provider, "limit", day, [{ of: "accreditation", key, from: day, until: null, holds: holds({ effect: "withdrawn" }) }]);
    expect(await found()).toEqual([]);
  });
});

describe("midnight", () => {
  it("ends an accreditation to the second, without a job having run", async () => {
    const provider = await aProvider({ accredited: { from: "2024-01-01", until: "2026-12-01" } });
    await anOffering(provider, { slug: "lapses" });
    await indexEvents();
    setClock("2026-11-30T23:59:59+01:00");
    expect(await found()).toEqual(["lapses"]);
    setClock("2026-12-01T00:00:00+01:00");
    expect(await found()).toEqual([]);
  });

  it("begins an accreditation to the second, without a job having run", async () => {
    const provider = await aProvider({ accredited: { from: "2026-12-01", until: null } });
    await anOffering(provider, { slug: "begins" });
    await indexEvents();
    setClock("2026-11-30T23:59:59+01:00");
    expect(await found()).toEqual([]);
    setClock("2026-12-01T00:00:00+01:00");
    expect(await found()).toEqual(["begins"]);
  });

  it("opens and closes enrolment and ends sessions at once, in results and counts, until the index has caught up and after", async () => {
    const provider = await aProvider();
    const session = (opensOn: string, closesOn: string, startsOn: string) => ({
      modes: ["online"],
      startsOn,
      enrolment: [{ opensOn, closesOn }],
    });
    await anOffering(provider, { slug: "closes", sessions: [session("2026-11-01", "2026-11-23", "2027-02-01")] });
    await anOffering(provider, { slug: "opens", sessions: [session("2026-11-24", "2026-12-24", "2027-02-01")] });
    await anOffering(provider, { slug: "ends", sessions: [session("2026-11-01", "2026-11-23", "2026-11-23")] });
    await indexEvents();

    const answers = async () => {
      const { facets } = await searchCatalogue(parseSearchQuery({}), "en");
      return { open: await found({ open: "1" }), online: await found({ mode: "online" }), counted: [facets.open.true, facets.mode.online] };
    };
    setClock("2026-11-23T23:59:59+01:00");
    expect(await answers()).toEqual({ open: ["closes", "ends"], online: ["closes", "ends", "opens"], counted: [2, 3] });
    const nextDay = { open: ["opens"], online: ["closes", "opens"], counted: [1, 2] };
    setClock("2026-11-24T00:00:00+01:00");
    expect(await answers()).toEqual(nextDay);
    expect(await indexTurnedDays()).toBe(3);
    expect(await answers()).toEqual(nextDay);
  });
});

describe("while the search engine is away", () => {
  const address = process.env.MEILISEARCH_URL;
  afterEach(() => {
    process.env.MEILISEARCH_URL = address;
    vi.resetModules();
  });

  /** The same search as a process does it that cannot reach the engine. */
  async function searchWithoutEngine(params: Params) {
    process.env.MEILISEARCH_URL = "http://127.0.0.1:9";
    vi.resetModules();
    const fresh = await import("./search");
    const connection = await import("@/lib/testing/database");
    const result = await fresh.searchCatalogue(parseSearchQuery(params), "en");
    await connection.closeDatabase();
    return result;
  }

  it("search answers from the database, says so, and finds and counts the same", async () => {
    const [provider, limited] = [await aProvider(), await aProvider({ accredited: null })];
    await anAccreditation(limited, { eqfLevels: [6] });
    const enrolment = [{ opensOn: "2026-11-01", closesOn: "2026-12-31" }];
    await anOffering(provider, {
      slug: "a",
      sessions: [{ startsOn: "2027-01-11", modes: ["online"], enrolment, prices: { everyone: 0 } }],
    });
    await anOffering(provider, {
      slug: "b",
      content: { eqf: 6, fields: ["0613"] },
      sessions: [{ startsOn: "2027-03-08", modes: ["blended"], prices: { everyone: 120 } }],
    });
    await anOffering(limited, { slug: "c", content: { eqf: 6, languages: ["fr"], title: { fr: "Soins infirmiers" } } });
    await anOffering(limited, { slug: "hidden", content: { eqf: 5 } });
    await anOffering(provider, { slug: "draft", status: "draft" });
    await indexEvents();

    const questions: Params[] = [
      {},
      { eqf: "6" },
      { mode: "online", open: "1" },
      { free: "1" },
      { field: "06", priceMax: "200" },
      { lang: "fr", eqf: "6" },
      { q: "infirmier" },
    ];
    for (const params of questions) {
      const engine = await searchCatalogue(parseSearchQuery(params), "en");
      const database = await searchWithoutEngine(params);
      expect([engine.source, database.source]).toEqual(["index", "database"]);
      expect(database.items.map(({ slug }) => slug).sort(), JSON.stringify(params)).toEqual(engine.items.map(({ slug }) => slug).sort());
      expect([database.total, database.pages, database.facets]).toEqual([engine.total, engine.pages, engine.facets]);
    }
  });

  it("a suspended provider's offerings are as hidden, and pages as whole", async () => {
    const [provider, other] = [await aProvider(), await aProvider()];
    await anOffering(provider);
    for (let number = 0; number < 22; number++) await anOffering(other);
    await suspend(provider, "2026-11-23");
    const [first, second, beyond] = [
      await searchWithoutEngine({}),
      await searchWithoutEngine({ page: "2" }),
      await searchWithoutEngine({ page: "9" }),
    ];
    expect([first, second, beyond].map(({ items, total, pages }) => [items.length, total, pages])).toEqual([
      [20, 22, 2],
      [2, 22, 2],
      [0, 22, 2],
    ]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(22);
  });
});
