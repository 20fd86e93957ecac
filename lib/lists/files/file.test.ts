import { expect, test } from "vitest";
import { type FileLine, fileColumns, toCsv } from "./file";

test("what somebody noted stands in one cell, and runs in no spreadsheet", () => {
  const line: FileLine = {
    title: "Soil, care",
    provider: "Garden College",
    level: 5,
    ects: 3,
    hours: null,
    state: "enrol-now",
    start: "2027-02-01",
    price: { amount: 90, currency: "EUR" },
    note: '=HYPERLINK("https://elsewhere.example")',
    address: "https://cairn.example/en/offerings/soil",
  };
  expect(toCsv(fileColumns, ["Title"], [line])).toBe(
    `\ufeffTitle\n"Soil, care",Garden College,5,3,,enrol-now,2027-02-01,90 EUR,"'=HYPERLINK(""https://elsewhere.example"")",https://cairn.example/en/offerings/soil\n`,
  );
});
