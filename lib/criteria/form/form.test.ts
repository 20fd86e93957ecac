import { expect, test } from "vitest";
import shipped from "@/config/criteria.json";
import { country } from "@/lib/country/country";
import { type CriteriaContent, criteriaContent, criteriaOf, partWith, problemsWithCriteria } from "@/lib/criteria/criteria";
import { partsOf, readCriteriaPart } from "@/lib/criteria/input";
import type { AskedForm, Question } from "./form";

const content = criteriaContent.parse(shipped);
const inAll = (text: string) => Object.fromEntries(country.languages.map((language) => [language, `${text} ${language}`]));
const sentInAll = (name: string, text: string) =>
  Object.fromEntries(country.languages.map((language) => [`${name}.${language}`, [`${text} ${language}`]]));
const withForm = (form: Partial<AskedForm>): CriteriaContent => ({ ...content, form: { ...content.form, ...form } });
const question = (change: Partial<Question> = {}): Question => ({
  code: "Q",
  title: inAll("Who?"),
  guidance: {},
  kind: "text",
  required: true,
  options: [],
  unit: {},
  criterion: null,
  ...change,
});
const problems = (form: Partial<AskedForm>) => problemsWithCriteria(withForm(form)).map(({ code, where }) => `${where} ${code}`);

test("the form that is shipped is whole, serves criteria that there are, and an older version has none", () => {
  expect(problemsWithCriteria(content)).toEqual([]);
  const served = content.form.questions.flatMap(({ criterion }) => criterion ?? []);
  expect(criteriaOf(content).map(({ code }) => code)).toEqual(expect.arrayContaining(served));
  const { form: _, ...older } = shipped;
  expect(criteriaContent.parse(older).form).toEqual({ intro: {}, declaration: {}, questions: [], documents: [] });
});

test("what stands in one language stands in all, and what is chosen from has two options at least", () => {
  const one = { en: "Only here" };
  const option = (code: string, title = inAll(code)) => ({ code, title });
  expect(problems({ questions: [question()] })).toEqual([]);
  expect(problems({ intro: one })).toEqual(["form criteriaTextMissing"]);
  expect(problems({ declaration: one })).toEqual(["form criteriaTextMissing"]);
  expect(problems({ questions: [question({ title: one })] })).toEqual(["Q criteriaTextMissing"]);
  expect(problems({ questions: [question({ guidance: one })] })).toEqual(["Q criteriaTextMissing"]);
  expect(problems({ questions: [question({ kind: "number", unit: one })] })).toEqual(["Q criteriaTextMissing"]);
  for (const kind of ["one-of", "several-of"] as const) {
    expect(problems({ questions: [question({ kind, options: [option("a")] })] })).toEqual(["Q optionsTooFew"]);
    expect(problems({ questions: [question({ kind, options: [option("a"), option("b")] })] })).toEqual([]);
    expect(problems({ questions: [question({ kind, options: [option("a"), option("a")] })] })).toEqual(["Q criteriaCodeTwice"]);
    expect(problems({ questions: [question({ kind, options: [option("a"), option("b", one)] })] })).toEqual(["Q criteriaTextMissing"]);
  }
  expect(problems({ questions: [question({ criterion: "Z9" })] })).toEqual(["Q criterionOfQuestionUnknown"]);
  expect(problems({ documents: [{ code: "D", title: one, guidance: {}, required: true }] })).toEqual(["D criteriaTextMissing"]);
});

test("no code is there twice, whatever it names", () => {
  for (const code of ["A", "A1", "evidence", "policy"])
    expect(problems({ questions: [question({ code })] })).toEqual([`${code} criteriaCodeTwice`]);
});

test("each part is found where its problem is", () => {
  for (const where of ["form", "staff", "policy"]) expect(partWith(content, where)).toBe(where);
  expect(partWith(content, "A1")).toBe("A");
  for (const part of ["form", "staff", "policy", "new-question", "new-document"]) expect(partsOf(content)).toContain(part);
});

const read = (part: string, sent: Record<string, string[]>, from = content) => {
  const found = readCriteriaPart(from, part, sent);
  return found.ok ? found.value.form : found.problems.map(({ code, field }) => `${field} ${code}`);
};
const codes = (form: AskedForm | string[], list: "questions" | "documents" = "questions") =>
  Array.isArray(form) ? form : form[list].map(({ code }) => code);

test("a question is added, placed, changed and taken out; others stay as they are", () => {
  const sent = { ...sentInAll("title", "Where?"), kind: ["number"], required: ["yes"], criterion: ["C1"], ...sentInAll("unit", "rooms") };
  const before = content.form.questions.map(({ code }) => code);
  const added = read("new-question", { ...sent, code: ["rooms"] });
  expect(codes(added)).toEqual([...before, "rooms"]);
  expect(Array.isArray(added) ? undefined : added.questions.at(-1)).toEqual(
    question({ code: "rooms", title: inAll("Where?"), kind: "number", unit: inAll("rooms"), criterion: "C1" }),
  );
  expect(codes(read("new-question", { ...sent, code: ["rooms"], place: ["1"] }))).toEqual(["rooms", ...before]);
  expect(codes(read("staff", { ...sent, place: ["99"] }))).toEqual([...before.filter((code) => code !== "staff"), "staff"]);
  expect(codes(read("staff", { remove: ["yes"] }))).toEqual(before.filter((code) => code !== "staff"));
  expect(codes(read("policy", { ...sentInAll("title", "Policy"), place: ["1"] }), "documents")).toEqual(["policy", "finding", "outline"]);
  expect(codes(read("new-document", { ...sentInAll("title", "Deed"), code: ["deed"] }), "documents")).toHaveLength(4);
});

test("options are kept where one chooses, and what is malformed is named with its field", () => {
  const options = { "code-0": ["near"], ...sentInAll("title-0", "Near"), "code-1": ["far"], "remove-1": ["yes"], "code-2": [""] };
  const chosen = read("staff", { ...options, kind: ["one-of"] });
  expect(Array.isArray(chosen) ? chosen : chosen.questions.find(({ code }) => code === "staff")?.options).toEqual([
    { code: "near", title: inAll("Near") },
  ]);
  const text = read("staff", { ...options, kind: ["text"] });
  expect(Array.isArray(text) ? text : text.questions.find(({ code }) => code === "staff")?.options).toEqual([]);
  expect(read("new-question", { kind: ["song"], place: ["first"] })).toEqual([
    "code criteriaCodeMissing",
    "place placeNumberNotUnderstood",
    "kind valueNotAccepted",
  ]);
  expect(read("new-question", { code: ["new-document"], kind: ["text"] })).toEqual(["code criteriaCodeTwice"]);
  expect(read("staff", { kind: ["text"], place: ["0"] })).toEqual(["place placeNumberNotUnderstood"]);
});
