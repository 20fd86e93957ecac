import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { searchSynonyms, skills } from "@/db/schema";
import { indexEvents } from "@/lib/catalogue/commands";
import { prepareIndexes } from "@/lib/catalogue/engine";
import { parseSearchQuery } from "@/lib/catalogue/query";
import { searchCatalogue } from "@/lib/catalogue/search";
import { ensurePlaces } from "@/lib/places/commands";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { anOffering, withdraw } from "@/lib/testing/offerings";
import { aProvider, suspend } from "@/lib/testing/registry";
import { dropIndexes, emptyIndexes, setClock } from "@/lib/testing/search-engine";
import { suggest } from "./queries";

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

async function suggested(written: string, locale = "en") {
  await indexEvents();
  const { suggestions, source } = await suggest(written, locale);
  expect(source).toBe("index");
  return suggestions;
}

test("an offering is suggested by its title in any language, and only while it can be found", async () => {
  const provider = await aProvider({ name: { en: "Garden College" } });
  const bees = await anOffering(provider, { slug: "bees", content: { title: { fr: "Conduire un rucher" }, originalLanguage: "fr" } });
  await anOffering(provider, { slug: "draft", status: "draft", content: { title: { en: "Ruching" } } });
  expect((await suggested("conduire un ruc")).offering).toEqual([
    { text: "Conduire un rucher", language: "fr", provider: "Garden College", href: "/en/offerings/bees" },
  ]);
  await withdraw(bees);
  expect((await suggested("conduire un ruc")).offering).toEqual([]);
});

test("an offering is suggested by what a word stands for, after those whose title has the word, and written in part", async () => {
  await db
    .insert(searchSynonyms)
    .values({ language: "mul", words: ["EHBO", "first aid", "secourisme"], means: [], valid: "[2026-01-01,)" });
  const provider = await aProvider();
  await anOffering(provider, { slug: "first", content: { title: { en: "First aid basics" } } });
  await anOffering(provider, { slug: "named", content: { title: { en: "EHBO basics" } } });
  // A letter may be missed in what is written, not in what it stands for.
  await anOffering(provider, { slug: "near", content: { title: { en: "Secourismo basics" } } });
  expect((await suggested("ehbo bas")).offering.map(({ text }) => text)).toEqual(["EHBO basics", "First aid basics"]);
  expect((await suggested("first aid b")).offering.map(({ text }) => text)).toEqual(["First aid basics", "EHBO basics"]);
  expect((await suggested("ehbo advanced")).offering).toEqual([]);
});

test("a field says how many offerings it has, which is what its search finds", async () => {
  const provider = await aProvider();
  for (const slug of ["one", "two"]) await anOffering(provider, { slug, content: { fields: ["0913"], title: { en: `Wards ${slug}` } } });
  await anOffering(provider, { slug: "care", content: { fields: ["0923"], title: { en: "Nursing at home" } } });
  const [field, ...others] = (await suggested("nursing")).field;
  expect(field).toMatchObject({ text: "Nursing and midwifery", count: 2, href: "/en/offerings?field=0913" });
  expect(others).toEqual([]);
  expect((await searchCatalogue(parseSearchQuery({ field: "0913" }), "en")).total).toBe(2);
  expect((await suggested("verpleeg", "nl")).field).toMatchObject([{ count: 2 }]);
  expect((await suggested("astron")).field).toEqual([]);
});

test("a provider is suggested by the beginning of any word of its name, and not while it is hidden", async () => {
  const provider = await aProvider({ slug: "garden-college", name: { nl: "Tuincollege Gent", en: "Garden College" } });
  await anOffering(provider, { slug: "soil" });
  await anOffering(provider, { slug: "trees" });
  expect((await suggested("colle")).provider).toEqual([{ text: "Garden College", count: 2, href: "/en/providers/garden-college" }]);
  expect((await suggested("tuinc", "nl")).provider).toMatchObject([{ text: "Tuincollege Gent" }]);
  await suspend(provider, "2026-01-01");
  expect((await suggested("colle")).provider).toEqual([]);
});

test("numbers that are remembered follow what is published, decided and withdrawn, a decision before the index has it", async () => {
  const provider = await aProvider({ slug: "garden-college", name: { en: "Garden College" } });
  const soil = await anOffering(provider, { slug: "soil", content: { fields: ["0913"] } });
  const counts = async () => [(await suggested("colle")).provider, (await suggested("nursing")).field].map(([one]) => one?.count);
  expect(await counts()).toEqual([1, 1]);
  expect(await counts()).toEqual([1, 1]);
  await anOffering(provider, { slug: "trees", content: { fields: ["0811"] } });
  expect(await counts()).toEqual([2, 1]);
  await withdraw(soil);
  expect(await counts()).toEqual([1, undefined]);
  await suspend(provider, "2026-01-01");
  const { suggestions, source } = await suggest("colle", "en");
  expect([suggestions.provider, source]).toEqual([[], "index"]);
});

test("a skill is suggested by a name in any language, where something teaches it", async () => {
  await db.insert(skills).values([
    { uri: "http://data.europa.eu/esco/skill/one", kind: "skill", labels: { en: "weld metal", de: "Metall schweißen" } },
    { uri: "http://data.europa.eu/esco/skill/two", kind: "skill", labels: { en: "weld wounds" } },
  ]);
  const outcomes = [{ type: "skill" as const, text: { en: "Joins steel." }, skills: ["http://data.europa.eu/esco/skill/one"] }];
  await anOffering(await aProvider(), { slug: "steel", content: { outcomes } });
  expect((await suggested("weld")).skill).toEqual([{ text: "weld metal", count: 1, href: "/en/skills/one" }]);
  expect((await suggested("schweis")).skill).toMatchObject([{ text: "weld metal" }]);
});

test("a place is suggested at the end of a question, the country's own first", async () => {
  await ensurePlaces();
  expect((await suggested("welding in ghe")).place[0]).toEqual({
    text: "Ghent",
    words: "welding",
    href: "/en/offerings?q=welding&near=Ghent",
  });
  expect((await suggested("Oostend")).place[0]).toEqual({ text: "Oostende", href: "/en/offerings?near=Oostende" });
  expect((await suggested("la lou", "fr")).place[0]?.text).toBe("La Louvière");
});

test("whatever is written is answered", async () => {
  await anOffering(await aProvider(), { slug: "one" });
  for (const odd of ["", "a", "%%", "_\\", '"', "'; drop", "\u0000ab", "a".repeat(300), "💶💶", "  "]) {
    const { offering, provider } = await suggested(parseSearchQuery({ q: odd }).q);
    expect([...offering, ...provider].length, odd).toBeLessThan(7);
  }
});
