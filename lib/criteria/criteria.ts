import { z } from "zod";
import { askedForm, type CriteriaProblem, code, lacks, problemsWithForm, texts } from "./form/form";

const days = z.int().min(1).max(365);
const check = z.object({ code, title: texts, guidance: texts });

const criterion = z.object({
  code,
  title: texts,
  guidance: texts,
  /** Without it nobody is registered. */
  mandatory: z.boolean(),
  /** `scale` knows "partly" too. */
  question: z.enum(["scale", "yes-no"]),
});

/** What an authority asks of applicants, by what it checks and assesses their applications, and how long each stage may take. */
export const criteriaContent = z.object({
  title: texts,
  days: z.object({
    gateway: days,
    assessment: days,
    moderation: days,
    decision: days,
    representation: days,
    reconsideration: days,
    appeal: days,
    hearing: days,
  }),
  checks: z.array(check).min(1),
  standards: z.array(z.object({ code, title: texts, criteria: z.array(criterion).min(1) })).min(1),
  form: askedForm,
});

export type CriteriaContent = z.output<typeof criteriaContent>;
export type Criterion = z.output<typeof criterion>;

export function criteriaOf({ standards }: Pick<CriteriaContent, "standards">): Criterion[] {
  return standards.flatMap(({ criteria }) => criteria);
}

/** What a set still lacks before it can be published: every text in each language of the country, no code twice, and a form that can be filled in. */
export function problemsWithCriteria(content: CriteriaContent): CriteriaProblem[] {
  const criteria = criteriaOf(content);
  const { questions, documents } = content.form;
  const codes = [...content.checks, ...content.standards, ...criteria, ...questions, ...documents].map((one) => one.code);
  const untold = [...content.checks, ...criteria].filter(({ title, guidance }) => lacks(title) || lacks(guidance));
  return [
    ...(lacks(content.title) ? [{ code: "criteriaTextMissing" as const, where: "title" }] : []),
    ...content.standards.filter(({ title }) => lacks(title)).map((one) => ({ code: "criteriaTextMissing" as const, where: one.code })),
    ...untold.map((one) => ({ code: "criteriaTextMissing" as const, where: one.code })),
    ...codes.filter((one, place) => codes.indexOf(one) !== place).map((where) => ({ code: "criteriaCodeTwice" as const, where })),
    ...problemsWithForm(
      content.form,
      criteria.map((one) => one.code),
    ),
  ];
}

/** The part of the editor in which something is put right. */
export function partWith({ checks, standards, form }: CriteriaContent, where: string): string {
  if (where === "form" || [...form.questions, ...form.documents].some(({ code }) => code === where)) return where;
  if (checks.some(({ code }) => code === where)) return "checks";
  return standards.find(({ code, criteria }) => code === where || criteria.some((one) => one.code === where))?.code ?? "general";
}
