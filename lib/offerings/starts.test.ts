import { describe, expect, it } from "vitest";
import type { AccreditationFact } from "@/lib/visibility/visibility";
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
    expect(startProblem("2027-03-31", [held], scope)).toBeNull();
    expect(startProblem(null, [], scope)).toBeNull();
  });

  it("may not after the accreditation ends, unless another follows", () => {
    expect(startProblem("2027-04-01", [held], scope)).toBe("not-covered");
    expect(startProblem("2027-04-01", [held, { ...held, key: "b", valid: { from: "2027-04-01", until: null } }], scope)).toBeNull();
  });

  it("may not from the day on which nothing new may start", () => {
    const closing: AccreditationFact = { ...held, effect: "no-new-starts", effectOn: "2027-03-01" };
    expect(startProblem("2027-02-28", [closing], scope)).toBeNull();
    expect(startProblem("2027-03-01", [closing], scope)).toBe("no-new-starts");
    expect(startProblem("2027-02-28", [{ ...held, effect: "teach-out", effectOn: "2027-03-31" }], scope)).toBe("no-new-starts");
  });
});
