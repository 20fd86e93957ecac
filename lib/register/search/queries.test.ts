import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { client, db } from "@/db";
import { organisationIdentifiers } from "@/db/schema";
import { providerStanding } from "@/lib/accreditations/accreditation";
import { addDays } from "@/lib/days/days";
import { recordDecision } from "@/lib/decisions/commands";
import type { AccreditationTerms, Change } from "@/lib/decisions/decision";
import { endOfDay } from "@/lib/register/moment";
import { emptyDatabase } from "@/lib/testing/database";
import { fullTerms } from "@/lib/testing/deciding";
import { anOrganisation } from "@/lib/testing/registry";
import { factsOf } from "@/lib/visibility/queries";
import { listRegister, searchRegister } from "./queries";
import { facetNames, parseRegisterQuery, type RegisterQuery } from "./query";

const system = { id: "operator:test", role: "system", organisationId: null } as const;
const today = "2026-11-25";
const now = { today, now: "2026-11-25T12:00:00.000000Z" };
const query = (params: Record<string, string | string[]> = {}) => parseRegisterQuery(params, now).query;
const slugs = async (params: Record<string, string | string[]>) =>
  (await searchRegister(query(params), "en")).items.map(({ slug }) => slug);

let authorityId = "";
const ids = new Map<string, string>();

const terms = (change: Partial<AccreditationTerms>) => fullTerms(authorityId, change);

async function decide(slug: string, day: string, changes: Change[]) {
  const decision = {
    kind: "register" as const,
    authorityId,
    organisationId: ids.get(slug) ?? "",
    decidedOn: day,
    effectiveFrom: day,
    changes,
  };
  await db.transaction((tx) => recordDecision(tx, system, decision, new Date(`${day}T09:00:00Z`)));
}
const registered = (status: "registered" | "suspended" | "withdrawn", from: string): Change => ({
  of: "registration",
  from,
  until: null,
  holds: { status },
});
const accredited = (from: string, until: string | null, change: Partial<AccreditationTerms>): Change => ({
  of: "accreditation",
  key: "a",
  from,
  until,
  holds: terms(change),
});

/** Six organisations of which each is something else, and one that only applied. */
beforeAll(async () => {
  await emptyDatabase();
  authorityId = await anOrganisation("council", { en: "Council" }, { roles: ["competent-authority"] });
  const make = async (slug: string, name: string, change: object) => {
    const id = await anOrganisation(slug, null, change);
    ids.set(slug, id);
    await decide(slug, "2020-01-01", [{ of: "name", from: "2000-01-01", until: null, holds: { name: { en: name } } }]);
  };
  await make("river", "Université de l’Été", { nuts: "BE332", town: "Liège", providerType: "higher-education" });
  await make("garden", "Garden College", { nuts: "BE234", town: "Gent", providerType: "vocational" });
  await make("tower", "Tower School", { nuts: "BE100", town: "Brussel", providerType: "vocational" });
  await make("stone", "Stone Academy", { nuts: "BE234", town: "Gent", providerType: "employer" });
  await make("gone", "Gone Institute", { nuts: "BE242", town: "Leuven", providerType: "other" });
  await make("bare", "Bare House", { nuts: "BE251", town: "Brugge", providerType: "other" });
  await make("applicant", "Applicant House", { nuts: "BE251", town: "Brugge", providerType: "other" });
  await decide("river", "2022-01-01", [
    registered("registered", "2022-01-01"),
    accredited("2022-01-01", null, { eqfLevels: [6, 7], fields: ["06"] }),
  ]);
  await decide("garden", "2021-01-01", [
    registered("registered", "2021-01-01"),
    accredited("2021-01-01", "2027-01-01", { eqfLevels: [4, 5], standard: "eqavet" }),
  ]);
  await decide("tower", "2023-01-01", [
    registered("registered", "2023-01-01"),
    accredited("2023-01-01", null, { fields: ["0613", "07"], effect: "no-new-starts", effectOn: "2026-01-01" }),
  ]);
  await decide("stone", "2023-01-01", [registered("registered", "2023-01-01"), accredited("2023-01-01", null, { eqfLevels: [5] })]);
  await decide("stone", "2026-06-01", [registered("suspended", "2026-06-01")]);
  await decide("gone", "2020-02-01", [registered("registered", "2020-02-01"), accredited("2020-02-01", null, {})]);
  await decide("gone", "2025-02-01", [registered("withdrawn", "2025-02-01")]);
  await decide("bare", "2024-02-01", [registered("registered", "2024-02-01")]);
  await decide("garden", "2025-01-15", [
    { of: "name", from: "2025-01-01", until: null, holds: { name: { en: "Garden and Orchard College" } } },
  ]);
  await db
    .insert(organisationIdentifiers)
    .values({ organisationId: ids.get("river") ?? "", scheme: "ror", value: "05xyz-12.34", valid: "[2020-01-01,)" });
});
afterAll(() => client.end());

