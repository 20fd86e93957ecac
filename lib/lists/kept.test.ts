import { expect, test } from "vitest";
import type { SessionRecord } from "@/lib/catalogue/session-record";
import { aSessionRecord, type SessionChange } from "@/lib/testing/records";
import { changesSince, type KeptOffering, keptState } from "./kept";

const day = "2026-11-26";

function aSession({ price = 90, ...change }: SessionChange & { price?: number | null } = {}): SessionRecord {
  return aSessionRecord({
    startsOn: "2027-02-01",
    endsOn: "2027-03-01",
    windows: [{ opensOn: "2026-11-01", closesOn: "2027-01-15" }],
    prices: price === null ? {} : { everyone: price },
    ...change,
  });
}

function anOffering(change: Partial<KeptOffering> = {}): KeptOffering {
  return {
    id: "o",
    slug: "soil",
    title: { en: "Soil care" },
    original: "en",
    provider: { id: "p", slug: "garden", name: { en: "Garden College" }, town: "Gent" },
    version: 1,
    eqf: 5,
    ects: 3,
    hours: null,
    modes: [],
    languages: [],
    notice: null,
    teachOut: false,
    sessions: [aSession({ id: "a" })],
    ...change,
  };
}

/** What is told where an offering that was kept today is another on a later day. */
function told(change: Partial<KeptOffering>, { was = {}, on = day }: { was?: Partial<KeptOffering>; on?: string } = {}) {
  return changesSince(keptState(anOffering(was), day), anOffering(change), on);
}

test("nothing is told where nothing changed, nor that time has passed", () => {
  expect(told({})).toEqual([]);
  for (const on of ["2027-02-10", "2027-06-01"]) expect(told({}, { on })).toEqual([]);
});

test.each([
  ["a session is full", { seatsLeft: 0 }, { what: "full", startsOn: "2027-02-01" }],
  ["a session is cancelled", { cancelledOn: "2026-12-01" }, { what: "cancelled", startsOn: "2027-02-01" }],
  ["a session is moved", { startsOn: "2027-02-08" }, { what: "moved", startsOn: "2027-02-08", from: "2027-02-01" }],
  ["a price is another", { price: 75 }, { what: "price", startsOn: "2027-02-01", from: 90, to: 75, currency: "EUR" }],
  ["a price is no longer stated", { price: null }, { what: "price", startsOn: "2027-02-01", from: 90, to: null, currency: "EUR" }],
])("it is told that %s", (_, change, expected) => {
  expect(told({ sessions: [aSession({ id: "a", ...change })] })).toEqual([expected]);
});

test("places that come again are told, and sessions that come and go", () => {
  const was = { sessions: [aSession({ id: "a", seatsLeft: 0 }), aSession({ id: "b" })] };
  const is = { sessions: [aSession({ id: "a", seatsLeft: 2 }), aSession({ id: "c", startsOn: "2027-05-01" })] };
  expect(told(is, { was })).toEqual([
    { what: "places", startsOn: "2027-02-01" },
    { what: "dropped", startsOn: "2027-02-01" },
    { what: "added", startsOn: "2027-05-01" },
  ]);
});

test("enrolment that opens or closes by its day is told", () => {
  const later = { sessions: [aSession({ id: "a", windows: [{ opensOn: "2026-12-10", closesOn: "2026-12-20" }] })] };
  expect(told(later, { was: later, on: "2026-12-12" })).toEqual([{ what: "opened", startsOn: "2027-02-01" }]);
  expect(told({}, { on: "2027-01-20" })).toEqual([{ what: "closed", startsOn: "2027-02-01" }]);
});

test("what leaves the catalogue says why and nothing of its dates; what comes back says so", () => {
  expect(told({ notice: "suspended", sessions: [] })).toEqual([{ what: "gone", notice: "suspended" }]);
  expect(told({ notice: "suspended" }, { was: { notice: "suspended" } })).toEqual([]);
  expect(told({}, { was: { notice: "suspended" } })).toEqual([{ what: "back" }]);
});

test("a new version is told with its number", () => {
  expect(told({ version: 3 })).toEqual([{ what: "version", from: 1, to: 3 }]);
});
