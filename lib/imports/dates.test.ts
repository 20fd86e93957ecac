import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDay } from "./dates";

test.each([
  ["2027-01-14", "2027-01-14"],
  ["2027/1/14", "2027-01-14"],
  ["2027-01-14T18:30", "2027-01-14"],
  ["2027-01-13T23:30:00Z", "2027-01-14"],
  ["20270114", "2027-01-14"],
  ["14/01/2027", "2027-01-14"],
  ["14.1.2027", "2027-01-14"],
  ["14-01-27", "2027-01-14"],
  ["14/01/2027 18:30", "2027-01-14"],
  ["02/03/2027", "2027-03-02"],
  ["1/14/2027", "2027-01-14"],
  ["14 januari 2027", "2027-01-14"],
  ["donderdag 14 januari 2027", "2027-01-14"],
  ["do. 14 jan. 2027", "2027-01-14"],
  ["1er mars 2027", "2027-03-01"],
  ["le 2 août 2027", "2027-08-02"],
  ["14. März 2027", "2027-03-14"],
  ["14. Mär. 2027", "2027-03-14"],
  ["14. Jänner 2027", "2027-01-14"],
  ["14 Jan 2027", "2027-01-14"],
  ["January 14th, 2027", "2027-01-14"],
  ["14 mei 2027", "2027-05-14"],
  ["14 décembre 2027", "2027-12-14"],
  ["46401", "2027-01-14"],
  ["46401.75", "2027-01-14"],
  ["1799881200000", "2027-01-14"],
])("%s is %s", (written, day) => {
  expect(parseDay(written)).toBe(day);
});

test.each(["", "12,1,2", "31/02/2027", "najaar 2027", "2027", "januari 2027", "14/13/2027", "n.v.t.", "2027-02-30", "9"])(
  "%s is no day",
  (written) => {
    expect(parseDay(written)).toBeUndefined();
  },
);

const monthNames = {
  nl: "januari februari maart april mei juni juli augustus september oktober november december",
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
  en: "January February March April May June July August September October November December",
};

test("every day is read back from every way of writing it", () => {
  const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom("nl", "fr", "de", "en"), (moment, language) => {
      const day = moment.toISOString().slice(0, 10);
      const [year = "", month = "", date = ""] = day.split("-");
      const name = monthNames[language].split(" ")[Number(month) - 1];
      const ways = [
        `${date}/${month}/${year}`,
        `${Number(date)}.${Number(month)}.${year}`,
        `${date}-${month}-${year.slice(2)}`,
        `${Number(date)} ${name} ${year}`,
        `${Number(date)}. ${name} ${year}`,
        `${day}T09:00`,
      ];
      for (const way of ways) expect(parseDay(way)).toBe(day);
    }),
  );
});

test("nothing that people write makes it throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(parseDay(text) ?? "2000-01-01").toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }),
  );
});
