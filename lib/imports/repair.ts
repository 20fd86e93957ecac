import type { Problem, ProblemCode } from "@/lib/result";
import { type FieldName, parseTarget } from "./fields";
import type { Cell } from "./reading";

/** What somebody put right in one row: column of the file, or of the template where the file has none, → what it says now. */
export type RowRepair = Record<string, string>;
export type Repairs = Record<string, RowRepair>;

/** A row's key among the repairs: its number, then its sheet, which may hold any character. */
export function rowKey({ sheet, row }: { sheet: string; row: number }): string {
  return sheet === "" ? String(row) : `${row} ${sheet}`;
}

/** A contradiction is put right in either of two columns. */
const pairs: Partial<Record<ProblemCode, FieldName[]>> = {
  endsBeforeStarts: ["starts", "ends"],
  endWithoutStart: ["starts", "ends"],
  enrolmentClosesBeforeItOpens: ["enrol_from", "enrol_until"],
  workloadMissing: ["ects", "hours"],
};

/** Problems that only tell, and those that no value in a cell puts right. */
const notRepairable: readonly ProblemCode[] = [
  "newOfferingMade",
  "liveVersionKept",
  "offeringNotBroughtBack",
  "exampleRow",
  "headerRepeated",
  "jsonLineBroken",
];

/** The columns in which a problem can be put right. */
export function columnsOf({ code, field }: Problem): string[] {
  if (notRepairable.includes(code) || field === undefined) return [];
  return pairs[code] ?? [field];
}

/** A row's cells with what people put right in place of what the file says. */
export function repairCells(cells: Cell[], repair: RowRepair | undefined): Cell[] {
  if (!repair) return cells;
  let repaired = cells;
  for (const [column, value] of Object.entries(repair)) {
    const target = parseTarget(column);
    const isMeant = repaired.some((cell) => cell.column === column)
      ? (cell: Cell) => cell.column === column
      : (cell: Cell) => cell.field === target?.field && cell.language === target.language;
    if (repaired.some(isMeant)) repaired = repaired.map((cell) => (isMeant(cell) ? { ...cell, value } : cell));
    else if (target) repaired = repaired.concat({ column, ...target, value });
  }
  return repaired;
}

/** What the file says in a column, found as `repairCells` finds it. */
export function valueIn(cells: Cell[], column: string): string {
  const target = parseTarget(column);
  const named = cells.find((cell) => cell.column === column);
  return (named ?? cells.find(({ field, language }) => field === target?.field && language === target.language))?.value ?? "";
}
