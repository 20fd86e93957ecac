import fc from "fast-check";
import { expect, it } from "vitest";
import { contains, type Day } from "@/lib/days/days";
import { aDay, aRealPeriod, window } from "@/lib/testing/days";
import { type ProviderFacts, visiblePeriods } from "@/lib/visibility/visibility";
import { previewOf, turnsUntil } from "./preview";

const offering = {
  offeringId: "o",
  slug: "o",
  title: {},
  original: "en",
  eqf: 5,
  fields: ["06"],
  setting: null,
  nuts: "BE2",
  effectiveFrom: "2020-01-01",
};
const scope = { eqfLevels: null, fields: null, settings: null, offeringId: null };
const facts: fc.Arbitrary<ProviderFacts> = fc.record({
  registrations: fc.array(fc.record({ status: fc.constantFrom("registered", "suspended"), valid: aRealPeriod }), { maxLength: 3 }),
  accreditations: fc.array(
    aRealPeriod.map((valid) => ({ ...scope, key: "a", jurisdictions: null, effect: "full" as const, effectOn: null, valid })),
    { maxLength: 2 },
  ),
  restrictions: fc.array(
    aRealPeriod.map((valid) => ({ ...scope, key: "r", effect: "hidden" as const, effectOn: null, valid })),
    { maxLength: 2 },
  ),
});
const today = window[3] as Day;

it("tells of a day exactly what leaves and what comes, as the catalogue will have it", () => {
  fc.assert(
    fc.property(facts, aDay, (known, on) => {
      const seen = (day: Day) => visiblePeriods(offering, known).some((period) => contains(period, day));
      const [one] = previewOf([offering], known, today, on);
      if (seen(today) === seen(on)) expect(one).toBeUndefined();
      else expect([one?.was !== "hidden", one?.now !== "hidden"]).toEqual([seen(today), seen(on)]);
      if (one && !seen(on)) expect(["suspended", "not-registered", "lapsed", "restricted", "not-yet"]).toContain(one.reason);
    }),
  );
});

it("lists what turns after today and up to that day, and nothing before or later", () => {
  const [from, until] = ["2026-12-01", "2027-02-01"];
  const known = {
    registrations: [
      { status: "registered", valid: { from: "2020-01-01", until: null } },
      { status: "suspended", valid: { from, until } },
    ],
    accreditations: [
      {
        ...scope,
        key: "a",
        title: { en: "Label" },
        jurisdictions: null,
        effect: "teach-out" as const,
        effectOn: "2026-12-15",
        valid: { from: "2020-01-01", until: "2026-12-20" },
      },
    ],
    restrictions: [
      { ...scope, key: "r", effect: "no-new-starts" as const, effectOn: "2026-12-10", valid: { from: "2026-11-01", until: null } },
    ],
  };
  expect(turnsUntil(known, "2026-11-25", "2026-12-31").map(({ of, how, on }) => [of, how, on])).toEqual([
    ["registration", "begins", from],
    ["restriction", "effect", "2026-12-10"],
    ["accreditation", "effect", "2026-12-16"],
    ["accreditation", "ends", "2026-12-19"],
  ]);
});
