import { z } from "zod";
import { country } from "@/lib/country/country";
import type { ProblemCode } from "@/lib/result";

const texts = z.record(z.string(), z.string());
const days = z.int().min(1).max(365);
const code = z.string().regex(/^[A-Za-z0-9-]{1,20}$/);
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

/** By what an authority checks and assesses applications, and how long each stage may take. */
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
});

export type CriteriaContent = z.output<typeof criteriaContent>;
export type Criterion = z.output<typeof criterion>;

export function criteriaOf({ standards }: Pick<CriteriaContent, "standards">): Criterion[] {
  return standards.flatMap(({ criteria }) => criteria);
}

/** What a set still lacks before it can be published: every text in each language of the country, and no code twice. */
export function problemsWithCriteria(content: CriteriaContent): { code: ProblemCode; where: string }[] {
  const criteria = criteriaOf(content);
  const named = [...content.checks, ...content.standards, ...criteria];
  const lacks = (said: Record<string, string>) => country.languages.some((language) => !said[language]?.trim());
  const untold = [...content.checks, ...criteria].filter(({ title, guidance }) => lacks(title) || lacks(guidance));
  const codes = named.map((one) => one.code);
  return [
    ...(lacks(content.title) ? [{ code: "criteriaTextMissing" as const, where: "title" }] : []),
    ...content.standards.filter(({ title }) => lacks(title)).map((one) => ({ code: "criteriaTextMissing" as const, where: one.code })),
    ...untold.map((one) => ({ code: "criteriaTextMissing" as const, where: one.code })),
    ...codes.filter((one, place) => codes.indexOf(one) !== place).map((where) => ({ code: "criteriaCodeTwice" as const, where })),
  ];
}

/** The part of the editor in which something is put right. */
export function partWith({ checks, standards }: CriteriaContent, where: string): string {
  if (where === "title") return "general";
  if (checks.some(({ code }) => code === where)) return "checks";
  return standards.find(({ code, criteria }) => code === where || criteria.some((one) => one.code === where))?.code ?? "general";
}
