import { describe, expect, it } from "vitest";
import type { AccreditationFact } from "@/lib/visibility/visibility";
import { accreditationState, lastDayOf, providerStanding } from "./accreditation";

const esg: AccreditationFact = {
  key: "esg",
  eqfLevels: [5],
  fields: null,
  settings: null,
  jurisdictions: null,
  offeringId: null,
  effect: "full",
  effectOn: null,
  valid: { from: "2022-07-01", until: "2026-12-01" },
};
const registered = { status: "registered", valid: { from: "2022-09-01", until: null } };

describe("an accreditation on a day", () => {
  it("is over from the first moment of the day after its last day", () => {
    expect(accreditationState(esg, "2026-11-30")).toBe("in-force");
    expect(accreditationState(esg, "2026-12-01")).toBe("ended");
    expect(accreditationState(esg, "2022-06-30")).toBe("to-come");
  });

  it("says its effect", () => {
    expect(accreditationState({ ...esg, effect: "no-new-starts", effectOn: "2026-01-01" }, "2026-02-01")).toBe("no-new-starts");
    const teachOut: AccreditationFact = { ...esg, effect: "teach-out", effectOn: "2026-06-30" };
    expect(accreditationState(teachOut, "2026-06-30")).toBe("teach-out");
    expect(accreditationState(teachOut, "2026-07-01")).toBe("ended");
    expect(lastDayOf(teachOut)).toBe("2026-06-30");
    expect(accreditationState({ ...esg, effect: "withdrawn" }, "2026-02-01")).toBe("withdrawn");
  });
});

describe("the standing of a provider", () => {
  it("is one word, with its day", () => {
    expect(providerStanding([registered], [esg], "2026-11-30")).toEqual({ state: "accredited", until: "2026-11-30" });
    expect(providerStanding([registered], [esg], "2026-12-01")).toEqual({ state: "not-accredited", since: "2026-12-01" });
    expect(providerStanding([{ ...registered, valid: { from: "2022-09-01", until: "2026-01-01" } }], [esg], "2026-02-01")).toEqual({
      state: "not-registered",
      since: "2026-01-01",
    });
    const suspended = { status: "suspended", valid: { from: "2026-10-19", until: null } };
    expect(providerStanding([registered, suspended], [esg], "2026-11-01")).toEqual({ state: "suspended", since: "2026-10-19" });
  });

  it("is open where the decision says open-ended, and limited where nothing new may start", () => {
    const open = { ...esg, valid: { from: "2022-07-01", until: null } };
    expect(providerStanding([registered], [open], "2026-11-30")).toEqual({ state: "accredited", until: null });
    expect(providerStanding([registered], [{ ...open, effect: "no-new-starts", effectOn: "2026-01-01" }], "2026-11-30").state).toBe(
      "limited",
    );
  });
});
