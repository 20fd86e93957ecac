import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDay, aRealPeriod, window } from "@/lib/testing/days";
import { standingOn } from "@/lib/visibility/visibility";
import { type Asked, answerTo } from "./answer";
import type { RegisterFacts } from "./facts";

const open = { from: "2020-01-01", until: null };
const registration = { status: "registered", valid: open, authorityId: "council", decisionId: "d" };
type Accreditation = RegisterFacts["accreditations"][number];
const accreditation: Accreditation = {
  key: "a",
  eqfLevels: [4, 5],
  fields: ["06"],
  settings: null,
  jurisdictions: null,
  offeringId: null,
  effect: "full",
  effectOn: null,
  valid: open,
  title: {},
  type: "institutional-license",
  standard: "esg",
  standardLabel: {},
  accreditingBodyId: "agency",
  decisionUrl: null,
  reportUrl: null,
  decisionId: "d",
};
type Restriction = RegisterFacts["restrictions"][number];
const restriction: Restriction = {
  key: "r",
  eqfLevels: null,
  fields: ["0613"],
  settings: null,
  offeringId: null,
  effect: "hidden",
  effectOn: null,
  valid: { from: "2026-01-01", until: null },
  decisionId: "d",
};

const asked: Asked = { eqf: 5, field: "0613", validOn: "2026-05-03" };
const facts = (change: Partial<RegisterFacts> = {}): RegisterFacts => ({
  names: [],
  registrations: [registration],
  accreditations: [accreditation],
  restrictions: [],
  ...change,
});
const told = (question: Partial<Asked>, known: Partial<RegisterFacts> = {}) => {
  const { verdict, registered, reason } = answerTo({ ...asked, ...question }, facts(known));
  return { verdict, registered, ...reason };
};

describe("the answer", () => {
  it("is yes where the provider is registered and an accreditation covers all that was asked", () => {
    expect(told({})).toEqual({ verdict: "yes", registered: true });
    expect(told({ eqf: null, field: null })).toEqual({ verdict: "yes", registered: true });
  });

  it("says which part no accreditation covers, also where each is covered by another", () => {
    expect(told({ eqf: 6 })).toMatchObject({ verdict: "no", code: "out-of-scope", outside: ["eqf"] });
    expect(told({ field: "0713" })).toMatchObject({ verdict: "no", code: "out-of-scope", outside: ["field"] });
    const two = [accreditation, { ...accreditation, key: "b", eqfLevels: [7], fields: ["07"] }];
    expect(told({ eqf: 7 }, { accreditations: two })).toMatchObject({ code: "out-of-scope", outside: ["eqf", "field"] });
    // Accredited for a part of a broad field is not accredited for it.
    expect(told({ field: "06" }, { accreditations: [{ ...accreditation, fields: ["0613"] }] })).toMatchObject({ outside: ["field"] });
  });

  it("says why the provider is not registered, and since when", () => {
    const past = { ...registration, valid: { from: "2020-01-01", until: "2026-01-01" } };
    expect(told({}, { registrations: [past] })).toMatchObject({ registered: false, code: "registration-ended", since: "2026-01-01" });
    const suspended = { ...registration, status: "suspended", valid: { from: "2026-02-01", until: null } };
    expect(told({}, { registrations: [past, suspended] })).toMatchObject({ code: "suspended", since: "2026-02-01" });
    const withdrawn = { ...suspended, status: "withdrawn" };
    expect(told({}, { registrations: [past, withdrawn] })).toMatchObject({ code: "registration-withdrawn", since: "2026-02-01" });
    expect(told({ validOn: "2019-01-01" })).toMatchObject({ code: "registration-to-come", from: "2020-01-01" });
    expect(told({}, { registrations: [] })).toEqual({ verdict: "no", registered: false, code: "never-registered" });
  });

  it("never assumes an end: it lapses on the day that is stated, and what is open goes on", () => {
    const until = { ...accreditation, valid: { from: "2020-01-01", until: "2026-05-03" } };
    expect(told({ validOn: "2026-05-02" }, { accreditations: [until] }).verdict).toBe("yes");
    expect(told({ validOn: "2026-05-03" }, { accreditations: [until] })).toMatchObject({ code: "lapsed", since: "2026-05-03" });
    expect(told({ validOn: "2150-01-01" }).verdict).toBe("yes");
  });

  it("tells effects short of full apart", () => {
    const withEffect = (effect: Accreditation["effect"], effectOn: string | null) => ({
      accreditations: [{ ...accreditation, effect, effectOn }],
    });
    expect(told({}, withEffect("no-new-starts", "2026-01-01"))).toMatchObject({
      verdict: "limited",
      code: "no-new-starts",
      on: "2026-01-01",
    });
    expect(told({}, withEffect("teach-out", "2026-05-03"))).toMatchObject({ verdict: "limited", code: "teach-out", on: "2026-05-03" });
    expect(told({}, withEffect("teach-out", "2026-05-02"))).toMatchObject({ verdict: "no", code: "lapsed", since: "2026-05-03" });
    expect(told({}, withEffect("withdrawn", null))).toMatchObject({ verdict: "no", code: "withdrawn" });
    // Of several the last, in whatever order they come.
    const of = (key: string, from: string) => ({ ...accreditation, key, effect: "withdrawn" as const, valid: { from, until: null } });
    const two = [of("b", "2026-02-01"), of("a", "2026-01-01")];
    for (const accreditations of [two, two.toReversed()]) expect(told({}, { accreditations })).toMatchObject({ since: "2026-02-01" });
  });

  it("is no where a restriction hides all that was asked, and names one that bears on a part", () => {
    expect(told({}, { restrictions: [restriction] })).toMatchObject({ verdict: "no", code: "restricted", since: "2026-01-01" });
    const part = answerTo({ ...asked, field: "06" }, facts({ restrictions: [restriction] }));
    expect([part.verdict, part.basis.restrictions.map(({ bears }) => bears)]).toEqual(["yes", ["part"]]);
    expect(told({ field: "0611" }, { restrictions: [restriction] }).verdict).toBe("yes");
    expect(told({}, { restrictions: [{ ...restriction, effect: "warning" }] })).toMatchObject({ verdict: "limited", code: "warning" });
  });

  it("does not take the accreditation of single offerings for one of the provider", () => {
    const single = { ...accreditation, offeringId: "o" };
    expect(told({}, { accreditations: [single] })).toMatchObject({ verdict: "no", code: "single-offerings" });
  });
});

