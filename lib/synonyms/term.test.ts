import fc from "fast-check";
import { expect, test } from "vitest";
import { folded, nameInOneWord, toTable } from "./synonym";
import { toTerms, withTerm } from "./term";

const both = ({ words }: { words: string[] }) => ({ words, means: [] });
const groups = [
  { words: ["bijen houden", "beekeeping course"] },
  { words: ["imker", "bijen houden", "beekeeping"] },
  { words: ["machine learning", "apprentissage automatique"] },
  { words: ["entrepreneurship", "own business"] },
  { words: ["e-learning", "learning online"] },
];
const terms = toTerms(groups.map(both));

test("a term of several words is asked by one that means the same, wherever it stands in the question", () => {
  expect(withTerm("bijen houden", terms)).toBe("imker");
  expect(withTerm("Bijen  Houden in Gent", terms)).toBe("imker Gent");
  expect(withTerm("i want to start my own business", terms)).toBe("entrepreneurship start");
  expect(withTerm("houden bijen", terms)).toBeUndefined();
  expect(withTerm("imker", terms)).toBeUndefined();
  expect(withTerm('"bijen houden"', terms)).toBeUndefined();
});

test("a term without a name of one word is asked by one of our own, which finds all of its names", () => {
  expect(withTerm("apprentissage automatique", terms)).toBe("machinelearning");
  const table = toTable(groups.map((group) => ({ language: "mul", means: [], ...group })));
  expect(table.get("machinelearning")).toEqual(["machine learning", "apprentissage automatique"]);
  expect(table.get("imker")).toEqual(["bijen houden", "beekeeping"]);
});

test("a wish is asked for by what it means where nothing else is said, and is no term beside words that say more", () => {
  const wishes = toTerms([
    { words: ["with people", "met mensen"], means: ["social work"] },
    { words: ["with animals"], means: ["vet"] },
    both({ words: ["with animals", "zoo"] }),
  ]);
  expect(withTerm("ik wil iets leren met mensen", wishes)).toBe("withpeople");
  expect(withTerm("omgaan met mensen met dementie", wishes)).toBeUndefined();
  // Of two groups that have a term, the one whose words are for one another.
  expect(withTerm("dance with animals", wishes)).toBe("zoo dance");
});

const word = fc.stringMatching(/^[a-zéü]{3,8}$/);
const term = fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => words.join(" "));

test("a question that is a term is one word, by which the group is found", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.oneof(word, term), { minLength: 1, maxLength: 5 }), term, (others, own) => {
      const words = [...others, own];
      const name = withTerm(own, toTerms([both({ words })]));
      expect(name).toBe(nameInOneWord(words));
      expect(name).not.toContain(" ");
      const found = [name, ...(toTable([{ language: "mul", words, means: [] }]).get(folded(name ?? "")) ?? [])].map((one) =>
        folded(one ?? ""),
      );
      for (const one of words) expect(found).toContain(folded(one));
    }),
  );
});
