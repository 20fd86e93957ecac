import { describe, expect, it } from "vitest";
import type { OfferingRecord } from "@/lib/catalogue/document";
import { type Facts, holds } from "./facts";

const day = "2026-11-23";

function aSession(more: Record<string, unknown> = {}) {
  return {
    startsOn: "2027-01-11",
    endsOn: "2027-03-01",
    cancelledOn: null,
    seatsLeft: null,
    schedule: "evening",
    modes: ["onsite"],
    languages: [],
    places: [{ town: "Dinant" }],
    windows: [],
    prices: [{ learnerGroup: "everyone", amount: 120, currency: "EUR" }],
    ...more,
  };
}

/** Only what facts look at. */
function aRecord(sessions: object[], more: Record<string, unknown> = {}): OfferingRecord {
  const content = { ects: 3, modes: ["blended"], languages: ["fr"] };
  return { eqf: 5, provider: { slug: "school", names: [], town: "Namur" }, content, sessions, ...more } as unknown as OfferingRecord;
}

const says = (facts: Facts, ...sessions: object[]) => holds(facts, aRecord(sessions), day);

describe("facts", () => {
  it("of the offering hold whatever its sessions are", () => {
    expect(says({ eqf: [5, 6], ects: 3, provider: ["school"] })).toBe(true);
    expect(says({ eqf: [6] }, aSession())).toBe(false);
    expect(says({ ects: 4 }, aSession())).toBe(false);
    expect(says({ provider: ["other"] }, aSession())).toBe(false);
  });

  it("of sessions must meet in one that is not over", () => {
    const cheap = aSession({ schedule: "weekend", prices: [{ learnerGroup: "everyone", amount: 20, currency: "EUR" }] });
    expect(says({ schedule: ["evening"] }, aSession(), cheap)).toBe(true);
    expect(says({ schedule: ["evening"], priceMax: 50 }, aSession(), cheap)).toBe(false);
    expect(says({ schedule: ["evening"] }, aSession({ startsOn: "2026-01-11", endsOn: "2026-03-01" }))).toBe(false);
  });

  it("take free for any group as free", () => {
    const forSome = [
      { learnerGroup: "everyone", amount: 120, currency: "EUR" },
      { learnerGroup: "jobseekers", amount: 0, currency: "EUR" },
    ];
    expect(says({ free: true }, aSession({ prices: forSome }))).toBe(true);
    expect(says({ free: true }, aSession())).toBe(false);
  });

  it("measure how near a town is, or the provider's where a session states none", () => {
    expect(says({ near: { place: "Namur", km: 30 } }, aSession())).toBe(true);
    expect(says({ near: { place: "Namur", km: 5 } }, aSession())).toBe(false);
    expect(says({ near: { place: "Oostende", km: 30 } }, aSession())).toBe(false);
    expect(says({ near: { place: "Namur", km: 5 } }, aSession({ places: [] }))).toBe(true);
  });

  it("of an offering without a session know its modes only", () => {
    expect(says({ mode: ["blended"] })).toBe(true);
    expect(says({ mode: ["online"] })).toBe(false);
    expect(says({ mode: ["blended"], free: true })).toBe(false);
    expect(says({ near: { place: "Namur", km: 5 } })).toBe(false);
  });
});
