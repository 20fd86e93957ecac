import fc from "fast-check";
import { expect, it } from "vitest";
import { beginning, beginningOfPlace, placesBegun } from "./suggestion";

it("a name is begun by its words in any order, of which only the last may be a part", () => {
  expect(beginning("nurs")("Nursing and midwifery")).toBe(true);
  expect(beginning("midwifery nur")("Nursing and midwifery")).toBe(true);
  expect(beginning("nurs midwifery")("Nursing and midwifery")).toBe(false);
  expect(beginning("électr")("Electricité et énergie")).toBe(true);
  expect(beginning("and wif")("Nursing and midwifery")).toBe(false);
  expect(beginning("")("Nursing")).toBe(false);
});

it("every beginning of a name begins it", () => {
  const word = fc.stringMatching(/^[a-zé]{1,8}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(), (words, cut) => {
      const name = words.join(" ");
      const begun = name.slice(0, (cut % name.length) + 1).trim();
      expect(beginning(begun)(name)).toBe(true);
      expect(beginningOfPlace(begun)(name)).toBe(true);
    }),
  );
});

it("the end of a question may begin a place, without what ties it to the words before", () => {
  expect(placesBegun("lassen in Gen")).toEqual([
    { words: "", place: "lassen in Gen" },
    { words: "lassen", place: "in Gen" },
    { words: "lassen", place: "Gen" },
  ]);
  expect(placesBegun("soins à Nam").at(-1)).toEqual({ words: "soins", place: "Nam" });
  expect(placesBegun("ge")).toEqual([]);
  expect(beginningOfPlace("la lou")("La Louvière")).toBe(true);
  expect(beginningOfPlace("lou")("La Louvière")).toBe(false);
});
