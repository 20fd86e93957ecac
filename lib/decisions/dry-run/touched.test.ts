import fc from "fast-check";
import { expect, it } from "vitest";
import { contains, type Day } from "@/lib/days/days";
import { aDay, aRealPeriod, window } from "@/lib/testing/days";
import { type ProviderFacts, standingOn, visiblePeriods } from "@/lib/visibility/visibility";
import { type DryOffering, daysOfChange, differencesFor, markOf, outcomeOf, sessionsTouched, touchedBy } from "./touched";

const offering: DryOffering = {
  offeringId: "o",
  slug: "o",
  title: { en: "O" },
  original: "en",
  eqf: 5,
  fields: ["0613"],
  setting: null,
  nuts: "BE2",
  effectiveFrom: "2020-01-01",
};
const scope = { eqfLevels: null, fields: null, settings: null, offeringId: null };
const someFacts: fc.Arbitrary<ProviderFacts> = fc.record({
  registrations: fc.array(fc.record({ status: fc.constantFrom("registered", "suspended"), valid: aRealPeriod }), { maxLength: 3 }),
  accreditations: fc.array(
    aRealPeriod.map((valid) => ({ ...scope, key: "a", jurisdictions: null, effect: "full" as const, effectOn: null, valid })),
    { maxLength: 2 },
  ),
  restrictions: fc.array(
    fc
      .tuple(aRealPeriod, fc.constantFrom("hidden" as const, "teach-out" as const, "warning" as const), aDay)
      .map(([valid, effect, on]) => ({
        ...scope,
        key: "r",
        effect,
        effectOn: effect === "teach-out" ? on : null,
        valid,
      })),
    { maxLength: 2 },
  ),
});
const today = window[4] as Day;

it("the differences are exactly the days on which the page of the offering would say something else", () => {
  fc.assert(
    fc.property(someFacts, someFacts, (before, after) => {
      const found = differencesFor(offering, before, after, today);
      for (const day of window.filter((one) => one >= today)) {
        const [was, now] = [before, after].map((facts) => markOf(standingOn(day, offering, facts)));
        const said = found.filter((one) => contains(one, day));
        expect(
          said.map((one) => [one.was, one.now]),
          day,
        ).toEqual(was === now ? [] : [[was, now]]);
        const seen = visiblePeriods(offering, after).some((period) => contains(period, day));
        if (said[0]) expect(said[0].now !== "hidden").toBe(seen);
      }
      expect(found.every(({ from }) => from >= today)).toBe(true);
    }),
  );
});

const always = { from: "2020-01-01", until: null };
const standing: ProviderFacts = {
  registrations: [{ status: "registered", valid: always }],
  accreditations: [{ ...scope, key: "a", jurisdictions: null, effect: "full", effectOn: null, valid: always }],
  restrictions: [],
};

it("of many offerings each is told what it would be told alone, whatever scopes they share and whom a fact names", () => {
  const aRestriction = fc
    .record({ valid: aRealPeriod, offeringId: fc.constantFrom("0", "1", null), eqfLevels: fc.constantFrom<number[] | null>([4], null) })
    .map((one) => ({ ...scope, ...one, key: "r", effect: "hidden" as const, effectOn: null }));
  const someOfferings = fc.array(fc.record({ eqf: fc.constantFrom(4, 5), effectiveFrom: fc.constantFrom<Day>("2020-01-01", today) }), {
    minLength: 3,
    maxLength: 8,
  });
  fc.assert(
    fc.property(someOfferings, fc.array(aRestriction, { minLength: 1, maxLength: 3 }), (some, restrictions) => {
      const after = { ...standing, restrictions };
      const all = some.map((one, place): DryOffering => ({ ...offering, ...one, offeringId: `${place}`, slug: `o-${place}` }));
      const found = new Map(touchedBy(all, standing, after, today).map((one) => [one.offering.offeringId, one.differences]));
      for (const one of all) expect(found.get(one.offeringId) ?? []).toEqual(differencesFor(one, standing, after, today));
    }),
  );
});

it("counts what happens on which day, the end of a decision's days too", () => {
  const [from, until] = ["2027-01-01", "2027-02-01"];
  const limited: ProviderFacts = {
    ...standing,
    restrictions: [{ ...scope, key: "r", effect: "teach-out", effectOn: "2027-01-14", valid: { from, until } }],
  };
  const touched = touchedBy([offering, { ...offering, offeringId: "p", slug: "p" }], standing, limited, today);
  expect(touched.map(({ outcome }) => outcome)).toEqual(["warned", "warned"]);
  expect(daysOfChange(touched)).toMatchObject([
    { day: from, counts: { warned: 2, leaves: 0 } },
    { day: "2027-01-15", counts: { leaves: 2 } },
    { day: until, counts: { appears: 2 } },
  ]);
  expect(touched[0]?.differences.map(outcomeOf)).toEqual(["warned", "leaves"]);
  expect(touched[0]?.differences.at(-1)?.until).toBe(until);
});

it("tells sessions that run from those that may no longer begin", () => {
  const after: ProviderFacts = {
    ...standing,
    restrictions: [{ ...scope, key: "r", effect: "no-new-starts", effectOn: "2026-12-01", valid: always }],
  };
  const session = { offeringId: "o", endsOn: null, cancelledOn: null, enrolling: true };
  const sessions = ["2026-10-01", "2026-11-15", "2026-12-01", "2027-03-01"].map((startsOn) => ({
    ...session,
    startsOn,
    endsOn: "2027-06-01",
  }));
  const touched = touchedBy([offering], standing, after, today);
  expect(sessionsTouched(touched, [...sessions, { ...session, startsOn: null }], standing, after, today)).toEqual({
    running: 1,
    ahead: 4,
    enrolling: 4,
    mayNoLongerStart: 2,
    mayStartAgain: 0,
  });
});
