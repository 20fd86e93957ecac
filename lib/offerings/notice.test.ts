import { describe, expect, it } from "vitest";
import type { AccreditationEntry, RegistrationEntry, RestrictionEntry } from "@/lib/accreditations/accreditation";
import { standingOn } from "@/lib/visibility/visibility";
import { noticeOn } from "./notice";

const contact = { email: null, homepage: null };
const said = { number: 1, decidedOn: "2022-08-20", reviewOn: null, statement: {}, documentUrl: null };
const decision = { ...said, kind: "register", authority: { en: "Council" }, contact };
const registered: RegistrationEntry = {
  status: "registered",
  valid: { from: "2022-09-01", until: null },
  authority: { en: "Council" },
  decision,
};
const suspended: RegistrationEntry = {
  ...registered,
  status: "suspended",
  valid: { from: "2026-10-19", until: null },
  decision: { ...decision, kind: "suspend", documentUrl: "https://council.example/12" },
};
const accreditation: AccreditationEntry = {
  id: 1,
  key: "esg",
  eqfLevels: [5],
  fields: ["09"],
  settings: null,
  jurisdictions: null,
  offeringId: null,
  effect: "full",
  effectOn: null,
  valid: { from: "2022-07-01", until: "2026-12-01" },
  title: {},
  type: "institutional-license",
  standard: "esg",
  standardLabel: {},
  openEnded: false,
  body: {},
  decision: null,
  decisionUrl: "https://agency.example/1",
  reportUrl: null,
};
const scope = { offeringId: "o", eqf: 5, fields: ["0913"], setting: null, nuts: "BE234" };
const facts = {
  status: "published" as const,
  superseded: false,
  withdrawnReason: null,
  effectiveFrom: "2024-01-01",
  scope,
  registrations: [registered],
  accreditations: [accreditation],
  restrictions: [] as RestrictionEntry[],
};

function notice(day: string, change: Partial<typeof facts> | { status: "withdrawn" } = {}) {
  const all = { ...facts, ...change };
  return noticeOn(day, standingOn(day, { ...all.scope, effectiveFrom: all.effectiveFrom }, all), all);
}

describe("the notice on an offering's page", () => {
  it("is none while the offering stands in the catalogue", () => {
    expect(notice("2026-11-30")).toBeNull();
  });

  it("says lapsed from the day after the last day, without anything having run", () => {
    expect(notice("2026-12-01")).toMatchObject({ kind: "lapsed", since: "2026-12-01", documentUrl: "https://agency.example/1" });
  });

  it("names the decision that suspended the provider", () => {
    expect(notice("2026-10-19", { registrations: [registered, suspended] })).toMatchObject({
      kind: "suspended",
      since: "2026-10-19",
      decision: { kind: "suspend" },
      documentUrl: "https://council.example/12",
    });
  });

  it("puts what the provider did before what the register says", () => {
    expect(notice("2026-12-01", { superseded: true })?.kind).toBe("superseded");
    expect(notice("2026-12-01", { status: "withdrawn" })?.kind).toBe("withdrawn");
  });

  it("tells out of scope, no registration and not yet apart", () => {
    expect(notice("2026-11-30", { scope: { ...scope, eqf: 6 } })?.kind).toBe("out-of-scope");
    expect(notice("2026-11-30", { registrations: [] })?.kind).toBe("not-registered");
    expect(notice("2026-11-30", { effectiveFrom: "2026-12-15" })).toMatchObject({ kind: "not-yet", since: "2026-12-15" });
  });
});
