import type { SentForm } from "@/lib/casework/input";
import { country } from "@/lib/country/country";
import type { Problem } from "@/lib/result";

export const text = (form: SentForm, name: string) => form[name]?.[0]?.trim() ?? "";

export function textsOf(form: SentForm, name: string): Record<string, string> {
  return Object.fromEntries(
    country.languages.map((language) => [language, text(form, `${name}.${language}`)] as const).filter(([, said]) => said),
  );
}

export function codeOf(form: SentForm, name: string, problems: Problem[]): string {
  const code = text(form, name);
  if (!/^[A-Za-z0-9-]{1,20}$/.test(code)) problems.push({ code: "criteriaCodeMissing", field: name });
  return code;
}

type Row = { row: string; code: string; title: Record<string, string>; guidance: Record<string, string> };

/** Rows are numbered; one that is ticked for removal, or in which nothing stands, is left out. */
export function rowsOf(form: SentForm, problems: Problem[]): Row[] {
  const numbers = Object.keys(form).flatMap((name) => /^code-(\d{1,3})$/.exec(name)?.[1] ?? []);
  return numbers.flatMap((row): Row[] => {
    const [title, guidance] = [textsOf(form, `title-${row}`), textsOf(form, `guidance-${row}`)];
    const isEmpty = text(form, `code-${row}`) === "" && Object.keys({ ...title, ...guidance }).length === 0;
    if (isEmpty || text(form, `remove-${row}`) === "yes") return [];
    return [{ row, code: codeOf(form, `code-${row}`, problems), title, guidance }];
  });
}
