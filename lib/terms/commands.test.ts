import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { addDays } from "@/lib/days/days";
import { mappingInput } from "@/lib/imports/mapping";
import { findProvider, readContextFor } from "@/lib/imports/run/queries";
import { findOffering } from "@/lib/offerings/queries";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { anOffering } from "@/lib/testing/offerings";
import { aMember } from "@/lib/testing/people";
import { anOrganisation, aProvider, type TestProvider } from "@/lib/testing/registry";
import { addTerm, endTerm, renameTerm, resumeTerm } from "./commands";
import type { TermInput } from "./input";
import { listTerms, readTerms } from "./queries";
import { endedOn, historyOf, labelsAhead, termsOn } from "./term";

let keeper: Actor;
let provider: TestProvider;
const tomorrow = addDays(today(), 1);
const later = addDays(today(), 30);

beforeEach(async () => {
  await emptyDatabase();
  keeper = { ...(await aMember(await anOrganisation("council", null, { roles: ["competent-authority"] }), "administrator")), keeps: true };
  provider = await aProvider();
});
afterAll(() => closeDatabase());

const codes = (result: { ok: boolean; problems?: { code: string }[] }) => result.problems?.map(({ code }) => code) ?? "ok";
const called = (name: string) => Object.fromEntries(country.languages.map((language) => [language, `${name} ${language}`]));
const care = (from = today()): TermInput => ({
  ...{ kind: "label", code: "label-care", names: called("Care"), eqf: null, givenBy: "Care Council", url: "https://care.example/" },
  from,
});
const level: TermInput = { kind: "level", code: "flemish/5+", names: called("5+"), eqf: 5, givenBy: null, url: null, from: tomorrow };
const history = async (code: string) => historyOf(await readTerms(), code)?.map(({ names, from, until }) => [names.en, from, until]);
const happened = () => db.execute<{ type: string }>(sql`select type from events where subject = 'term' order by id`);

test("a label comes, is renamed and ends, each from its day on, and what it was stays", async () => {
  expect(codes(await addTerm(keeper, care()))).toBe("ok");
  expect(codes(await renameTerm(keeper, "label-care", { names: called("Good care"), from: tomorrow }))).toBe("ok");
  expect(codes(await endTerm(keeper, "label-care", later))).toBe("ok");
  expect(await history("label-care")).toEqual([
    ["Care en", today(), tomorrow],
    ["Good care en", tomorrow, later],
  ]);
  expect((await happened()).map(({ type }) => type)).toEqual(["term.added", "term.renamed", "term.ended"]);
  const told = await db.execute<{ source: string }>(sql`select distinct source from changes where source in ('names', 'index') order by 1`);
  expect(told.map(({ source }) => source)).toEqual(["index", "names"]);
});

test("a level of the country's file gets its rows with its first change, and another stands beside it", async () => {
  expect(codes(await renameTerm(keeper, "flemish/5", { names: called("5 (graduate)"), from: tomorrow }))).toBe("ok");
  expect(codes(await endTerm(keeper, "flemish/6", tomorrow))).toBe("ok");
  expect(codes(await addTerm(keeper, level))).toBe("ok");
  expect(await history("flemish/5")).toEqual([
    ["5", null, tomorrow],
    ["5 (graduate) en", tomorrow, null],
  ]);
  expect(await history("flemish/6")).toEqual([["6", null, tomorrow]]);
  expect(await history("flemish/5+")).toEqual([["5+ en", tomorrow, null]]);
  expect(await listTerms(keeper, "level")).toHaveLength(25);
});

test("an offering is called what it was on the day of its version, and keeps a label that has ended", async () => {
  await addTerm(keeper, care());
  await renameTerm(keeper, "label-care", { names: called("Good care"), from: tomorrow });
  await anOffering(provider, { slug: "wounds", content: { quality: ["label-care"] } });
  const view = await findOffering("wounds", null);
  expect(view?.labels).toMatchObject([{ code: "label-care", names: { en: "Care en" }, givenBy: "Care Council", endedOn: null }]);
  expect((await findOffering("wounds", 1))?.version.content.quality).toEqual(["label-care"]);
  await db.execute(sql`update vocabulary_terms set valid = daterange(lower(valid) - 60, upper(valid) - 60)`);
  await db.execute(sql`update vocabulary_terms set valid = daterange(lower(valid), current_date - 1) where upper_inf(valid)`);
  expect((await findOffering("wounds", null))?.labels).toMatchObject([{ names: { en: "Good care en" }, endedOn: expect.any(String) }]);
});

