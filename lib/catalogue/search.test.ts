import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { anOffering, withdraw } from "@/lib/testing/offerings";
import { anAccreditation, aProvider, type TestProvider } from "@/lib/testing/registry";
import { dropIndexes, emptyIndexes, setClock } from "@/lib/testing/search-engine";
import { indexEvents, indexTurnedDays } from "./commands";
import { prepareIndexes } from "./engine";
import { parseSearchQuery } from "./query";
import { searchCatalogue } from "./search";
import { readSearch } from "./understanding/queries";

let provider: TestProvider;

beforeAll(() => prepareIndexes());
beforeEach(async () => {
  setClock("2026-11-23T12:00:00+01:00");
  await emptyDatabase();
  await emptyIndexes();
  provider = await aProvider({ name: { nl: "Tuincollege Gent", en: "Garden College" } });
});
afterAll(async () => {
  await dropIndexes();
  await closeDatabase();
});

async function search(params: Parameters<typeof parseSearchQuery>[0], locale = "en") {
  await indexEvents();
  const result = await searchCatalogue(parseSearchQuery(params), locale);
  expect(result.source).toBe("index");
  return result;
}

const slugs = ({ items }: { items: { slug: string }[] }) => items.map(({ slug }) => slug);
const found = async (params: Parameters<typeof search>[0], locale = "en") => slugs(await search(params, locale));

describe("an offering is in search", () => {
  it("only while it is published", async () => {
    for (const status of ["draft", "withdrawn", "archived"] as const) await anOffering(provider, { slug: status, status });
    await anOffering(provider, { slug: "published" });
    expect(await found({})).toEqual(["published"]);
  });

  it("only with an accreditation in force that covers it", async () => {
    const limited = await aProvider({ accredited: null });
    await anAccreditation(limited, { eqfLevels: [5], fields: ["08"], valid: { from: "2024-01-01", until: "2027-01-01" } });
    await anAccreditation(limited, { eqfLevels: [7], valid: { from: "2020-01-01", until: "2026-11-23" } });
    await anAccreditation(limited, { eqfLevels: [8], valid: { from: "2026-11-24", until: "2030-01-01" } });
    await anOffering(limited, { slug: "covered" });
    await anOffering(limited, { slug: "other-level", content: { eqf: 6 } });
    await anOffering(limited, { slug: "other-field", content: { fields: ["0913"] } });
    await anOffering(limited, { slug: "lapsed", content: { eqf: 7 } });
    await anOffering(limited, { slug: "not-yet", content: { eqf: 8 } });
    expect(await found({})).toEqual(["covered"]);
    expect((await search({})).items[0]?.accreditation).toMatchObject({ standard: "esg", until: "2026-12-31", warning: null });
  });

  it("to the last day of a teach-out, which its card tells with the warning", async () => {
    const ending = await aProvider({ accredited: null });
    await anAccreditation(ending, { effect: "teach-out", effectOn: "2026-11-23", valid: { from: "2020-01-01", until: "2028-01-01" } });
    await anAccreditation(ending, {
      effect: "teach-out",
      effectOn: "2027-06-30",
      eqfLevels: [5],
      valid: { from: "2020-01-01", until: "2028-01-01" },
    });
    await anOffering(ending, { slug: "ending" });
    await anOffering(ending, { slug: "last-day", content: { eqf: 6 } });
    const told = async () =>
      (await search({})).items.map(({ slug, accreditation }) => `${slug} ${accreditation?.warning} ${accreditation?.until}`).sort();
    expect(await told()).toEqual(["ending teach-out 2026-11-23", "last-day teach-out 2026-11-23"]);
    setClock("2026-11-24T00:00:00+01:00");
    await indexTurnedDays();
    expect(await told()).toEqual(["ending teach-out 2027-06-30"]);
  });

  it("only with a registered provider", async () => {
    const former = await aProvider({ registered: { from: "2020-01-01", until: "2026-11-01" } });
    await anOffering(former, { slug: "former" });
    await anOffering(await aProvider({ registered: null }), { slug: "never" });
    expect(await found({})).toEqual([]);
  });

  it("no longer after it has been withdrawn", async () => {
    const id = await anOffering(provider, { slug: "was" });
    expect(await found({})).toEqual(["was"]);
    await withdraw(id);
    expect(await found({})).toEqual([]);
  });
});

describe("filters on sessions", () => {
  const openNow = [{ opensOn: "2026-11-01", closesOn: "2026-12-31" }];

  it("are met by the same session, never by two", async () => {
    await anOffering(provider, {
      slug: "apart",
      sessions: [
        { startsOn: "2027-01-11", modes: ["online"], languages: ["en"], prices: { everyone: 0 } },
        { startsOn: "2027-03-08", modes: ["onsite"], languages: ["nl"], prices: { everyone: 300 }, enrolment: openNow },
      ],
    });
    await anOffering(provider, {
      slug: "together",
      sessions: [{ startsOn: "2027-03-15", modes: ["online"], languages: ["nl"], prices: { everyone: 0 }, enrolment: openNow }],
    });
    const march = { startFrom: "2027-03-01", startTo: "2027-03-31" };
    expect((await found({ mode: "online" })).sort()).toEqual(["apart", "together"]);
    expect((await found(march)).sort()).toEqual(["apart", "together"]);
    for (const both of [
      { mode: "online", ...march },
      { mode: "online", lang: "nl" },
      { free: "1", ...march },
      { free: "1", open: "1" },
      { mode: "online", open: "1" },
    ])
      expect(await found(both), JSON.stringify(both)).toEqual(["together"]);
  });

  it("look at the offering's own mode and languages where a session says none", async () => {
    await anOffering(provider, { slug: "own", content: { modes: ["hybrid"], languages: ["fr"] }, sessions: [{ startsOn: "2027-02-01" }] });
    expect(await found({ mode: "hybrid", lang: "fr", startFrom: "2027-02-01" })).toEqual(["own"]);
  });

  it("leave out sessions that are cancelled, over or full", async () => {
    await anOffering(provider, {
      slug: "gone",
      sessions: [
        { startsOn: "2027-02-01", modes: ["online"], enrolment: openNow, cancelledOn: "2026-11-20" },
        { startsOn: "2026-10-01", endsOn: "2026-11-22", modes: ["online"], enrolment: openNow },
        { startsOn: "2027-02-01", modes: ["blended"], enrolment: openNow, seatsLeft: 0 },
      ],
    });
    expect(await found({ mode: "online" })).toEqual([]);
    expect(await found({ open: "1" })).toEqual([]);
    expect(await found({ mode: "blended" })).toEqual(["gone"]);
  });
});

