import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains } from "@/lib/days/days";
import { aDay, aRealPeriod, window } from "@/lib/testing/days";
import {
  type AccreditationFact,
  covers,
  type ProviderFacts,
  periodAt,
  type RegistrationFact,
  type RestrictionFact,
  standingOn,
  visiblePeriods,
} from "./visibility";

const offering = { offeringId: "o", eqf: 5, fields: ["0613"], setting: "formal", nuts: "BE234", effectiveFrom: "2026-10-20" };
const unlimited = { eqfLevels: null, fields: null, settings: null, jurisdictions: null, offeringId: null };
const accreditation: AccreditationFact = {
  ...unlimited,
  key: "a",
  effect: "full",
  effectOn: null,
  valid: { from: "2026-01-01", until: "2026-11-01" },
};
const registered: RegistrationFact = { status: "registered", valid: { from: "2026-01-01", until: null } };
const suspended = (from: string, until: string | null): RegistrationFact => ({ status: "suspended", valid: { from, until } });

const facts = (
  registrations: RegistrationFact[],
  accreditations: AccreditationFact[],
  restrictions: RestrictionFact[] = [],
): ProviderFacts => ({ registrations, accreditations, restrictions });

const scope = fc.record({
  eqfLevels: fc.constantFrom<number[] | null>(null, [5], [4, 6]),
  fields: fc.constantFrom<string[] | null>(null, ["06"], ["061", "09"], ["0613"], ["0611"]),
  settings: fc.constantFrom<string[] | null>(null, ["formal"], ["non-formal"]),
  jurisdictions: fc.constantFrom<string[] | null>(null, ["BE2"], ["BE1", "BE3"]),
  offeringId: fc.constantFrom<string | null>(null, null, "o", "another"),
});
const effect = fc.oneof(
  fc.constantFrom("full" as const, "withdrawn" as const).map((kind) => ({ effect: kind, effectOn: null })),
  fc.record({ effect: fc.constantFrom("no-new-starts" as const, "teach-out" as const), effectOn: aDay }),
);
const someAccreditation: fc.Arbitrary<AccreditationFact> = fc
  .tuple(fc.oneof(fc.constant(unlimited), scope), effect, aRealPeriod)
  .map(([limits, what, valid]) => ({ key: "k", ...limits, ...what, valid }));
const someRegistration: fc.Arbitrary<RegistrationFact> = fc.record({
  status: fc.constantFrom("registered", "registered", "suspended", "withdrawn", "applied"),
  valid: aRealPeriod,
});
const someRestriction: fc.Arbitrary<RestrictionFact> = fc
  .tuple(
    scope,
    fc.oneof(
      fc.constantFrom("hidden" as const, "warning" as const).map((kind) => ({ effect: kind, effectOn: null })),
      fc.record({ effect: fc.constantFrom("no-new-starts" as const, "teach-out" as const), effectOn: aDay }),
    ),
    aRealPeriod,
  )
  .map(([{ jurisdictions: _none, ...limits }, what, valid]) => ({ key: "r", ...limits, ...what, valid }));
const someOffering = fc.record({
  offeringId: fc.constant("o"),
  eqf: fc.constantFrom(4, 5),
  fields: fc.constantFrom<string[]>(["0613"], ["0613", "0911"], ["061"]),
  setting: fc.constantFrom("formal", null),
  nuts: fc.constantFrom("BE234", "BE100", null),
  effectiveFrom: aDay,
});