test("files know a label from its first day to its end", async () => {
  const known = async () => {
    const found = await findProvider(db, provider.id);
    return found && (await readContextFor(db, found, mappingInput.parse({}))).labels;
  };
  await addTerm(keeper, care(tomorrow));
  expect((await known())?.size).toBe(0);
  await addTerm(keeper, { ...care(), code: "label-today" });
  expect((await known())?.get("care nl")).toBe("label-today");
  await endTerm(keeper, "label-today", addDays(today(), 1));
  expect((await known())?.get("label-today")).toBe("label-today");
});

test("only the keeper changes; what was clicked twice is there once; codes are never another's; the past stays", async () => {
  const { keeps: _, ...plain } = keeper;
  for (const actor of [plain, await aMember(provider.id, "manager"), { ...keeper, role: "registrar" as const }]) {
    expect(codes(await addTerm(actor, care()))).toEqual(["notAllowed"]);
    expect(codes(await renameTerm(actor, "flemish/5", { names: called("x"), from: tomorrow }))).toEqual(["notAllowed"]);
    expect(codes(await endTerm(actor, "flemish/5", tomorrow))).toEqual(["notAllowed"]);
  }
  expect((await Promise.all([addTerm(keeper, care()), addTerm(keeper, care())])).map(codes)).toEqual(["ok", "ok"]);
  expect(await history("label-care")).toHaveLength(1);
  expect(codes(await addTerm(keeper, { ...care(), names: called("Other") }))).toEqual(["termCodeTaken"]);
  expect(codes(await addTerm(keeper, { ...level, code: "flemish/5" }))).toEqual(["termCodeTaken"]);
  expect(codes(await addTerm(keeper, { ...level, from: addDays(today(), -1) }))).toEqual(["dayPast"]);
  expect(codes(await endTerm(keeper, "label-none", tomorrow))).toEqual(["termUnknown"]);
  expect(codes(await endTerm(keeper, "label-care", today()))).toEqual(["termNotBegun"]);
  const rename = { names: called("Good care"), from: later };
  expect((await Promise.all([1, 2].map(() => renameTerm(keeper, "label-care", rename)))).map(codes)).toEqual(["ok", "ok"]);
  expect(await history("label-care")).toHaveLength(2);
  expect(codes(await renameTerm(keeper, "label-care", { ...rename, from: tomorrow }))).toEqual(["termChangedLater"]);
  expect(codes(await endTerm(keeper, "label-care", tomorrow))).toEqual(["termNotBegun"]);
  await endTerm(keeper, "label-care", addDays(later, 1));
  expect(codes(await renameTerm(keeper, "label-care", { names: called("Best care"), from: addDays(later, 1) }))).toEqual(["termEnded"]);
  await expect(db.execute(sql`delete from vocabulary_terms`)).rejects.toThrow();
});

test("what has ended is started again from a later day, and the days between stay without it", async () => {
  await addTerm(keeper, care());
  const moved = (days: number) => db.execute(sql`update vocabulary_terms set valid = daterange(lower(valid) - ${days}::int, upper(valid))`);
  await moved(10);
  expect(codes(await resumeTerm(keeper, "label-care", tomorrow))).toEqual(["termHolds"]);
  await endTerm(keeper, "label-care", today());
  await db.execute(sql`update vocabulary_terms set valid = daterange(lower(valid), upper(valid) - 3)`);
  const ended = addDays(today(), -3);
  expect(codes(await resumeTerm({ ...keeper, role: "registrar" }, "label-care", later))).toEqual(["notAllowed"]);
  expect(codes(await resumeTerm(keeper, "label-none", later))).toEqual(["termUnknown"]);
  expect(codes(await resumeTerm(keeper, "label-care", addDays(today(), -1)))).toEqual(["dayPast"]);
  expect((await Promise.all([1, 2].map(() => resumeTerm(keeper, "label-care", later)))).map(codes)).toEqual(["ok", "ok"]);
  expect(await history("label-care")).toEqual([
    ["Care en", addDays(today(), -10), ended],
    ["Care en", later, null],
  ]);
  const terms = await readTerms();
  expect(["label-care"].map((code) => [endedOn(terms, code, today()), endedOn(terms, code, later)])).toEqual([[ended, null]]);
  expect(termsOn(terms, "label", today())).toEqual([]);
  expect(labelsAhead(terms, today())).toMatchObject([{ code: "label-care", from: later }]);
  expect((await happened()).map(({ type }) => type)).toEqual(["term.added", "term.ended", "term.resumed"]);
});
