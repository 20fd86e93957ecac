import { expect, test } from "vitest";
import { recentOf } from "./recent";

const day = "2026-11-27";
const ended = (until: string) => ({ valid: { from: "2020-01-01", until } });

test("what holds or is to come is all there, and of what is over the last five, in the order in which they came", () => {
  const over = Array.from({ length: 8 }, (_, month) => ended(`2026-0${month + 1}-01`));
  const rest = [ended("2026-11-28"), { valid: { from: "2027-01-01", until: null } }];
  expect(recentOf([...over, ...rest], day)).toEqual({ shown: [...over.slice(3), ...rest], left: 3 });
  expect(recentOf(over.toReversed(), day).shown).toEqual(over.slice(3).toReversed());
  expect(recentOf([ended(day)], day)).toEqual({ shown: [ended(day)], left: 0 });
});
