import { stringify } from "node:querystring";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db";
import { searchedThemes, searchedWords, soughtWords } from "@/db/schema";
import type { Actor, Role } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { addDays } from "@/lib/days/days";
import { forgetOldCounts } from "@/lib/insight/commands";
import { isTold, leastSearches } from "@/lib/insight/insight";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering, aSession } from "@/lib/testing/offerings";
import { anOrganisation, aProvider } from "@/lib/testing/registry";
import { type Searched, searchedFor } from "@/lib/testing/searches";
import { byTheme, gaps } from "./demand";
import { demandQuery } from "./input";
import { findDemand } from "./queries";

const day = today();
const [authority] = country.authorities;
let authorityId: string;
const as = (role: Role, organisationId: string | null): Actor => ({ id: "person:p", role, organisationId });
const read = (asked: Record<string, string> = {}) => findDemand(as("analyst", authorityId), day, demandQuery.parse(asked));

const row = (words: string, back: number, searches: number, more: Partial<Searched> = {}): Searched => ({
  day: addDays(day, -back),
  words,
  searches,
  found: 0,
  unanswered: searches,
  language: "nl",
  ...more,
});

beforeEach(async () => {
  await emptyDatabase();
  authorityId = await anOrganisation(authority?.slug ?? "", { en: "Council" }, { roles: ["competent-authority"] });
});

