import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { type CalendarEntry, toCalendar } from "./icalendar";

const entry: CalendarEntry = {
  uid: "one@cairn.example",
  stamp: new Date("2026-11-26T10:00:00.123Z"),
  from: "2027-02-28",
  to: "2027-02-28",
  title: "Soil; care, \\ and more",
  text: "First line\r\nSecond line",
  place: "Gent",
  url: "https://cairn.example/en/offerings/soil",
  cancelled: false,
};

/** The days of a file as another program reads them. */
const read = (file: string) => new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));

test("a day is one whole day, with its texts in their language, read by another program as they were", () => {
  const file = toCalendar("My list", "en", [entry]);
  const calendar = new ICAL.Component(ICAL.parse(file));
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  expect(calendar.getFirstPropertyValue("name")).toBe("My list");
  expect(calendar.getFirstProperty("method"), "which would make it an invitation").toBeNull();
  const [day] = read(file);
  expect(day?.startDate.isDate).toBe(true);
  expect([day?.startDate.toString(), day?.endDate.toString()]).toEqual(["2027-02-28", "2027-03-01"]);
  expect([day?.uid, day?.summary, day?.description, day?.location]).toEqual([
    "one@cairn.example",
    "Soil; care, \\ and more",
    "First line\nSecond line",
    "Gent",
  ]);
  const value = (name: string) => String(day?.component.getFirstPropertyValue(name));
  expect([value("dtstamp"), value("url"), value("status"), value("transp")]).toEqual([
    "2026-11-26T10:00:00Z",
    entry.url,
    "CONFIRMED",
    "TRANSPARENT",
  ]);
  expect(day?.component.getFirstProperty("summary")?.getParameter("language")).toBe("en");
});

test("what was cancelled says so", () => {
  const [day] = read(toCalendar("My list", "en", [{ ...entry, cancelled: true }]));
  expect(day?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
});

test("whatever a text holds, it is read as it was, in lines of at most 75 octets, and adds nothing to the calendar", () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format cannot hold them.
  const text = fc.string({ unit: "grapheme", maxLength: 200 }).map((given) => given.replace(/[\u0000-\u001f\u007f]/g, ""));
  const marked = fc.stringMatching(/^[;,:\\"nN\n ]{0,40}$/);
  const any = fc.oneof(text, marked);
  fc.assert(
    fc.property(any, any, any, (title, place, about) => {
      const file = toCalendar(title, "de", [{ ...entry, title, place, text: about }, entry]);
      for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const [told, ...others] = read(file);
      expect([told?.summary, told?.location ?? "", told?.description ?? ""]).toEqual([title, place, about]);
      expect(others).toHaveLength(1);
    }),
  );
});
