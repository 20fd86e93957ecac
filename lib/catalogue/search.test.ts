import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { client, db } from "@/db";
import { emptyDatabase } from "@/lib/testing/database";
import { anAccreditation, anOffering, aProvider, type TestProvider } from "@/lib/testing/registry";
import { dropIndexes, emptyIndexes, setClock } from "@/lib/testing/search-engine";
import { indexEvents } from "./commands";
import { prepareIndexes } from "./engine";
import { parseSearchQuery } from "./query";
import { searchCatalogue } from "./search";

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
  await client.end();
});

async function search(params: Parameters<typeof parseSearchQuery>[0], locale = "en") {
  await indexEvents();
  const result = await searchCatalogue(parseSearchQuery(params), locale);
  expect(result.source).toBe("index");
  return result;
}

const slugs = ({ items }: { items: { slug: string }[] }) => items.map(({ slug }) => slug);
const found = async (params: Parameters<typeof search>[0], locale = "en") => slugs(await search(params, locale));

describe("words", () => {
  beforeEach(async () => {
    await anOffering(provider, {
      slug: "care",
      content: {
        title: { en: "Wound care at home", nl: "Wondzorg thuis", fr: "Soins des plaies à domicile", de: "Wundversorgung zu Hause" },
        summary: { en: "For nurses", fr: "Pour les infirmières" },
        keywords: { nl: ["verpleegkunde"] },
      },
    });
    await anOffering(provider, { slug: "welding", externalId: "WELD-7", content: { originalLanguage: "de", title: { de: "Schweißen für Fortgeschrittene" } } });
  });

  it("find an offering in each of its languages, whatever the page's own", async () => {
    for (const words of ["wound care", "wondzorg", "plaies", "Wundversorgung"])
      for (const locale of ["en", "nl"]) expect(await found({ q: words }, locale), words).toEqual(["care"]);
  });

  it("find without accents and with them", async () => {
    expect(await found({ q: "infirmieres" })).toEqual(["care"]);
    expect(await found({ q: "infirmières domicile" })).toEqual(["care"]);
    expect(await found({ q: "schweissen" })).toEqual(["welding"]);
  });

  it("find what is misspelt, begun, or put in other words by the provider", async () => {
    expect(await found({ q: "wondzrog" })).toEqual(["care"]);
    expect(await found({ q: "schwei" })).toEqual(["welding"]);
    expect(await found({ q: "verpleegkunde" })).toEqual(["care"]);
  });

  it("find by the provider's name in any language and by its code, which are not guessed at", async () => {
    expect((await found({ q: "tuincollege" })).sort()).toEqual(["care", "welding"]);
    expect(await found({ q: "WELD-7" })).toContain("welding");
    expect(await found({ q: "tuincollage" })).toEqual([]);
  });

  it("find nothing where nothing is", async () => {
    const nothing = await search({ q: "astronomy" });
    expect([nothing.total, nothing.pages, nothing.items]).toEqual([0, 0, []]);
  });

  it("are marked in the text that the reader sees", async () => {
    const [item] = (await search({ q: "wondzorg" }, "nl")).items;
    expect(item?.title).toEqual({ language: "nl", parts: [{ text: "Wondzorg", match: true }, { text: " thuis", match: false }] });
  });

  it("in the reader's own language come first", async () => {
    await anOffering(provider, { slug: "dutch", content: { originalLanguage: "nl", title: { nl: "Management" }, keywords: { nl: ["management"] } } });
    await anOffering(provider, { slug: "english", content: { title: { en: "Management" }, keywords: { en: ["management"] } } });
    expect(await found({ q: "management" }, "nl")).toEqual(["dutch", "english"]);
    expect(await found({ q: "management" }, "en")).toEqual(["english", "dutch"]);
  });
});

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

  it("only with a registered provider", async () => {
    const former = await aProvider({ registered: { from: "2020-01-01", until: "2026-11-01" } });
    await anOffering(former, { slug: "former" });
    await anOffering(await aProvider({ registered: null }), { slug: "never" });
    expect(await found({})).toEqual([]);
  });

  it("no longer after it has been withdrawn", async () => {
    const id = await anOffering(provider, { slug: "was" });
    expect(await found({})).toEqual(["was"]);
    await db.execute(sql`update offerings set status = 'withdrawn', visible = '{}' where id = ${id}`);
    await db.execute(sql`insert into events (type, subject, subject_id, actor) values ('offering.withdrawn', 'offering', ${id}, 'test')`);
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
    await anOffering(provider, { slug: "together", sessions: [{ startsOn: "2027-03-15", modes: ["online"], languages: ["nl"], prices: { everyone: 0 }, enrolment: openNow }] });
    const march = { startFrom: "2027-03-01", startTo: "2027-03-31" };
    expect((await found({ mode: "online" })).sort()).toEqual(["apart", "together"]);
    expect((await found(march)).sort()).toEqual(["apart", "together"]);
    for (const both of [{ mode: "online", ...march }, { mode: "online", lang: "nl" }, { free: "1", ...march }, { free: "1", open: "1" }, { mode: "online", open: "1" }])
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
    const online = [{ startsOn: "2027-01-11", modes: ["online"] }, { startsOn: "2027-02-11", modes: ["online"] }];
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
    expect(pages.map(({ items, total, pages: all }) => [items.length, total, all])).toEqual([[20, 23, 2], [3, 23, 2], [0, 23, 2]]);
    expect(new Set(pages.flatMap(slugs)).size).toBe(23);
    const starts = pages.flatMap(({ items }) => items.map(({ session }) => session?.startsOn ?? ""));
    expect([...starts].sort()).toEqual(starts);
  });
});