it("agrees with what the public may see of an offering of that level and field", () => {
  const levels = fc.constantFrom<number[] | null>(null, [4], [5], [4, 5]);
  const fields = fc.constantFrom<string[] | null>(null, ["06"], ["0613"], ["07"]);
  const known = fc.record({
    registrations: fc.array(
      fc
        .record({ valid: aRealPeriod, status: fc.constantFrom("registered", "registered", "suspended") })
        .map((one) => ({ ...registration, ...one })),
      { maxLength: 3 },
    ),
    accreditations: fc.array(
      fc
        .record({
          valid: aRealPeriod,
          eqfLevels: levels,
          fields,
          effect: fc.constantFrom("full" as const, "teach-out" as const, "withdrawn" as const),
          on: aDay,
        })
        .map(({ on, ...one }) => ({ ...accreditation, ...one, effectOn: one.effect === "teach-out" ? on : null })),
      { maxLength: 4 },
    ),
    restrictions: fc.array(
      fc
        .record({
          valid: aRealPeriod,
          eqfLevels: levels,
          fields,
          effect: fc.constantFrom("hidden" as const, "teach-out" as const, "warning" as const),
          on: aDay,
        })
        .map(({ on, ...one }) => ({ ...restriction, ...one, effectOn: one.effect === "teach-out" ? on : null })),
      { maxLength: 2 },
    ),
  });
  fc.assert(
    fc.property(known, fc.constantFrom(...window), fc.constantFrom(4, 5, 6), fc.constantFrom("0613", "0714"), (facts, day, eqf, field) => {
      const scope = { offeringId: "o", eqf, fields: [field], setting: null, nuts: null, effectiveFrom: "1900-01-01" };
      const standing = standingOn(day, scope, facts);
      const answer = answerTo({ eqf, field, validOn: day }, { names: [], ...facts });
      expect(answer.verdict !== "no").toBe(standing.visible);
      if (standing.visible) expect(answer.reason?.code ?? null).toBe(standing.warning);
    }),
    { numRuns: 2000 },
  );
});
