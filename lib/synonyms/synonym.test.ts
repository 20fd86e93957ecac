import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { shippedSynonyms, toWords } from "./input";
import { folded, inOtherWords, noSynonyms, problemsWithGroup, type SynonymGroup, toTable, toTsquery } from "./synonym";

const group = (words: string[], means: string[] = []): SynonymGroup => ({ language: "mul", words, means });
const codes = (...given: Parameters<typeof group>) => problemsWithGroup(group(...given)).map(({ code }) => code);

test("words are for one another, or only the one way", () => {
  const table = toTable([group(["Course", "training"]), group(["IT"], ["ICT", "Informatique"]), group(["ICT", "informatique"])]);
  expect(table.get("course")).toEqual(["training"]);
  expect(table.get("it")).toEqual(["ict", "informatique"]);
  expect(table.get("ict")).toEqual(["informatique"]);
  // Not chained: whoever asks by what is shared gets both groups, and neither leads into the other.
  const shared = toTable([group(["a1", "b1"]), group(["b1", "c1"])]);
  expect(shared.get("b1")).toEqual(["a1", "c1"]);
  expect(shared.get("a1")).toEqual(["b1"]);
});

test("what would do harm is refused: one letter, a small word as what is found, a sentence, too few", () => {
  expect(codes(["course", "training"])).toEqual([]);
  expect(codes(["c", "training"])).toEqual(["synonymTooShort"]);
  expect(codes(["IT", "ICT"])).toEqual(["synonymIsSmallWord"]);
  expect(codes(["IT"], ["ICT"])).toEqual([]);
  expect(codes(["ICT"], ["it"])).toEqual(["synonymIsSmallWord"]);
  expect(codes(["the", "of the"])).toContain("synonymIsSmallWord");
  expect(codes(["health and social care work", "care"])).toEqual(["synonymTooLong"]);
  expect(codes(["care"])).toEqual(["synonymsTooFew"]);
  expect(codes(["Café", "cafe"])).toEqual(["synonymsTooFew"]);
  expect(codes(["care", "CARE", "nursing"])).toEqual(["synonymTwice"]);
  expect(codes([], ["care", "nursing"])).toContain("synonymsTooFew");
  expect(codes(["!!", "care"])).toEqual(["synonymTooShort"]);
});

test("what Cairn brings along does no harm, and names each group once", () => {
  const shipped = shippedSynonyms.parse(JSON.parse(readFileSync("config/search-synonyms.json", "utf8")));
  for (const one of shipped) expect([one.words, problemsWithGroup(one)]).toEqual([one.words, []]);
  expect(new Set(shipped.map((one) => JSON.stringify(one))).size).toBe(shipped.length);
  expect(new Set(shipped.map(({ language }) => language))).toEqual(new Set(["mul", "en", "nl", "fr", "de"]));
});

test("a search without synonyms is its words; with them each may be another, phrases whole", () => {
  expect(toTsquery("Soil care!", noSynonyms)).toBe("Soil:* & care:*");
  const table = toTable([group(["first aid", "EHBO"]), group(["care", "nursing"])]);
  expect(toTsquery("first aid soil", table)).toBe("((first:* & aid:*) | (ehbo)) & soil:*");
  expect(toTsquery("ehbo care", table)).toBe("((ehbo:*) | (first <-> aid)) & ((care:*) | (nursing))");
  expect(toTsquery("", table)).toBe("");
});

test("a question is put in other words, one term at a time, and never loses what was written", () => {
  const table = toTable([group(["first aid", "EHBO"]), group(["care", "nursing", "soin"])]);
  expect(inOtherWords("EHBO ba", table, 4)).toEqual(["EHBO ba", '"first aid" ba']);
  expect(inOtherWords("First Aid, care", table, 4)).toEqual(["First Aid, care", '"ehbo" care', 'First Aid "nursing"', 'First Aid "soin"']);
  expect(inOtherWords("care", table, 1)).toEqual(["care", '"nursing"']);
  expect(inOtherWords("", table, 4)).toEqual([""]);
});

test("what tells nothing is not asked of the database, but in a term and where there is nothing else", () => {
  const table = toTable([group(["pompe à chaleur", "warmtepomp"]), group(["course", "training"])]);
  expect(toTsquery("a course of soil and care", table)).toBe("soil:* & care:*");
  expect(toTsquery("une formation de pompe à chaleur", table)).toBe("((pompe:* & à:* & chaleur:*) | (warmtepomp))");
  expect(toTsquery("a course", table)).toBe("a:* & ((course:*) | (training))");
  expect(toTsquery('"a course of soil"', noSynonyms)).toBe("a:* & course:* & of:* & soil:*");
});

const word = fc.stringMatching(/^[a-zéü]{2,6}$/);
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const groups = fc.array(
  fc.record({
    language: fc.constant("mul"),
    words: fc.array(phrase, { minLength: 1, maxLength: 4 }),
    means: fc.array(phrase, { maxLength: 3 }),
  }),
  {
    maxLength: 6,
  },
);

test("no word stands for itself, and both ways is both ways", () => {
  fc.assert(
    fc.property(groups, (all) => {
      const table = toTable(all);
      for (const [key, others] of table) {
        expect(others).not.toContain(key);
        expect(new Set(others).size).toBe(others.length);
      }
      for (const { words, means } of all)
        for (const one of words)
          for (const other of means.length > 0 ? means : words)
            if (folded(one) !== folded(other)) expect(table.get(folded(one))).toContain(folded(other));
    }),
  );
});

test("whatever is typed, the question to the database is one that it understands", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), groups, (typed, all) => {
      const query = toTsquery(typed, toTable(all));
      expect(query.replace(/[\p{L}\p{N}]+(:\*)?/gu, "w")).toMatch(/^$|^(w|[()&|]| |<->)+$/);
      expect([...query].filter((one) => one === "(").length).toBe([...query].filter((one) => one === ")").length);
    }),
  );
});

test("words come by commas, semicolons and lines", () => {
  expect(toWords(" first  aid, EHBO;\n\n secourisme\n")).toEqual(["first aid", "EHBO", "secourisme"]);
});
