import { describe, expect, it } from "vitest";
import type { AccreditationFact, RestrictionFact } from "@/lib/visibility/visibility";
import { startProblem } from "./starts";

const scope = { offeringId: "o", eqf: 4, fields: ["0715"], setting: null, nuts: "BE213" };
const held: AccreditationFact = {
  key: "a",
  eqfLevels: [4],
  fields: ["07"],
  settings: null,
  jurisdictions: null,
  offeringId: null,
  effect: "full",
  effectOn: null,
  valid: { from: "2024-01-01", until: "2027-04-01" },
};

describe("whether a session may start on its day", () => {
  it("may while an accreditation covers it", () => {
    expect(startProblem("2027-03-31", { accreditations: [held], restrictions: [] }, scope)).toBeNull();
    expect(startProblem(null, { accreditations: [], restrictions: [] }, scope)).toBeNull();
  });

  it("may not after the accreditation ends, unless another follows", () => {
    expect(startProblem("2027-04-01", { accreditations: [held], restrictions: [] }, scope)).toBe("not-covered");
    expect(
      startProblem(
        "2027-04-01",
        { accreditations: [held, { ...held, key: "b", valid: { from: "2027-04-01", until: null } }], restrictions: [] },
        scope,
      ),
    ).toBeNull();
  });

  it("may not from the day on which nothing new may start", () => {
    const closing: AccreditationFact = { ...held, effect: "no-new-starts", effectOn: "2027-03-01" };
    expect(startProblem("2027-02-28", { accreditations: [closing], restrictions: [] }, scope)).toBeNull();
    expect(startProblem("2027-03-01", { accreditations: [closing], restrictions: [] }, scope)).toBe("no-new-starts");
    expect(
      startProblem("2027-02-28", { accreditations: [{ ...held, effect: "teach-out", effectOn: "2027-03-31" }], restrictions: [] }, scope),
    ).toBe("no-new-starts");
  });
});

describe("under a restriction", () => {
  const restriction: RestrictionFact = {
    key: "r",
    eqfLevels: null,
    fields: ["071"],
    settings: null,
    offeringId: null,
    effect: "no-new-starts",
    effectOn: "2026-12-01",
    valid: { from: "2026-11-01", until: "2027-02-01" },
  };
  const problem = (startsOn: string, change: Partial<RestrictionFact> = {}) =>
    startProblem(startsOn, { accreditations: [held], restrictions: [{ ...restriction, ...change }] }, scope);

  it("nothing new starts from its day on, until it ends", () => {
    expect(problem("2026-11-30")).toBeNull();
    expect(problem("2026-12-01")).toBe("no-new-starts");
    expect(problem("2027-02-01")).toBeNull();
  });

  it("a teach-out and what is hidden start nothing, a warning does, and it bears on its scope only", () => {
    expect(problem("2026-11-15", { effect: "teach-out", effectOn: "2027-01-01" })).toBe("no-new-starts");
    expect(problem("2026-11-15", { effect: "hidden", effectOn: null })).toBe("no-new-starts");
    expect(problem("2026-12-15", { effect: "warning", effectOn: null })).toBeNull();
    expect(problem("2026-12-15", { fields: ["06"] })).toBeNull();
  });
});
