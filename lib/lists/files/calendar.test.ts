import fc from "fast-check";
import ICAL from "ical.js";
import { beforeEach, expect, test } from "vitest";
import { addDays } from "@/lib/days/days";
import { toCalendar } from "@/lib/interop/icalendar";
import type { KeptOffering } from "@/lib/lists/kept";
import { listKept } from "@/lib/lists/offerings/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering, withdraw } from "@/lib/testing/offerings";
import { aSessionRecord, type SessionChange } from "@/lib/testing/records";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { calendarOf } from "./calendar";

const words = { titled: (kind: string, title: string) => `${kind}: ${title}`, until: (day: string) => `until ${day}` };
const made = {
  day: "2026-11-26",
  locale: "en",
  words,
  addressOf: (slug: string) => `https://cairn.example/${slug}`,
  host: "cairn.example",
};
let provider: TestProvider;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider();
});

const entriesOf = async (slug: string) =>
  calendarOf(await listKept({ slugs: [slug] }), made).map(({ from, title, cancelled }) => [from, title, cancelled]);

test("each first day, and the first and last day to enrol, of what is to come", async () => {
  await anOffering(provider, {
    slug: "soil",
    sessions: [
      { startsOn: "2027-02-01", endsOn: "2027-04-01", enrolment: [{ opensOn: "2026-10-01", closesOn: "2027-01-15" }] },
      { startsOn: "2026-03-01", endsOn: "2026-04-01" },
      { startsOn: "2027-05-01", cancelledOn: "2026-11-01" },
    ],
  });
  expect((await entriesOf("soil")).sort()).toEqual([
    ["2027-01-15", "closes: Soil care for gardeners", false],
    ["2027-02-01", "starts: Soil care for gardeners", false],
    ["2027-05-01", "cancelled: Soil care for gardeners", true],
  ]);
});

test("what is out of the catalogue has no dates", async () => {
  await withdraw(await anOffering(provider, { slug: "gone", sessions: [{ startsOn: "2027-02-01" }] }));
  expect(await entriesOf("gone")).toEqual([]);
});

const anyDay = fc.integer({ min: -60, max: 400 }).map((days) => addDays(made.day, days));
const anySession = fc.record({
  startsOn: fc.option(anyDay),
  endsOn: fc.option(anyDay),
  cancelledOn: fc.option(anyDay),
  seatsLeft: fc.option(fc.integer({ min: 0, max: 30 })),
  windows: fc.array(fc.record({ opensOn: fc.option(anyDay), closesOn: fc.option(anyDay) }), { maxLength: 3 }),
});

const kept: KeptOffering = {
  ...{ id: "o", slug: "soil", title: { en: "Soil, care; more" }, original: "en", version: 1, eqf: 5, ects: 3, hours: null },
  ...{ modes: ["onsite"], languages: ["en"], notice: null, teachOut: false, sessions: [] },
  provider: { id: "p", slug: "garden", name: { en: "Garden College" }, town: null },
};

/** The days of a file by their names, as another program reads them. */
function fileOf(sessions: KeptOffering["sessions"], day = made.day) {
  const entries = calendarOf([{ ...kept, sessions }], { ...made, day });
  const calendar = new ICAL.Component(ICAL.parse(toCalendar("List", "en", entries)));
  const days = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  return { days, byName: new Map(days.map((one) => [one.uid, one])) };
}

test("whatever sessions there are, a calendar holds each day that is to come once, as a whole day", () => {
  fc.assert(
    fc.property(fc.array(anySession, { maxLength: 5 }), (given) => {
      const sessions = given.map((session) => aSessionRecord(session));
      const { days, byName } = fileOf(sessions);
      const wanted = sessions.flatMap(({ startsOn, windows, cancelledOn }) =>
        [startsOn, ...windows.flatMap(({ opensOn, closesOn }) => [opensOn, closesOn])]
          .filter((at) => at !== null && at >= made.day)
          .map((at) => `${at} ${addDays(at ?? "", 1)} ${cancelledOn === null ? "CONFIRMED" : "CANCELLED"}`),
      );
      const told = days.map(({ startDate, endDate, component }) => `${startDate} ${endDate} ${component.getFirstPropertyValue("status")}`);
      expect(told.sort()).toEqual(wanted.sort());
      expect(byName.size, "each has a name of its own").toBe(days.length);
      for (const { startDate, endDate } of days) expect([startDate.isDate, endDate.isDate]).toEqual([true, true]);
    }),
  );
});

test("a day keeps its name whatever changes of its session, which is written anew with its windows, and as days pass", () => {
  fc.assert(
    fc.property(anySession, fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 1000 }), (given, later, row) => {
      const before = aSessionRecord(given);
      const changed: SessionChange = { ...given, id: before.id, seatsLeft: 1, cancelledOn: made.day, updatedAt: new Date(1) };
      const after = aSessionRecord(changed);
      after.windows = after.windows.map((window, position) => ({ ...window, id: row - position })).reverse();
      const names = ({ days }: ReturnType<typeof fileOf>) => days.map(({ uid, startDate }) => `${uid} ${startDate}`).sort();
      expect(names(fileOf([after]))).toEqual(names(fileOf([before])));
      const day = addDays(made.day, later);
      expect(names(fileOf([after], day))).toEqual(names(fileOf([before])).filter((name) => (name.split(" ")[1] ?? "") >= day));
    }),
  );
});
