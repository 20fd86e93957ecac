import type { qualityImportRows } from "@/db/schema";
import type { Problem } from "@/lib/result";

/** What can become of a row of a file of quality data. */
export const qualityOutcomes = ["added", "updated", "unchanged", "refused"] as const;
export type QualityOutcome = (typeof qualityOutcomes)[number];

export type QualityImportRow = Omit<typeof qualityImportRows.$inferSelect, "problems" | "importId"> & { problems: Problem[] };
