import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAmount, parseCurrency, parseDecimal, parsePrice } from "./numbers";

test.each([
  ["3,5", 3.5],
  ["3.5", 3.5],
  ["1.250,00", 1250],
  ["1,250.00", 1250],
  ["1 250,50", 1250.5],
  ["1'250", 1250],
  ["1’250.75", 1250.75],
  ["1 000 000", 1_000_000],
  ["1.000.000", 1_000_000],
  ["0,5", 0.5],
  ["13900.0", 13900],
])("%s is %d", (written, number) => {
  expect(parseDecimal(written)).toBe(number);
});

test("one mark before three digits is a thousands mark only where such amounts occur", () => {
  expect(parseDecimal("1.250")).toBe(1.25);
  expect(parseDecimal("1.250", true)).toBe(1250);
  expect(parseDecimal("0.125", true)).toBe(0.125);
});

test.each(["", "drie", "1,2,3.4.5", "12,1,2", "1..2", "-", "3 of 4"])("%s is no number", (written) => {
  expect(parseDecimal(written)).toBeUndefined();
});

test.each([
  ["3 studiepunten", 3],
  ["75 h", 75],
  ["2,5 ECTS", 2.5],
  ["ECTS: 4", 4],
  ["120 Stunden", 120],
  ["30 uur", 30],
])("%s begins with %d", (written, number) => {
  expect(parseAmount(written)).toBe(number);
});

test.each([
  ["€ 240", 240, "EUR"],
  ["240 EUR", 240, "EUR"],
  ["240,-", 240, undefined],
  ["€ 1.250,00", 1250, "EUR"],
  ["1 250,50 euros", 1250.5, "EUR"],
  ["CHF 1'250", 1250, "CHF"],
  ["$99.95", 99.95, "USD"],
  ["150.00", 150, undefined],
  ["gratis", 0, undefined],
  ["Gratuit", 0, undefined],
  ["kostenlos", 0, undefined],
  ["free", 0, undefined],
  ["0", 0, undefined],
])("%s costs %d %s", (written, amount, currency) => {
  expect(parsePrice(written)).toEqual({ amount, currency });
});

test.each(["op aanvraag", "n.v.t.", "240 XQZ", "240 à 300", "vanaf 100"])("%s is no price", (written) => {
  expect(parsePrice(written)).toBeUndefined();
});

test("a currency is its letters or its sign", () => {
  expect([parseCurrency("euro"), parseCurrency("€"), parseCurrency("usd"), parseCurrency("abc")]).toEqual(["EUR", "EUR", "USD", undefined]);
});

test("an amount is read back from the ways in which the four languages write it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
      const amount = cents / 100;
      for (const locale of ["nl-BE", "fr-BE", "de-DE", "de-CH", "en-IE"]) {
        const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(amount);
        expect(parseDecimal(written)).toBe(amount);
        expect(parsePrice(`${written} EUR`)).toEqual({ amount, currency: "EUR" });
      }
    }),
  );
});

test("nothing makes it throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const found = [parseDecimal(text), parseAmount(text, true), parsePrice(text)?.amount];
      for (const number of found) expect(number === undefined || Number.isFinite(number)).toBe(true);
    }),
  );
});
