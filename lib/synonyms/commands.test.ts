import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, searchSynonyms } from "@/db/schema";
import { type Actor, operator } from "@/lib/auth/permissions";
import { prepareIndexes } from "@/lib/catalogue/engine";
import { searchDatabase } from "@/lib/catalogue/fallback/queries";
import { parseSearchQuery } from "@/lib/catalogue/query";
import { searchCatalogue } from "@/lib/catalogue/search";
import { now, today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { indexCatalogue, rebuildCatalogueIndex, turnDay } from "@/lib/jobs/index-catalogue";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { anOffering } from "@/lib/testing/offerings";
import { aMember } from "@/lib/testing/people";
import { anOrganisation, aProvider, type TestProvider } from "@/lib/testing/registry";
import { dropIndexes, emptyIndexes, setClock } from "@/lib/testing/search-engine";
import { addSynonyms, endSynonyms, ensureSynonyms } from "./commands";
import { synonymQuery } from "./input";
import { findSynonyms, listSynonyms, previewSynonyms } from "./queries";

let keeper: Actor;
let provider: TestProvider;

beforeAll(() => prepareIndexes());
beforeEach(async () => {
  setClock("2026-11-23T12:00:00+01:00");
  await emptyDatabase();
  await emptyIndexes();
  keeper = { ...(await aMember(await anOrganisation("council", null, { roles: ["competent-authority"] }), "administrator")), keeps: true };
  provider = await aProvider();
  await anOffering(provider, { slug: "first-aid", content: { title: { en: "First aid at work" } } });
  await anOffering(provider, { slug: "ehbo", content: { title: { nl: "EHBO op het werk" }, originalLanguage: "nl" } });
  await anOffering(provider, { slug: "first", content: { title: { en: "First steps in gardening" } } });
});
afterAll(async () => {
  await dropIndexes();
  await closeDatabase();
});

const codes = (result: { ok: boolean; problems?: { code: string }[] }) => result.problems?.map(({ code }) => code) ?? "ok";
const group = (words: string[], means: string[] = []) => ({ language: "mul" as const, words, means, from: today(), until: undefined });

/** What one word finds, by the engine and by the database, which must say the same. */
async function found(q: string): Promise<string[]> {
  await indexCatalogue();
  const query = parseSearchQuery({ q });
  const byEngine = await searchCatalogue(query, "en");
  expect(byEngine.source).toBe("index");
  const moment = { day: today(), seconds: Math.floor(now().getTime() / 1000), hidden: { providers: [], offerings: [] } };
  const byDatabase = await searchDatabase(query, "en", 20, { ...moment, synonyms: await findSynonyms(today()) });
  const slugs = ({ items }: { items: { slug: string }[] }) => items.map(({ slug }) => slug).sort();
  expect(slugs(byDatabase), q).toEqual(slugs(byEngine));
  return slugs(byEngine);
}

test("a group is found by at once, in the engine and without it, and no longer once it has ended", async () => {
  expect(await found("ehbo")).toEqual(["ehbo"]);
  expect(codes(await addSynonyms(keeper, group(["first aid", "EHBO"])))).toBe("ok");
  expect(await found("ehbo")).toEqual(["ehbo", "first-aid"]);
  // Of several words the engine also takes what has the first of them; what has a word for both comes before that.
  const { items } = await searchCatalogue(parseSearchQuery({ q: "first aid" }), "en");
  expect(
    items
      .slice(0, 2)
      .map(({ slug }) => slug)
      .sort(),
  ).toEqual(["ehbo", "first-aid"]);
  const [row] = await db.select().from(searchSynonyms);
  expect(codes(await endSynonyms(keeper, row?.id ?? "", today()))).toBe("ok");
  expect(await found("ehbo")).toEqual(["ehbo"]);
});

test("one way is one way", async () => {
  await addSynonyms(keeper, group(["EHBO"], ["first aid"]));
  expect(await found("ehbo")).toEqual(["ehbo", "first-aid"]);
  expect(await found("aid")).toEqual(["first-aid"]);
});

test("a group of a later day holds from that day on, whoever builds the index meanwhile", async () => {
  const from = addDays(today(), 2);
  expect(codes(await addSynonyms(keeper, { ...group(["first aid", "EHBO"]), from, until: addDays(from, 1) }))).toBe("ok");
  expect(await found("ehbo")).toEqual(["ehbo"]);
  setClock("2026-11-25T00:00:30+01:00");
  await turnDay();
  expect(await found("ehbo")).toEqual(["ehbo", "first-aid"]);
  await rebuildCatalogueIndex();
  expect(await found("ehbo")).toEqual(["ehbo", "first-aid"]);
  setClock("2026-11-26T00:00:30+01:00");
  await turnDay();
  expect(await found("ehbo")).toEqual(["ehbo"]);
});

test("only the keeper adds and ends; what was clicked twice is there once; what has passed is not rewritten", async () => {
  const { keeps: _, ...plain } = keeper;
  for (const actor of [plain, await aMember(provider.id, "manager"), { ...keeper, role: "registrar" as const }]) {
    expect(codes(await addSynonyms(actor, group(["care", "nursing"])))).toEqual(["notAllowed"]);
    expect(codes(await endSynonyms(actor, crypto.randomUUID(), today()))).toEqual(["notAllowed"]);
  }
  const twice = await Promise.all([addSynonyms(keeper, group(["care", "nursing"])), addSynonyms(keeper, group(["Nursing", "care"]))]);
  expect(twice.map(codes)).toEqual(["ok", "ok"]);
  const [row, ...others] = await db.select().from(searchSynonyms);
  expect(others).toEqual([]);
  expect(codes(await addSynonyms(keeper, { ...group(["soil", "earth"]), from: addDays(today(), -1) }))).toEqual(["dayPast"]);
  expect(codes(await addSynonyms(keeper, { ...group(["soil", "earth"]), until: today() }))).toEqual(["endsBeforeItBegins"]);
  expect(codes(await endSynonyms(keeper, row?.id ?? "", addDays(today(), -1)))).toEqual(["dayPast"]);
  expect(codes(await endSynonyms(keeper, "no-id", today()))).toEqual(["synonymsUnknown"]);
  const happened = await db.select({ type: events.type, after: events.after }).from(events).where(eq(events.subject, "synonyms"));
  expect(happened).toMatchObject([{ type: "synonyms.added", after: { words: row?.words } }]);
  expect(row?.words.map((word) => word.toLowerCase()).sort()).toEqual(["care", "nursing"]);
});

test("what an instance begins with comes once", async () => {
  expect(await ensureSynonyms(operator("test"))).toBeGreaterThan(20);
  expect(await ensureSynonyms(operator("test"))).toBe(0);
  // Ended by whoever keeps the instance, it stays so; what a new release brings along comes.
  const [ended] = (await listSynonyms(keeper, synonymQuery.parse({ q: "EHBO" })))?.rows ?? [];
  await endSynonyms(keeper, ended?.id ?? "", "2026-11-24");
  setClock("2026-11-25T12:00:00+01:00");
  expect(await ensureSynonyms(operator("test"))).toBe(0);
  setClock("2026-11-23T12:00:00+01:00");
  expect((await listSynonyms(keeper, synonymQuery.parse({ q: "EHBO" })))?.rows[0]?.words).toContain("EHBO");
  expect(await listSynonyms(await aMember(provider.id, "manager"), synonymQuery.parse({}))).toBeUndefined();
});

test("before it is saved, one sees what each word finds and what all would", async () => {
  expect(await previewSynonyms(keeper, group(["first aid", "EHBO"]))).toEqual({
    words: [
      { word: "first aid", found: 1 },
      { word: "EHBO", found: 1 },
    ],
    together: 2,
  });
  expect(await previewSynonyms(await aMember(provider.id, "manager"), group(["first aid", "EHBO"]))).toBeUndefined();
});
