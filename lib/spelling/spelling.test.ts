import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KnownWord, meantBy, slipsBetween } from "./spelling";

const known = (...words: (string | [string, number])[]): KnownWord[] =>
  words.map((one) => {
    const [word, offerings] = typeof one === "string" ? [one, 1] : one;
    return { word, folded: word.normalize("NFD").replace(/\p{M}/gu, ""), offerings };
  });

describe("slips between two words", () => {
  it("are what people make: a letter more, less, another, two turned round", () => {
    expect(slipsBetween("python", "pyton")).toBe(1);
    expect(slipsBetween("kryptogarfie", "kryptographie")).toBe(3);
    expect(slipsBetween("izolatie", "isolatie")).toBe(1);
    expect(slipsBetween("form", "from")).toBe(1);
    expect(slipsBetween("", "abc")).toBe(3);
  });

  it("are the same both ways, none between the same, and never more than the longer word has letters", () => {
    const word = fc.stringMatching(/^[a-e]{0,9}$/);
    fc.assert(
      fc.property(word, word, (one, other) => {
        const slips = slipsBetween(one, other);
        expect(slips).toBe(slipsBetween(other, one));
        expect(slips === 0).toBe(one === other);
        expect(slips).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(slips).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
      }),
    );
  });

  it("are one after one slip", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,9}$/), fc.nat(), (word, place) => {
        const at = place % (word.length - 1);
        const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
        expect(slipsBetween(word, swapped)).toBeLessThanOrEqual(1);
        expect(slipsBetween(word, word.slice(0, at) + word.slice(at + 1))).toBe(1);
      }),
    );
  });
});

describe("the word that was meant", () => {
  it("is the nearest, with its accents", () => {
    expect(meantBy("electrisite", known("électricité", "elektriciteit"))).toEqual({ word: "électricité", sure: true });
  });

  it("is offered and not taken where another is as near, where the first letter differs, or where it is short", () => {
    expect(meantBy("masken", known("maskes", "masker"))).toMatchObject({ sure: false });
    expect(meantBy("masken", known("maskes", ["masker", 9]))).toEqual({ word: "masker", sure: true });
    expect(meantBy("verpleging", known("ferpleging"))).toEqual({ word: "ferpleging", sure: false });
    expect(meantBy("last", known("last", "lost"))).toEqual({ word: "lost", sure: false });
  });

  it("is none where nothing is near", () => {
    expect(meantBy("quetzal", known("queteletzaal", "metaal"))).toBeUndefined();
    expect(meantBy("scrum", [])).toBeUndefined();
  });
});
