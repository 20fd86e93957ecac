import { stringify } from "csv-stringify/sync";
import type { Problem, ProblemCode } from "@/lib/result";
import type { ReportRow } from "./decide";

export type ReportMessages = { problems: Record<ProblemCode, string>; outcomes: Record<string, string> };

const reportColumns = ["sheet", "row", "id", "title", "outcome", "column", "value", "problem", "remedy"] as const;

/** The lines of a report for some rows: one for each problem, and one for a row that has none, so that every row is there. */
export function reportLines(rows: ReportRow[], messages: ReportMessages): string {
  const lines = rows.flatMap((row) =>
    row.problems.length === 0 ? [lineOf(row, undefined, messages)] : row.problems.map((problem) => lineOf(row, problem, messages)),
  );
  // A title that begins with "=" must stay a title when a spreadsheet opens the report.
  return stringify(lines, { escape_formulas: true });
}

export function reportHeader(): string {
  return `\ufeff${stringify([[...reportColumns]])}`;
}

function lineOf({ sheet, row, externalId, title, outcome }: ReportRow, problem: Problem | undefined, messages: ReportMessages): string[] {
  const { wrong, remedy } = problem ? explain(problem.code, messages) : { wrong: "", remedy: "" };
  return [
    sheet,
    String(row),
    externalId ?? "",
    title ?? "",
    messages.outcomes[outcome] ?? outcome,
    problem?.field ?? "",
    problem?.value ?? "",
    wrong,
    remedy,
  ];
}

/** A message's first sentence says what is wrong, the rest what to do. */
export function explain(code: ProblemCode, { problems }: Pick<ReportMessages, "problems">): { wrong: string; remedy: string } {
  const message = problems[code] ?? code;
  const end = message.indexOf(". ");
  return end === -1 ? { wrong: message, remedy: "" } : { wrong: message.slice(0, end + 1), remedy: message.slice(end + 2) };
}
