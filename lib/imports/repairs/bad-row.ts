import { columnsOf } from "@/lib/imports/repair";
import type { Problem } from "@/lib/result";

/** A value that was not understood is missing too: it is asked for once, in its own column. */
export function problemsToAsk(problems: Problem[], fieldOf: (column: string) => string | undefined): Problem[] {
  const named = new Set(problems.filter(({ code }) => !code.endsWith("Missing")).flatMap(({ field }) => (field ? [fieldOf(field)] : [])));
  return problems.filter((problem) => !problem.code.endsWith("Missing") || !columnsOf(problem).some((column) => named.has(column)));
}
