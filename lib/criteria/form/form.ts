import { z } from "zod";
import { country } from "@/lib/country/country";
import type { ProblemCode } from "@/lib/result";

export const texts = z.record(z.string(), z.string());
export const code = z.string().regex(/^[A-Za-z0-9-]{1,20}$/);

/** How a question is answered. */
export const questionKinds = ["text", "long-text", "yes-no", "one-of", "several-of", "number", "day"] as const;
export type QuestionKind = (typeof questionKinds)[number];

const question = z.object({
  code,
  title: texts,
  guidance: texts,
  kind: z.enum(questionKinds),
  /** Without an answer the application cannot be sent. */
  required: z.boolean(),
  /** From which one chooses, where the kind is `one-of` or `several-of`. */
  options: z.array(z.object({ code, title: texts })).default([]),
  /** What a number counts. */
  unit: texts.default({}),
  /** The code of the criterion that the answer serves. */
  criterion: code.nullable().default(null),
});

const document = z.object({ code, title: texts, guidance: texts, required: z.boolean() });

/** What an authority asks of applicants beyond the facts of a registration. */
export const askedForm = z
  .object({
    intro: texts.default({}),
    /** What the applicant declares; empty: what Cairn has them declare. */
    declaration: texts.default({}),
    questions: z.array(question).default([]),
    documents: z.array(document).default([]),
  })
  .prefault({});

export type AskedForm = z.output<typeof askedForm>;
export type Question = z.output<typeof question>;
export type AskedDocument = z.output<typeof document>;
export type CriteriaProblem = { code: ProblemCode; where: string };

export const emptyForm: AskedForm = askedForm.parse({});

export const isChosen = (kind: QuestionKind) => kind === "one-of" || kind === "several-of";

type Said = Record<string, string>;

export const lacks = (said: Said) => country.languages.some((language) => !said[language]?.trim());
const isHalfSaid = (said: Said) => Object.values(said).some((text) => text.trim()) && lacks(said);

/** What a form still lacks: a text that is there is there in each language of the country, and what it names exists. */
export function problemsWithForm({ intro, declaration, questions, documents }: AskedForm, criteria: readonly string[]): CriteriaProblem[] {
  const asked = [...questions, ...documents];
  const chosen = questions.filter(({ kind }) => isChosen(kind));
  const faults: [ProblemCode, { code: string }[]][] = [
    ["criteriaTextMissing", [intro, declaration].some(isHalfSaid) ? [{ code: "form" }] : []],
    ["criteriaTextMissing", asked.filter(({ title, guidance }) => lacks(title) || isHalfSaid(guidance))],
    ["criteriaTextMissing", questions.filter(({ kind, unit }) => kind === "number" && isHalfSaid(unit))],
    ["criteriaTextMissing", chosen.filter(({ options }) => options.some(({ title }) => lacks(title)))],
    ["optionsTooFew", chosen.filter(({ options }) => options.length < 2)],
    ["criteriaCodeTwice", chosen.filter(({ options }) => new Set(options.map((one) => one.code)).size < options.length)],
    ["criterionOfQuestionUnknown", questions.filter(({ criterion }) => criterion !== null && !criteria.includes(criterion))],
  ];
  return faults.flatMap(([code, where]) => where.map((one) => ({ code, where: one.code })));
}
