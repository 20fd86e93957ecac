import { stringify } from "csv-stringify/sync";
import type { QualityImportRow } from "./outcomes";

const columns = ["row", "entry", "outcome", "matched", "proposed", "unmatched", "column", "value", "problem"] as const;

export type ReportWords = { outcome: (code: string) => string; problem: (code: string) => string };

export function qualityReportHeader(): string {
  return `\ufeff${stringify([[...columns]])}`;
}

/** One line for each problem, and one for a row that has none, so that every row is there. */
export function qualityReportLines(rows: QualityImportRow[], words: ReportWords): string {
  const lines = rows.flatMap(({ row, label, outcome, matched, proposed, unmatched, problems }) => {
    const start = [row, label, words.outcome(outcome), matched, proposed, unmatched];
    if (problems.length === 0) return [[...start, "", "", ""]];
    return problems.map(({ code, field, value }) => [...start, field ?? "", value ?? "", words.problem(code)]);
  });
  // A name that begins with "=" must stay a name when a spreadsheet opens the report.
  return stringify(lines, { escape_formulas: true });
}
