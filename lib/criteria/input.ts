import { z } from "zod";
import { stages } from "@/lib/casework/casework";
import type { SentForm } from "@/lib/casework/input";
import { country } from "@/lib/country/country";
import { ok, type Problem, type Result } from "@/lib/result";
import type { CriteriaContent, Criterion } from "./criteria";

/** The parts of a set that are edited one at a time: `general`, `checks`, a standard by its code, `new` for one more. */
export function partsOf({ standards }: CriteriaContent): string[] {
  return ["general", "checks", ...standards.map(({ code }) => code), "new"];
}

const text = (form: SentForm, name: string) => form[name]?.[0]?.trim() ?? "";

function textsOf(form: SentForm, name: string): Record<string, string> {
  return Object.fromEntries(
    country.languages.map((language) => [language, text(form, `${name}.${language}`)] as const).filter(([, said]) => said),
  );
}

/** What one part of the form says, put into the set. Texts may still be missing: publishing asks for them. */
export function readCriteriaPart(content: CriteriaContent, part: string, form: SentForm): Result<CriteriaContent> {
  const problems: Problem[] = [];
  const next = (): CriteriaContent => {
    if (part === "general") return { ...content, title: textsOf(form, "title"), days: daysOf(form, problems) };
    if (part === "checks")
      return { ...content, checks: rowsOf(form, problems).map(({ code, title, guidance }) => ({ code, title, guidance })) };
    const code = part === "new" ? codeOf(form, "code", problems) : part;
    const criteria = rowsOf(form, problems).map(({ row, ...said }): Criterion => ({ ...said, ...kindOf(form, row) }));
    const standard = { code, title: textsOf(form, "title"), criteria };
    return part === "new"
      ? { ...content, standards: [...content.standards, standard] }
      : { ...content, standards: content.standards.map((one) => (one.code === part ? standard : one)) };
  };
  const value = next();
  return problems.length > 0 ? { ok: false, problems } : ok(value);
}

function daysOf(form: SentForm, problems: Problem[]): CriteriaContent["days"] {
  const days = stages.map((stage) => {
    const given = Number(text(form, `days-${stage}`));
    if (!Number.isInteger(given) || given < 1 || given > 365) problems.push({ code: "daysNotUnderstood", field: `days-${stage}` });
    return [stage, given] as const;
  });
  return Object.fromEntries(days) as CriteriaContent["days"];
}

function codeOf(form: SentForm, name: string, problems: Problem[]): string {
  const code = text(form, name);
  if (!/^[A-Za-z0-9-]{1,20}$/.test(code)) problems.push({ code: "criteriaCodeMissing", field: name });
  return code;
}

type Row = { row: string; code: string; title: Record<string, string>; guidance: Record<string, string> };

/** Rows are numbered; one that is ticked for removal, or in which nothing stands, is left out. */
function rowsOf(form: SentForm, problems: Problem[]): Row[] {
  const numbers = Object.keys(form).flatMap((name) => /^code-(\d{1,3})$/.exec(name)?.[1] ?? []);
  const rows = numbers.flatMap((row): Row[] => {
    const [title, guidance] = [textsOf(form, `title-${row}`), textsOf(form, `guidance-${row}`)];
    const isEmpty = text(form, `code-${row}`) === "" && Object.keys({ ...title, ...guidance }).length === 0;
    if (isEmpty || text(form, `remove-${row}`) === "yes") return [];
    return [{ row, code: codeOf(form, `code-${row}`, problems), title, guidance }];
  });
  if (rows.length === 0) problems.push({ code: "criteriaEmpty" });
  return rows;
}

function kindOf(form: SentForm, row: string): Pick<Criterion, "mandatory" | "question"> {
  const question = text(form, `question-${row}`) === "yes-no" ? "yes-no" : "scale";
  return { mandatory: text(form, `mandatory-${row}`) === "yes", question };
}

export const publishCriteriaInput = z.object({ from: z.string().trim().pipe(z.iso.date("dayNotUnderstood")) });