describe("when the public may see an offering", () => {
  it("says the same for all days at once as for each day by itself", () => {
    const registrations = fc.array(someRegistration, { maxLength: 4 });
    const accreditations = fc.array(someAccreditation, { maxLength: 4 });
    const restrictions = fc.array(someRestriction, { maxLength: 3 });
    fc.assert(
      fc.property(someOffering, registrations, accreditations, restrictions, (one, known, accredited, restricted) => {
        const all = facts(known, accredited, restricted);
        const periods = visiblePeriods(one, all);
        for (const day of window)
          expect(
            periods.some((period) => contains(period, day)),
            day,
          ).toBe(standingOn(day, one, all).visible);
      }),
      { numRuns: 2000 },
    );
  });

  it("ends with the last day of the accreditation and says since when it has lapsed", () => {
    expect(visiblePeriods(offering, facts([registered], [accreditation]))).toEqual([{ from: "2026-10-20", until: "2026-11-01" }]);
    expect(standingOn("2026-10-31", offering, facts([registered], [accreditation])).visible).toBe(true);
    expect(standingOn("2026-11-01", offering, facts([registered], [accreditation]))).toEqual({
      visible: false,
      why: "lapsed",
      since: "2026-11-01",
    });
  });

  it("is not before the version is effective, nor before the accreditation begins", () => {
    expect(standingOn("2026-10-19", offering, facts([registered], [accreditation]))).toEqual({
      visible: false,
      why: "not-yet",
      since: "2026-10-20",
    });
    const later = { ...accreditation, valid: { from: "2026-10-25", until: null } };
    expect(standingOn("2026-10-24", offering, facts([registered], [later]))).toEqual({
      visible: false,
      why: "not-yet",
      since: "2026-10-25",
    });
    expect(standingOn("2026-10-19", offering, facts([registered], [later]))).toMatchObject({ why: "not-yet", since: "2026-10-25" });
    expect(visiblePeriods(offering, facts([registered], [later]))).toEqual([{ from: "2026-10-25", until: null }]);
  });

  it("has a hole while the provider is suspended, from the first day to the last", () => {
    const both = [registered, suspended("2026-10-22", "2026-10-25")];
    expect(visiblePeriods(offering, facts(both, [accreditation]))).toEqual([
      { from: "2026-10-20", until: "2026-10-22" },
      { from: "2026-10-25", until: "2026-11-01" },
    ]);
    expect(standingOn("2026-10-24", offering, facts(both, [accreditation]))).toEqual({
      visible: false,
      why: "suspended",
      since: "2026-10-22",
    });
  });

  it("ends with the registration", () => {
    const ended = { status: "registered", valid: { from: "2026-01-01", until: "2026-10-23" } };
    const withdrawn = { status: "withdrawn", valid: { from: "2026-10-23", until: null } };
    expect(visiblePeriods(offering, facts([ended, withdrawn], [accreditation]))).toEqual([{ from: "2026-10-20", until: "2026-10-23" }]);
    expect(standingOn("2026-10-23", offering, facts([ended, withdrawn], [accreditation]))).toEqual({
      visible: false,
      why: "not-registered",
      since: "2026-10-23",
    });
  });

  it("goes on without a gap where one accreditation follows another", () => {
    const next = { ...accreditation, key: "b", valid: { from: "2026-11-01", until: null } };
    expect(visiblePeriods(offering, facts([registered], [accreditation, next]))).toEqual([{ from: "2026-10-20", until: null }]);
    expect(standingOn("2026-11-01", offering, facts([registered], [accreditation, next]))).toMatchObject({
      visible: true,
      accreditation: next,
    });
  });

  it("lasts to the last day of a teach-out, with its warning", () => {
    const teachOut = { ...accreditation, effect: "teach-out" as const, effectOn: "2026-10-25" };
    expect(visiblePeriods(offering, facts([registered], [teachOut]))).toEqual([{ from: "2026-10-20", until: "2026-10-26" }]);
    expect(standingOn("2026-10-25", offering, facts([registered], [teachOut]))).toMatchObject({ visible: true, warning: "teach-out" });
    expect(standingOn("2026-10-26", offering, facts([registered], [teachOut]))).toEqual({
      visible: false,
      why: "lapsed",
      since: "2026-10-26",
    });
  });

  it("warns of no new starts only where no other accreditation holds in full", () => {
    const limited = { ...accreditation, effect: "no-new-starts" as const, effectOn: "2026-10-22" };
    expect(standingOn("2026-10-25", offering, facts([registered], [limited]))).toMatchObject({ visible: true, warning: "no-new-starts" });
    expect(standingOn("2026-10-25", offering, facts([registered], [limited, accreditation]))).toMatchObject({
      visible: true,
      warning: null,
    });
  });

  it("is never under an accreditation that was withdrawn", () => {
    expect(visiblePeriods(offering, facts([registered], [{ ...accreditation, effect: "withdrawn" }]))).toEqual([]);
  });
});

describe("what an accreditation covers", () => {
  const limited = (change: Partial<AccreditationFact>) => ({ ...accreditation, ...change });

  it("is every field that begins with one of its codes", () => {
    for (const fields of [["06"], ["061"], ["0613"], ["01", "06"]]) expect(covers(limited({ fields }), offering)).toBe(true);
    for (const fields of [["0611"], ["062"], ["01"]]) expect(covers(limited({ fields }), offering)).toBe(false);
  });

  it("must be all fields of the offering", () => {
    const two = { ...offering, fields: ["0613", "0911"] };
    expect(covers(limited({ fields: ["06"] }), two)).toBe(false);
    expect(covers(limited({ fields: ["06", "09"] }), two)).toBe(true);
  });

  it("is not what is only broader than its codes", () => {
    expect(covers(limited({ fields: ["0613"] }), { ...offering, fields: ["061"] })).toBe(false);
  });

  it("is its levels, settings, regions and, where it names one, its one offering", () => {
    expect(covers(limited({ eqfLevels: [6] }), offering)).toBe(false);
    expect(covers(limited({ settings: ["non-formal"] }), offering)).toBe(false);
    expect(covers(limited({ settings: ["non-formal"] }), { ...offering, setting: null })).toBe(true);
    expect(covers(limited({ jurisdictions: ["BE2"] }), offering)).toBe(true);
    expect(covers(limited({ jurisdictions: ["BE3", "BE1"] }), offering)).toBe(false);
    expect(covers(limited({ jurisdictions: ["BE2"] }), { ...offering, nuts: null })).toBe(false);
    expect(covers(limited({ offeringId: "another" }), offering)).toBe(false);
  });

  it("says out of scope where accreditations hold, but none for this", () => {
    expect(standingOn("2026-10-25", offering, facts([registered], [limited({ eqfLevels: [6] })]))).toMatchObject({ why: "out-of-scope" });
  });
});

describe("the period that the index keeps", () => {
  const periods = [
    { from: 300, until: null },
    { from: 0, until: 100 },
    { from: 150, until: 200 },
  ];

  it("is the one that holds, else the next, else none", () => {
    expect([0, 99, 100, 199, 200, 9999].map((second) => periodAt(periods, second)?.from)).toEqual([0, 0, 150, 150, 300, 300]);
    expect(periodAt(periods.slice(1), 200)).toBeNull();
  });
});
