import fc from "fast-check";
import { expect, test } from "vitest";
import { missingIn } from "@/lib/applications/application";
import { formOf } from "@/lib/applications/form-of";
import { type AskedForm, emptyForm, type Question, type QuestionKind, questionKinds } from "@/lib/criteria/form/form";
import { anApplication } from "@/lib/testing/applications";
import { answerTo, fieldOf, readAnswer, readAnswers } from "./answers";

const asked = (kind: QuestionKind, change: Partial<Question> = {}): Question => ({
  code: kind,
  title: { en: kind },
  guidance: {},
  kind,
  required: true,
  options: [
    { code: "a", title: {} },
    { code: "b", title: {} },
    { code: "c", title: {} },
  ],
  unit: {},
  criterion: null,
  ...change,
});
const read = (kind: QuestionKind, ...given: string[]) => {
  const found = readAnswer(asked(kind), given);
  return "problem" in found ? found.problem : found.value;
};

test("each kind of question takes what answers it", () => {
  expect(read("text", "  Two of us ")).toEqual(["Two of us"]);
  expect(read("long-text", "One\r\nTwo\r\n")).toEqual(["One\nTwo"]);
  expect(read("yes-no", "no")).toEqual(["no"]);
  expect(read("one-of", "b")).toEqual(["b"]);
  expect(read("several-of", "c", "a", "c")).toEqual(["a", "c"]);
  expect(read("day", "2026-06-30")).toEqual(["2026-06-30"]);
  for (const [given, number] of [
    ["12", "12"],
    ["007", "7"],
    ["3,50", "3.5"],
    ["0.25", "0.25"],
    ["-1,00", "-1"],
    ["-0", "0"],
  ] as const)
    expect(read("number", given), given).toEqual([number]);
  for (const kind of questionKinds) expect(read(kind, " ", ""), kind).toEqual([]);
});

test("what is no answer is named", () => {
  expect(read("text", "x".repeat(201))).toBe("applicationTextTooLong");
  expect(read("long-text", "x".repeat(4001))).toBe("messageTooLong");
  expect(read("yes-no", "maybe")).toBe("valueNotAccepted");
  expect(read("one-of", "d")).toBe("valueNotAccepted");
  expect(read("one-of", "a", "b")).toBe("valueNotAccepted");
  expect(read("several-of", "a", "d")).toBe("valueNotAccepted");
  for (const number of ["twelve", "1.234", "1 200", "1e3", "12,", "9".repeat(13)])
    expect(read("number", number), number).toBe("answerNumberNotUnderstood");
  for (const day of ["30/06/2026", "2026-02-30", "0001-01-01"]) expect(read("day", day), day).toBe("dayNotUnderstood");
});

test("a problem stands at its field; what was answered to questions that are gone stays", () => {
  const questions = [asked("number"), asked("text")];
  const sent = { "answer-number": ["many"], "answer-text": [" Two "], "answer-gone": ["new"] };
  expect(readAnswers({ questions }, sent, { gone: ["old"], text: ["One"], number: ["1"] })).toEqual({
    part: { gone: ["old"], text: ["Two"] },
    problems: [{ code: "answerNumberNotUnderstood", field: "answer-number" }],
  });
});

test("an answer is missing where there is none, and where what was saved answers another kind of question", () => {
  const missing = (form: Partial<AskedForm>, answers: Record<string, string[]>, documents: (string | null)[] = ["x"]) =>
    missingIn(
      anApplication({ answers, places: { seat: "Brussel", street: "", postalCode: "", further: [], authority: "leerpadenraad" } }),
      documents.map((document) => ({ document })),
      { ...emptyForm, ...form },
      "2026-11-25",
      () => ["leerpadenraad", "conseil-des-parcours"],
    ).map(({ code, about }) => [code, about?.en]);
  const questions = [
    asked("one-of", { code: "q" }),
    asked("text", { code: "constructor" }),
    asked("text", { code: "free", required: false }),
  ];
  expect(missing({ questions }, {})).toEqual([
    ["answerMissing", "one-of"],
    ["answerMissing", "text"],
  ]);
  expect(missing({ questions }, { q: ["Ask us"], constructor: ["Yes"] })).toEqual([["answerMissing", "one-of"]]);
  expect(missing({ questions }, { q: ["a"], constructor: ["Yes"] })).toEqual([]);
  const documents = [
    { code: "policy", title: { en: "Policy" }, guidance: {}, required: true },
    { code: "outline", title: { en: "Outline" }, guidance: {}, required: false },
  ];
  expect(missing({ documents }, {}, [null, "outline"])).toEqual([["documentMissing", "Policy"]]);
  expect(missing({ documents }, {}, ["policy"])).toEqual([]);
});

test("whatever is sent, what is read of it fills the form with what is read the same again", () => {
  const questions = questionKinds.map((kind) => asked(kind));
  const value = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.constantFrom("a", "b", "yes", "no", "2026-01-01", "  3,50 ", "one\r\ntwo", "-0"),
  );
  const sent = fc.dictionary(fc.constantFrom(...questions.map(fieldOf), "answer-gone", "__proto__"), fc.array(value, { maxLength: 4 }));
  fc.assert(
    fc.property(sent, (given) => {
      const { part } = readAnswers({ questions }, given, { gone: ["kept"] });
      const content = anApplication({ answers: part });
      expect(readAnswers({ questions }, formOf("answers", content, { questions }), part)).toEqual({ part, problems: [] });
      for (const question of questions) expect(answerTo(question, part)).toEqual(part[question.code] ?? []);
    }),
    { numRuns: 500 },
  );
});