describe("facets", () => {
  beforeEach(async () => {
    const online = [
      { startsOn: "2027-01-11", modes: ["online"] },
      { startsOn: "2027-02-11", modes: ["online"] },
    ];
    await anOffering(provider, { content: { eqf: 4, fields: ["0812"], languages: ["nl"] }, sessions: online });
    await anOffering(provider, { content: { eqf: 5, fields: ["0812", "0913"], languages: ["nl"] } });
    await anOffering(provider, { content: { eqf: 5, fields: ["0613"], languages: ["fr"] }, sessions: online });
  });

  it("count offerings, not sessions, at every depth of the fields", async () => {
    const { facets, total } = await search({});
    expect(total).toBe(3);
    expect(facets.eqf).toEqual({ 4: 1, 5: 2 });
    expect(facets.mode).toEqual({ online: 2, onsite: 1 });
    expect(facets.field).toMatchObject({ "08": 2, "081": 2, "0812": 2, "09": 1, "0613": 1 });
    expect(facets.provider).toEqual({ [provider.slug]: 3 });
  });

  it("ignore their own selection and heed all others", async () => {
    const { facets, total } = await search({ eqf: "4", lang: "nl" });
    expect(total).toBe(1);
    expect(facets.eqf).toEqual({ 4: 1, 5: 1 });
    expect(facets.lang).toEqual({ nl: 1 });
    expect(facets.mode).toEqual({ online: 1 });
  });

  it("say what would be found: choosing a value gives as many as it promised", async () => {
    const { facets } = await search({ lang: "nl", mode: "online" });
    for (const [mode, count] of Object.entries(facets.mode)) expect((await search({ lang: "nl", mode })).total, mode).toBe(count);
    for (const [lang, count] of Object.entries(facets.lang)) expect((await search({ lang, mode: "online" })).total, lang).toBe(count);
  });
});

describe("pages of results", () => {
  it("hold each offering once, in one order, and say how many there are", async () => {
    for (let number = 0; number < 23; number++) await anOffering(provider, { sessions: [{ startsOn: `2027-01-${10 + (number % 9)}` }] });
    const pages = [await search({}), await search({ page: "2" }), await search({ page: "3" })];
    expect(pages.map(({ items, total, pages: all }) => [items.length, total, all])).toEqual([
      [20, 23, 2],
      [3, 23, 2],
      [0, 23, 2],
    ]);
    expect(new Set(pages.flatMap(slugs)).size).toBe(23);
    const starts = pages.flatMap(({ items }) => items.map(({ session }) => session?.startsOn ?? ""));
    expect([...starts].sort()).toEqual(starts);
  });
});

describe("whatever an address asks for", () => {
  const odd = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.constantFrom('a"b', "a\\", '"] OR id EXISTS OR topics IN ["', "a\nb", "\u0000", "'", "IN", "TO"),
  );

  it("is answered by the engine and never fails, with any keyword, place and words", async () => {
    await fc.assert(
      fc.asyncProperty(odd, odd, odd, async (topic, near, q) => {
        const skill = `http://skills.example/${encodeURIComponent(topic)}"'\\`;
        for (const params of [{ topic }, { near }, { q }, { skill }]) {
          const { query } = await readSearch(params);
          expect((await searchCatalogue(query, "en")).source).toBe("index");
        }
      }),
      { numRuns: 40 },
    );
  });

  it("may be as far as a search may go", async () => {
    for (const radius of ["1", "100", "500"])
      expect((await searchCatalogue(parseSearchQuery({ near: "50.85,4.35", radius, mode: "online" }), "en")).source).toBe("index");
  });
});

it("no provider fills the first page while there are others, with words, without, and where two filters meet in one session", async () => {
  const other = await aProvider({ name: { en: "School of Soils" } });
  const run = { modes: ["online"] as const, schedule: "evening" as const };
  const offer = async (by: TestProvider, startsOn: string, title: string) =>
    await anOffering(by, { content: { title: { en: title } }, sessions: [{ ...run, modes: [...run.modes], startsOn }] });
  for (let number = 0; number < 22; number++) await offer(provider, "2027-01-11", "Soil");
  for (let number = 0; number < 6; number++) await offer(other, "2027-02-08", "Soil and plants");
  for (const params of [{}, { q: "soil" }, { mode: "online", schedule: "evening" }, { q: "soil", mode: "online", schedule: "evening" }]) {
    const first = (await search(params)).items.slice(0, 10).map((item) => item.provider.slug);
    expect(
      first.filter((slug) => slug === other.slug),
      JSON.stringify(params),
    ).toHaveLength(5);
    const pages = [await search(params), await search({ ...params, page: "2" })];
    expect(new Set(pages.flatMap(slugs)).size).toBe(28);
  }
});
