import { z } from "zod";
import type { Criterion } from "@/lib/criteria/criteria";

export const verdicts = ["met", "partly", "not-met"] as const;
export type Verdict = (typeof verdicts)[number];

export type Answer = { verdict: Verdict; comment: string };

/** What an assessor or a moderator finds: each criterion, and the levels and fields for which what was shown is enough; no field is all of them. */
export type Assessment = { answers: Record<string, Answer>; levels: number[]; fields: string[] };

/** An assessment that its assessor has not handed in: verdicts may be open. */
export const assessmentDraft = z.object({
  answers: z.record(z.string(), z.object({ verdict: z.enum(verdicts).nullable(), comment: z.string() })),
  levels: z.array(z.number()),
  fields: z.array(z.string()),
});
export type AssessmentDraft = z.output<typeof assessmentDraft>;

/** Where two assessments differ: criteria by their code, `levels` and `fields`. */
export function differencesOf(one: Assessment, other: Assessment): string[] {
  const codes = [...new Set([...Object.keys(one.answers), ...Object.keys(other.answers)])];
  const differ = codes.filter((code) => one.answers[code]?.verdict !== other.answers[code]?.verdict);
  const list = (values: readonly (number | string)[]) => values.map(String).sort().join();
  return [
    ...differ,
    ...(list(one.levels) === list(other.levels) ? [] : ["levels"]),
    ...(list(one.fields) === list(other.fields) ? [] : ["fields"]),
  ];
}

/** What the assessment speaks for: nothing that is mandatory is missing, and there is something to accredit. */
export function speaksFor(criteria: Criterion[], { answers, levels }: Assessment): boolean {
  const lacks = criteria.some(({ code, mandatory }) => mandatory && answers[code]?.verdict !== "met");
  return !lacks && levels.length > 0;
}

/** That in which two assessments agree: what a moderator begins with. */
export function agreedIn(one: Assessment, other: Assessment): Assessment {
  const differ = new Set(differencesOf(one, other));
  const both = <T>(mine: T[], theirs: T[]) => mine.filter((value) => theirs.includes(value));
  const comment = (code: string) =>
    [one.answers[code]?.comment, other.answers[code]?.comment].filter((said, place, all) => said && all.indexOf(said) === place).join("\n");
  const agreed = Object.entries(one.answers).filter(([code]) => !differ.has(code));
  return {
    answers: Object.fromEntries(agreed.map(([code, { verdict }]) => [code, { verdict, comment: comment(code) }])),
    levels: both(one.levels, other.levels),
    fields: both(one.fields, other.fields),
  };
}
