import fc from "fast-check";
import { expect, it } from "vitest";
import { appliedFilters, parseSearchQuery, searchHref } from "@/lib/catalogue/query";
import { answerParams, choosable, optionsOf, questions, readAnswers, readStep, searchOf, toSearch } from "./guided";

const anyAnswers = fc.record(
  {
    about: fc.constantFrom("lassen", "care at home", ""),
    field: fc.subarray(["01", "07", "09", "0913", "xx"]),
    near: fc.constantFrom("Luik", "Gent", ""),
    ...Object.fromEntries(choosable.map((choice) => [choice, fc.constantFrom(...optionsOf(choice), "nonsense")])),
  },
  { requiredKeys: [] },
);

it("no answer is a search for everything", () => {
  expect(searchHref(toSearch(readAnswers({})))).toBe("?");
});

it("answers become the filters of a normal search", () => {
  const answers = readAnswers({ about: "lassen", known: "secondary", when: "evening", near: "Luik", cost: "some", paper: "credits" });
  expect(toSearch(answers)).toEqual(
    parseSearchQuery({ q: "lassen", eqf: ["4", "5", "6"], schedule: "evening", near: "Luik", priceMax: "300", ectsMin: "1" }),
  );
  expect(searchHref(toSearch(answers, "place"))).not.toContain("near");
});

it("an address holds the answers and nothing else, and gives them back", () => {
  fc.assert(
    fc.property(anyAnswers, (params) => {
      const answers = readAnswers(params);
      const written = new URLSearchParams(answerParams(answers));
      const read = readAnswers(Object.fromEntries([...new Set(written.keys())].map((name) => [name, written.getAll(name)])));
      expect(read).toEqual(answers);
    }),
  );
});

it("every filter of the search belongs to one question, and goes when that is skipped", () => {
  fc.assert(
    fc.property(anyAnswers, (params) => {
      const answers = readAnswers(params);
      const all = appliedFilters(toSearch(answers)).length;
      const each = questions.map((question) => appliedFilters(searchOf(question, answers)).length);
      expect(each.reduce((sum, count) => sum + count, 0)).toBe(all);
      for (const [at, question] of questions.entries())
        expect(appliedFilters(toSearch(answers, question)).length).toBe(all - (each[at] ?? 0));
    }),
  );
});

it("a step that is none is the first", () => {
  for (const odd of ["-1", "7", "1.5", "x", undefined]) expect(readStep(odd)).toBe(0);
  expect(readStep("6")).toBe(6);
});
