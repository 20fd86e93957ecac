import fc from "fast-check";
import { expect, test } from "vitest";
import { folded, nameInOneWord, toTable } from "./synonym";
import { withTerm } from "./term";

const groups = [
  { words: ["imker", "bijen houden", "beekeeping"] },
  { words: ["machine learning", "apprentissage automatique"] },
  { words: ["entrepreneurship", "own business"] },
  { words: ["e-learning", "learning online"] },
];

test("a term of several words is asked by one that means the same, wherever it stands in the question", () => {
  expect(withTerm("bijen houden", groups)).toBe("imker");
  expect(withTerm("Bijen  Houden in Gent", groups)).toBe("imker Gent");
  expect(withTerm("i want to start my own business", groups)).toBe("entrepreneurship start");
  expect(withTerm("houden bijen", groups)).toBeUndefined();
  expect(withTerm("imker", groups)).toBeUndefined();
  expect(withTerm('"bijen houden"', groups)).toBeUndefined();
});

test("a term without a name of one word is asked by one of our own, which finds all of its names", () => {
  expect(withTerm("apprentissage automatique", groups)).toBe("machinelearning");
  const table = toTable(groups.map((group) => ({ language: "mul", means: [], ...group })));
  expect(table.get("machinelearning")).toEqual(["machine learning", "apprentissage automatique"]);
  expect(table.get("imker")).toEqual(["bijen houden", "beekeeping"]);
});

const word = fc.stringMatching(/^[a-zéü]{3,8}$/);
const term = fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => words.join(" "));

test("a question that is a term is one word, by which the group is found", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.oneof(word, term), { minLength: 1, maxLength: 5 }), term, (others, own) => {
      const words = [...others, own];
      const name = withTerm(own, [{ words }]);
      expect(name).toBe(nameInOneWord(words));
      expect(name).not.toContain(" ");
      const found = [name, ...(toTable([{ language: "mul", words, means: [] }]).get(folded(name ?? "")) ?? [])].map((one) =>
        folded(one ?? ""),
      );
      for (const one of words) expect(found).toContain(folded(one));
    }),
  );
});
