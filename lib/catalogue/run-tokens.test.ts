import fc from "fast-check";
import { expect, it } from "vitest";
import { vocabulary } from "@/lib/vocabularies/vocabulary";
import { factsOf, tokenOf, tokensOf, withDay, withPrice } from "./run-tokens";

const mode = fc.constantFrom(...vocabulary("modes").map(({ code }) => code));
const lang = fc.stringMatching(/^[a-z]{2,3}$/);
const facts = fc.record({
  mode: fc.option(mode, { nil: undefined }),
  lang: fc.option(lang, { nil: undefined }),
  open: fc.boolean(),
  free: fc.boolean(),
});

it("different combinations have different numbers", () => {
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      expect(tokenOf(one) === tokenOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

it("a session has a combination's number exactly when the combination is true of it", () => {
  const session = fc.record({
    modes: fc.uniqueArray(mode, { maxLength: 3 }),
    languages: fc.uniqueArray(lang, { maxLength: 3 }),
    open: fc.boolean(),
    free: fc.boolean(),
  });
  fc.assert(
    fc.property(session, facts, ({ modes, languages, open, free }, asked) => {
      const isTrue =
        (asked.mode === undefined || modes.includes(asked.mode)) &&
        (asked.lang === undefined || languages.includes(asked.lang)) &&
        (!asked.open || open) &&
        (!asked.free || free);
      expect(tokensOf({ modes, languages, open, free }).includes(tokenOf(asked))).toBe(isTrue);
    }),
  );
});

it("a range of days or prices of one combination holds none of another, and every number stays exact", () => {
  const amount = fc.integer({ min: 0, max: 999_999_999 }).map((cents) => cents / 100);
  fc.assert(
    fc.property(facts, facts, fc.nat(99_999), amount, (one, other, day, price) => {
      const [a, b] = [tokenOf(one), tokenOf(other)];
      fc.pre(a !== b);
      const inRange = (value: number, from: number, to: number) => from <= value && value <= to;
      expect(inRange(withDay(b, day), withDay(a, 0), withDay(a, 4_000_000_000))).toBe(false);
      expect(inRange(withPrice(b, price), withPrice(a, 0), withPrice(a, 1e12))).toBe(false);
      expect(Number.isSafeInteger(withDay(a, day)) && Number.isSafeInteger(withPrice(a, price))).toBe(true);
    }),
  );
});

it("a number tells which combination it stands for", () => {
  fc.assert(
    fc.property(facts, (one) => {
      expect(factsOf(tokenOf(one))).toEqual(one);
    }),
  );
});