describe("a search of the register", () => {
  it("finds by any part of a name, an earlier one too, whatever its accents and case, and by town", async () => {
    expect(await slugs({ q: "universite ete" })).toEqual(["river"]);
    expect(await slugs({ q: "IVERS" })).toEqual(["river"]);
    expect(await slugs({ q: "orchard" })).toEqual(["garden"]);
    expect(await slugs({ q: "garden" })).toEqual(["garden"]);
    expect(await slugs({ q: "liege" })).toEqual(["river"]);
    expect(await slugs({ q: "college gent" })).toEqual(["garden"]);
    expect(await slugs({ q: "%" })).toEqual([]);
    expect(await slugs({ q: "applicant" })).toEqual([]);
  });

  it("finds by identifier however it is written", async () => {
    for (const q of ["05xyz-12.34", "05XYZ1234", "ror:05xyz1234", "xyz1234"]) expect(await slugs({ q }), q).toEqual(["river"]);
  });

  it("does not find by an identifier that the register did not know yet, or that was taken out as a mistake", async () => {
    const told = (holds: { scheme: string; value: string } | null): Change[] => [
      { of: "identifier", key: "pic:999.111", from: "2024-01-01", until: null, holds },
    ];
    await decide("bare", "2025-03-01", told({ scheme: "pic", value: "999.111" }));
    await decide("bare", "2025-05-01", told(null));
    expect(await slugs({ q: "999111", asKnownOn: "2025-02-28" })).toEqual([]);
    expect(await slugs({ q: "999111", asKnownOn: "2025-03-01" })).toEqual(["bare"]);
    expect(await slugs({ q: "999111" })).toEqual([]);
  });

  it("does not find by a name that the register did not know yet", async () => {
    expect(await slugs({ q: "orchard", asKnownOn: "2025-01-14" })).toEqual([]);
    expect(await slugs({ q: "orchard", asKnownOn: "2025-01-15" })).toEqual(["garden"]);
    const [before] = (await searchRegister(query({ q: "garden", asKnownOn: "2025-01-14", validOn: "2026-01-01" }), "en")).items;
    expect(before?.name).toEqual({ en: "Garden College" });
  });

  it("filters by what an accreditation covers, all of it by the same one", async () => {
    expect(await slugs({ eqf: "5" })).toEqual(["garden", "gone", "stone", "tower"]);
    expect(await slugs({ field: "0613", eqf: "7" })).toEqual(["gone", "tower", "river"]);
    expect(await slugs({ standard: "eqavet", eqf: "6" })).toEqual([]);
    expect(await slugs({ region: "BE2", type: ["employer", "vocational"] })).toEqual(["garden", "stone"]);
  });

  it("tells what each is on the day that is asked for, by what was known then", async () => {
    expect(await slugs({ status: "suspended" })).toEqual(["stone"]);
    expect(await slugs({ status: "suspended", asKnownOn: "2026-05-31" })).toEqual([]);
    expect(await slugs({ status: "suspended", validOn: "2026-05-31" })).toEqual([]);
    expect(await slugs({ status: "not-accredited", validOn: "2027-01-01" })).toEqual(["bare", "garden"]);
    expect(await slugs({ status: "limited" })).toEqual(["tower"]);
    expect(await slugs({ asKnownOn: "2020-06-01" })).toEqual(["gone"]);
  });

  const value = (values: string[]) => fc.subarray(values, { maxLength: 2 });
  const searches: fc.Arbitrary<RegisterQuery> = fc
    .record({
      status: value(["accredited", "limited", "not-accredited", "suspended", "not-registered"]),
      type: value(["vocational", "other", "employer"]),
      region: value(["BE1", "BE2", "BE23", "BE332"]),
      standard: value(["esg", "eqavet"]),
      eqf: value(["4", "5", "7"]),
      field: value(["06", "0613", "0714", "09"]),
      q: fc.constantFrom("", "", "college", "gent"),
      validOn: fc.integer({ min: 0, max: 2800 }).map((days) => addDays("2019-12-01", days)),
      asKnownOn: fc.option(fc.integer({ min: 0, max: 2500 }).map((days) => addDays("2019-12-01", days))),
    })
    .map(({ asKnownOn, ...rest }) => query({ ...rest, ...(asKnownOn && asKnownOn < today ? { asKnownOn } : {}) }));

  it("counts for each choice what choosing it alone would find, and stands as each organisation does by itself", async () => {
    await fc.assert(
      fc.asyncProperty(searches, async (search) => {
        const { facets, total, items } = await searchRegister(search, "en");
        const moment = search.asKnownOn === null ? null : endOfDay(search.asKnownOn, "Europe/Brussels");
        const facts = await factsOf(db, [...ids.values()], moment);
        for (const { id, status } of items) {
          const of = facts.get(id);
          expect(providerStanding(of?.registrations ?? [], of?.accreditations ?? [], search.validOn).state).toBe(status);
        }
        expect((await listRegister(search, undefined, 200)).map(({ slug }) => slug).sort()).toEqual(items.map(({ slug }) => slug).sort());
        expect(total).toBe(items.length);
        for (const name of facetNames) {
          const all = { status: search.status, type: [], region: [], standard: [], eqf: [], field: [] };
          for (const value of new Set([...Object.keys(facets[name]), ...Object.values({ ...all, ...search }[name])])) {
            if (name === "field" && value.length > 2) continue;
            const alone = await searchRegister({ ...search, [name]: [value] }, "en");
            expect([name, value, facets[name][value] ?? 0]).toEqual([name, value, alone.total]);
          }
        }
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it("is never broken by what stands in its address", async () => {
    const odd = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\0", "'", "%", "\\", "2026-13-45", "-1", "1e9", "ror:", "x".repeat(5000)),
    );
    const params = fc.dictionary(
      fc.constantFrom("q", "status", "type", "eqf", "field", "region", "sort", "page", "validOn", "asKnownOn"),
      fc.oneof(odd, fc.array(odd)),
    );
    await fc.assert(
      fc.asyncProperty(params, async (given) => {
        await searchRegister(query(given), "fr");
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
