import fc from "fast-check";
import { expect, test } from "vitest";
import { chosenQuery, readChosen } from "./chosen";

test("slugs and pasted addresses are read, each once and in their order", () => {
  expect(
    readChosen([
      "soil-care",
      "https://cairn.example/de/offerings/pruning?version=2",
      "soil-care",
      " /en/offerings/grafting#sessions ",
      "No!",
      "",
    ]),
  ).toEqual(["soil-care", "pruning", "grafting"]);
  expect(readChosen(undefined)).toEqual([]);
  expect(readChosen("one")).toEqual(["one"]);
});

test("what is written into an address is read out of it again", () => {
  const slug = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/);
  fc.assert(
    fc.property(fc.uniqueArray(slug, { maxLength: 50 }), (slugs) => {
      expect(readChosen(new URLSearchParams(chosenQuery(slugs)).getAll("o"))).toEqual(slugs);
    }),
  );
});

test("whatever somebody types, no more is read than slugs", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (given) => {
      for (const slug of readChosen(given)) expect(slug).toMatch(/^[a-z0-9-]{1,200}$/);
    }),
  );
});
