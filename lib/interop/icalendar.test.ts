import fc from "fast-check";
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

/** Reads a file as RFC 5545 says: folded lines are one, and marks are taken off values. */
function read(file: string): [name: string, value: string][] {
  const lines = file.replaceAll("\r\n ", "").split("\r\n");
  return lines.slice(0, -1).map((line) => {
    const [, name = "", value = ""] = /^([^:]*):(.*)$/su.exec(line) ?? [];
    return [name, value.replace(/\\(.)/g, (_, mark) => (mark === "n" ? "\n" : mark))];
  });
}

test("a day is one whole day, with its texts marked as the format asks", () => {
  const file = toCalendar("My list", "en", [entry]);
  expect(file).toContain("SUMMARY;LANGUAGE=en:Soil\\; care\\, \\\\ and more\r\n");
  expect(read(file)).toEqual(
    expect.arrayContaining([
      ["DTSTART;VALUE=DATE", "20270228"],
      ["DTEND;VALUE=DATE", "20270301"],
      ["DTSTAMP", "20261126T100000Z"],
      ["DESCRIPTION;LANGUAGE=en", "First line\nSecond line"],
      ["STATUS", "CONFIRMED"],
    ]),
  );
});

test("whatever a text holds, it is read as it was, in lines of at most 75 octets, and adds nothing to the calendar", () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format cannot hold them.
  const text = fc.string({ unit: "grapheme", maxLength: 200 }).map((given) => given.replace(/[\u0000-\u001f\u007f]/g, ""));
  fc.assert(
    fc.property(text, text, (title, place) => {
      const file = toCalendar(title, "de", [{ ...entry, title, place }]);
      for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const told = read(file);
      expect(told.find(([name]) => name.startsWith("SUMMARY"))?.[1]).toBe(title);
      expect(told.find(([name]) => name.startsWith("LOCATION"))?.[1] ?? "").toBe(place);
      expect(told.filter(([name]) => name === "BEGIN")).toHaveLength(2);
    }),
  );
});
