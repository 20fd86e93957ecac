import type { VocabularyName } from "@/lib/vocabularies/vocabulary";
import { fields, parseTarget } from "./fields";

/** How the cell of a column is written: in a line or in several, with terms to choose from. */
export type CellEditor = { kind: "line" | "lines"; vocabulary?: VocabularyName };

const own: Partial<Record<string, VocabularyName>> = { schedule: "schedules", sessionModes: "modes" };

export function editorFor(field: string | undefined): CellEditor {
  const spec = fields[parseTarget(field ?? "")?.field ?? "id"];
  if (spec.kind === "outcomes" || (spec.kind === "text" && !("line" in spec && spec.line))) return { kind: "lines" };
  const vocabulary = "vocabulary" in spec ? spec.vocabulary : own[spec.kind];
  return { kind: "line", ...(vocabulary ? { vocabulary } : {}) };
}