describe("words", () => {
  it("are told only where enough searched for them, in the part that is looked at, whatever was asked", async () => {
    const wishes = fc.record({
      words: fc.constantFrom("bijen", "dementie", "wever", "lassen"),
      back: fc.integer({ min: 0, max: 100 }),
      searches: fc.integer({ min: 1, max: 4 }),
      region: fc.constantFrom("", "BE22", "BE33"),
      language: fc.constantFrom("nl", "fr"),
    });
    const unique = fc.uniqueArray(wishes, { maxLength: 30, selector: (one) => stringify({ ...one, searches: 0 }) });
    await fc.assert(
      fc.asyncProperty(
        unique,
        fc.constantFrom("", "none", "BE22"),
        fc.constantFrom("", "fr"),
        fc.constantFrom("4", "12", "104"),
        async (all, region, lang, weeks) => {
          await db.delete(searchedWords);
          await searchedFor(...all.map(({ words, back, searches, ...more }) => row(words, back, searches, more)));
          const seen = all.filter(
            (one) =>
              one.back < 7 * Math.min(12, Number(weeks)) &&
              (region === "" || one.region === (region === "none" ? "" : region)) &&
              (lang === "" || one.language === lang),
          );
          const told = [...Map.groupBy(seen, ({ words }) => words)]
            .filter(([, of]) => isTold(of.map(({ back, searches }) => ({ day: addDays(day, -back), searches }))))
            .map(([words, of]) => ({
              words,
              searches: of.reduce((sum, { searches }) => sum + searches, 0),
              regions: [...Map.groupBy(of, (one) => one.region)]
                .filter(
                  ([code, within]) => code !== "" && isTold(within.map(({ back, searches }) => ({ day: addDays(day, -back), searches }))),
                )
                .map(([code]) => code)
                .sort(),
            }))
            .sort((a, b) => b.searches - a.searches || a.words.localeCompare(b.words));
          const found = await read({ region, lang, weeks });
          expect(found?.words.rows.map(({ words, searches, regions }) => ({ words, searches, regions: regions.toSorted() }))).toEqual(told);
          expect(found?.words.total).toBe(told.length);
          expect(JSON.stringify(found?.regions.filter(({ asked }) => asked < leastSearches))).toBe("[]");
        },
      ),
      { numRuns: 60 },
    );
  });

  it("can be searched, cut by theme and by what was hardly found, and paged", async () => {
    await searchedFor(
      ...[0, 1].flatMap((back) => [
        row("ouderenzorg", back, 9, { theme: "09", found: 12, unanswered: 0 }),
        row("bijen", back, 3, { theme: "08" }),
      ]),
    );
    const words = async (asked: Record<string, string>) => (await read(asked))?.words.rows.map((one) => one.words);
    expect(await words({})).toEqual(["ouderenzorg", "bijen"]);
    expect(await words({ q: "OUDEREN" })).toEqual(["ouderenzorg"]);
    expect(await words({ theme: "08" })).toEqual(["bijen"]);
    expect(await words({ found: "hardly" })).toEqual(["bijen"]);
    const second = await findDemand(as("analyst", authorityId), day, demandQuery.parse({ page: "2" }), 1);
    expect(second?.words).toMatchObject({ total: 2, page: 2, pages: 2, rows: [{ words: "bijen" }] });
  });

  it("are refused by the database where they have a number or an @", async () => {
    for (const words of ["lassen 2", "jan@example", "x"])
      await expect(db.insert(soughtWords).values({ digest: "a", words })).rejects.toThrow();
  });

  it("are forgotten after twelve weeks; how many were about what stays for two years", async () => {
    const old = { theme: "09", region: "BE22", language: "nl" };
    await searchedFor(row("zorg", 85, 4, { ...old, unanswered: 1 }), row("pflege", 86, 3, old), row("zorg", 84, 7, old));
    await db
      .insert(searchedThemes)
      .values({ week: addDays(day, -740), theme: "01", region: "", language: "nl", searches: 9, unanswered: 9 });
    await forgetOldCounts(day);
    await forgetOldCounts(day);
    expect((await db.select().from(searchedWords)).map(({ searches }) => searches)).toEqual([7]);
    const kept = await db.select().from(searchedThemes);
    expect([kept.reduce((sum, { searches }) => sum + searches, 0), kept.reduce((sum, { unanswered }) => sum + unanswered, 0)]).toEqual([
      7, 4,
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/zorg|pflege/);
    expect((await read({ weeks: "104" }))?.themes).toMatchObject([{ theme: "09", asked: 14, unanswered: 11 }]);
  });
});

describe("demand beside supply", () => {
  it("counts offerings by seat and by place of sessions, each once, and the sessions that are open", async () => {
    const [north, south] = [await aProvider({ nuts: "BE224" }), await aProvider({ nuts: "BE336" })];
    const care = await anOffering(north, { content: { fields: ["0913", "0912"] } });
    await anOffering(south, { content: { fields: ["0913"] } });
    const there = {
      startsOn: addDays(day, 9),
      places: [
        { town: "Genk", nuts: "BE224" },
        { town: "Luik", nuts: "BE332" },
      ],
    };
    await aSession(care, { ...there, enrolment: [{ opensOn: null, closesOn: addDays(day, 5) }] });
    await aSession(care, { ...there, enrolment: [{ opensOn: addDays(day, 5), closesOn: null }] });
    await searchedFor(row("zorg", 0, 6, { theme: "09", region: "BE22" }), row("zorg", 0, 8, { theme: "09", region: "BE25" }));
    const found = await read();
    expect(found?.themes).toMatchObject([{ theme: "09", asked: 14, offerings: 2, open: 1 }]);
    expect(found?.gaps).toMatchObject([
      { region: "BE25", asked: 8, offerings: 0, open: 0 },
      { region: "BE22", asked: 6, offerings: 1, open: 1 },
    ]);
    expect((await read({ region: "BE22" }))?.themes).toMatchObject([{ asked: 6, offerings: 1, open: 1 }]);
  });

  it("is for authorities alone", async () => {
    const provider = await aProvider();
    for (const actor of [as("manager", provider.id), as("person", null), as("analyst", null), as("key-read", provider.id)])
      expect(await findDemand(actor, day, demandQuery.parse({}))).toBeUndefined();
  });

  it("puts own regions first, and those with nothing before those with little", () => {
    const one = (region: string, asked: number, offerings: number) => ({ theme: "09", region, asked, unanswered: 0, offerings, open: 0 });
    const order = gaps([one("BE33", 99, 0), one("BE21", 50, 20), one("BE22", 9, 0), one("", 99, 0)], (region) => region.startsWith("BE2"));
    expect(order.map(({ region }) => region)).toEqual(["BE22", "BE21", "BE33"]);
    expect(
      byTheme(
        [
          { theme: "", region: "", asked: 50, unanswered: 1 },
          { theme: "09", region: "BE22", asked: 5, unanswered: 1 },
        ],
        [],
      ).map(({ theme }) => theme),
    ).toEqual(["09", ""]);
  });
});
