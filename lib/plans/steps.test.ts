import fc from "fast-check";
import { expect, test } from "vitest";
import type { SessionRecord } from "@/lib/catalogue/session-record";
import { firstSession } from "@/lib/guidance/lists/list";
import type { KeptOffering } from "@/lib/lists/kept";
import { type ClientBounds, planOfList } from "./steps";

const day = "2026-11-26";
const rules = { currency: "EUR", hoursPerEcts: { from: 25, to: 30 } };
const bounds: ClientBounds = { hoursPerWeek: null, budget: null, learnerGroup: "everyone", startsFrom: null };

const price = (learnerGroup: string, amount: number, currency = "EUR") => ({ sessionId: "s", learnerGroup, amount, currency });

function aSession(change: Partial<SessionRecord> = {}): SessionRecord {
  const none = {
    startsOn: "2027-01-04",
    endsOn: "2027-01-31",
    cancelledOn: null,
    seatsLeft: null,
    windows: [],
    prices: [price("everyone", 95)],
  };
  return { id: "s", places: [], ...none, ...change } as unknown as SessionRecord;
}

function anItem(sessions: SessionRecord[] = [aSession()], change: Partial<KeptOffering> = {}, sessionId: string | null = "s") {
  const offering = { id: "soil", hours: 24, ects: 1, eqf: 4, notice: null, sessions, ...change } as unknown as KeptOffering;
  return { offering, sessionId };
}

const planOf = (item: ReturnType<typeof anItem>, change: Partial<ClientBounds> = {}) =>
  planOfList([item], { ...bounds, ...change }, { day, rules, leadsTo: new Map() });

test("what one pays is one's own group's price, else everyone's, in the country's money", () => {
  const prices = [price("everyone", 95), price("jobseekers", 0)];
  expect(planOf(anItem([aSession({ prices })]), { learnerGroup: "jobseekers" }).cost).toBe(0);
  expect(planOf(anItem([aSession({ prices })]), { learnerGroup: "students" }).cost).toBe(95);
  const elsewhere = planOf(anItem([aSession({ prices: [price("everyone", 95, "CHF")] })]));
  expect(elsewhere.conflicts).toEqual([{ what: "noPrice", id: "soil" }]);
});

test("hours that are not stated are reckoned as the most that the credits come to", () => {
  expect(planOf(anItem([aSession()], { hours: null, ects: 2 })).minutes).toBe(60 * 60);
  expect(planOf(anItem([aSession()], { hours: null, ects: null })).conflicts).toEqual([{ what: "noHours", id: "soil" }]);
});

test("without a session it goes at the client's own pace, at the price of the next one", () => {
  const next = aSession({ id: "u", startsOn: "2026-12-07", prices: [price("everyone", 40)] });
  const plan = planOf(anItem([aSession(), next], {}, null), { startsFrom: "2027-03-01" });
  expect(plan).toMatchObject({ cost: 40, steps: [{ session: null, from: "2027-03-01" }] });
});

test("a session that is no more leaves the plan at its own pace", () => {
  expect(planOf(anItem([], {}, "s")).steps[0]?.session).toBeNull();
});

test("a plan begins with the soonest session that starts in time and has places", () => {
  const starts = fc.array(fc.record({ day: fc.integer({ min: 1, max: 28 }), full: fc.boolean(), cancelled: fc.boolean() }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 28 }), (given, from) => {
      const on = (number: number) => `2027-02-${String(number).padStart(2, "0")}`;
      const sessions = given.map(({ day: start, full, cancelled }, place) =>
        aSession({
          id: String(place),
          startsOn: on(start),
          endsOn: on(start),
          seatsLeft: full ? 0 : null,
          cancelledOn: cancelled ? "2026-10-01" : null,
        }),
      );
      const fits = given.filter(({ day: start, full, cancelled }) => start >= from && !full && !cancelled).map(({ day: start }) => start);
      const first = firstSession({ notice: null, sessions }, on(from), day);
      expect(first?.startsOn).toBe(fits.length === 0 ? undefined : on(Math.min(...fits)));
      expect(firstSession({ notice: "withdrawn", sessions }, on(from), day)).toBeUndefined();
    }),
  );
});

test("one that can be enrolled in comes before one that starts sooner and is closed", () => {
  const closed = aSession({ id: "closed", startsOn: "2026-12-02", windows: [] });
  const open = aSession({
    id: "open",
    startsOn: "2027-02-10",
    windows: [{ id: 1, sessionId: "open", opensOn: "2026-11-01", closesOn: "2027-02-01" }],
  });
  expect(firstSession({ notice: null, sessions: [closed, open] }, day, day)?.id).toBe("open");
  expect(firstSession({ notice: null, sessions: [closed, open] }, "2027-03-01", day)).toBeUndefined();
});
