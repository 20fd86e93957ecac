import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addSynonyms } from "@/lib/synonyms/commands";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { anOffering } from "@/lib/testing/offerings";
import { aMember } from "@/lib/testing/people";
import { anOrganisation, aProvider, type TestProvider } from "@/lib/testing/registry";
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
    await anOffering(provider, {
      slug: "welding",
      externalId: "WELD-7",
      content: { originalLanguage: "de", title: { de: "Schweißen für Fortgeschrittene" } },
    });
  });

  it("find an offering in each of its languages, whatever the page's own", async () => {
    for (const words of ["wound care", "wondzorg", "plaies", "Wundversorgung"])
      for (const locale of ["en", "nl"]) expect(await found({ q: words }, locale), words).toEqual(["care"]);
  });

  it("find compounds, which Dutch and German write as one word", async () => {
    const compounds = {
      nl: ["Kwaliteitszorg", "Verpleegkunde", "Ziekenhuishygiëne", "Boekhoudkundige"],
      de: ["Krankenpflege", "Versicherungsrecht", "Datenschutzbeauftragte"],
    };
    await anOffering(provider, { slug: "compounds", content: { title: { nl: compounds.nl.join(" "), de: compounds.de.join(" ") } } });
    for (const word of [...compounds.nl, ...compounds.de])
      for (const words of [word, word.slice(0, -3)]) expect(await found({ q: words }, "fr"), words).toContain("compounds");
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
    expect(item?.title).toEqual({
      language: "nl",
      parts: [
        { text: "Wondzorg", match: true },
        { text: " thuis", match: false },
      ],
    });
  });

  it("come first where a title says the thing that is asked for, and not where a text has the words apart", async () => {
    const terms = ["labour law", "arbeidsrecht"];
    const council = await anOrganisation("council", null, { roles: ["competent-authority"] });
    const keeper = { ...(await aMember(council, "administrator")), keeps: true };
    await addSynonyms(keeper, { language: "mul", words: terms, means: [], from: "2026-11-23", until: undefined });
    const apart = { title: { en: "Labour and insurance" }, description: { en: "Law of labour, law of insurance" } };
    const said = { title: { en: "For shop stewards: labour law" }, description: { en: "Two evenings" } };
    await anOffering(provider, { slug: "apart", content: apart });
    await anOffering(provider, { slug: "said", content: said });
    for (const q of terms) expect((await found({ q })).slice(0, 2), q).toEqual(["said", "apart"]);
  });

  it("in the reader's own language come first", async () => {
    await anOffering(provider, {
      slug: "dutch",
      content: { originalLanguage: "nl", title: { nl: "Management" }, keywords: { nl: ["management"] } },
    });
    await anOffering(provider, { slug: "english", content: { title: { en: "Management" }, keywords: { en: ["management"] } } });
    expect(await found({ q: "management" }, "nl")).toEqual(["dutch", "english"]);
    expect(await found({ q: "management" }, "en")).toEqual(["english", "dutch"]);
  });

  it("that match alike leave it to what one can enrol in, then what starts sooner, then what tells more", async () => {
    const open = [{ opensOn: "2026-11-01", closesOn: "2026-12-31" }];
    const soil = (slug: string, session: { startsOn: string; enrolment?: typeof open }, more = {}) =>
      anOffering(provider, { slug, content: { title: { en: "Soil" }, ...more }, sessions: [session] });
    await soil("later", { startsOn: "2027-03-01" });
    await soil("tells-more", { startsOn: "2027-02-01" }, { summary: { en: "What lives in the ground" }, prerequisites: { en: "None" } });
    await soil("tells-less", { startsOn: "2027-02-01" }, { summary: {}, prerequisites: {} });
    await soil("open", { startsOn: "2027-04-01", enrolment: open });
    expect((await found({ q: "soil" })).slice(0, 4)).toEqual(["open", "tells-more", "tells-less", "later"]);
  });
});
