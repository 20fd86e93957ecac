import { z } from "zod";
import { stages } from "@/lib/casework/casework";
import type { SentForm } from "@/lib/casework/input";
import { ok, type Problem, type Result } from "@/lib/result";
import type { CriteriaContent, Criterion } from "./criteria";
import { partsOfForm, readFormPart } from "./form/input";
import { codeOf, rowsOf, text, textsOf } from "./sent";

const named = ["general", "checks", "new", "form", "new-question", "new-document"] as const;
export type NamedPart = (typeof named)[number];

/** Whether a part is called something; others are called by the code of what they hold. */
export function isNamedPart(part: string): part is NamedPart {
  return named.some((one) => one === part);
}

/** The parts of a set that are edited one at a time: those that have a name, and what is in it by its code. */
export function partsOf({ standards, form }: CriteriaContent): string[] {
  return ["general", "checks", ...standards.map(({ code }) => code), "new", ...partsOfForm(form)];
}

/** What one part of the form says, put into the set. Texts may still be missing: publishing asks for them. */
export function readCriteriaPart(content: CriteriaContent, part: string, form: SentForm): Result<CriteriaContent> {
  const problems: Problem[] = [];
  const value = partRead(content, part, form, problems);
  const code = part.startsWith("new") ? text(form, "code") : "";
  if (isNamedPart(code)) problems.push({ code: "criteriaCodeTwice", field: "code" });
  return problems.length > 0 ? { ok: false, problems } : ok(value);
}

function partRead(content: CriteriaContent, part: string, form: SentForm, problems: Problem[]): CriteriaContent {
  if (part === "general") return { ...content, title: textsOf(form, "title"), days: daysOf(form, problems) };
  if (partsOfForm(content.form).includes(part)) return { ...content, form: readFormPart(content.form, part, form, problems) };
  const rows = rowsOf(form, problems);
  if (rows.length === 0) problems.push({ code: "criteriaEmpty" });
  if (part === "checks") return { ...content, checks: rows.map(({ code, title, guidance }) => ({ code, title, guidance })) };
  const code = part === "new" ? codeOf(form, "code", problems) : part;
  const standard = {
    code,
    title: textsOf(form, "title"),
    criteria: rows.map(({ row, ...said }): Criterion => ({ ...said, ...kindOf(form, row) })),
  };
  return part === "new"
    ? { ...content, standards: [...content.standards, standard] }
    : { ...content, standards: content.standards.map((one) => (one.code === part ? standard : one)) };
}

function daysOf(form: SentForm, problems: Problem[]): CriteriaContent["days"] {
  const days = stages.map((stage) => {
    const given = Number(text(form, `days-${stage}`));
    if (!Number.isInteger(given) || given < 1 || given > 365) problems.push({ code: "daysNotUnderstood", field: `days-${stage}` });
    return [stage, given] as const;
  });
  return Object.fromEntries(days) as CriteriaContent["days"];
}

function kindOf(form: SentForm, row: string): Pick<Criterion, "mandatory" | "question"> {
  const question = text(form, `question-${row}`) === "yes-no" ? "yes-no" : "scale";
  return { mandatory: text(form, `mandatory-${row}`) === "yes", question };
}

export const publishCriteriaInput = z.object({ from: z.string().trim().pipe(z.iso.date("dayNotUnderstood")) });
