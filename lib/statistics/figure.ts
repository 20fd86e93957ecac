import type { Texts } from "@/db/schema";

/**
 * The figures in their order. What each counts is one selection in counting.ts; its name and its definition are texts of statistics.json.
 * The last ones are for authorities: they tell of work, not of the catalogue.
 */
export const publicFigures = [
  "region",
  "provider-type",
  "providers-by-type",
  "level",
  "field",
  "level-in-field",
  "ects",
  "mode",
  "target-group",
  "language",
  "funding",
  "validation",
  "stacking",
  "recognition-policy",
  "quality",
  "over-time",
] as const;

export const authorityFigures = ["completeness", "application-age", "lapses", "searches"] as const;

export const figures = [...publicFigures, ...authorityFigures] as const;

export type PublicFigure = (typeof publicFigures)[number];
export type FigureCode = (typeof figures)[number];

export const isFigure = (code: string): code is FigureCode => (figures as readonly string[]).includes(code);
export const isPublicFigure = (code: string): code is PublicFigure => (publicFigures as readonly string[]).includes(code);

/** One number: of a category, or of a part of it. `part` is empty where there are none. */
export type Count = { category: string; part: string; count: number };

/** What is counted beside the figures: totals, and what there is of each field in each region, for the page of searches. */
export const besides = ["total", "supply", "open-sessions"] as const;

export type Counts = Record<FigureCode | (typeof besides)[number], Count[]>;

/** How one provider stands: its visible offerings, how complete they are, in how many of the country's languages, and what ends next. */
export type ProviderCounts = {
  slug: string;
  name: Texts;
  offerings: number;
  completeness: number | null;
  parity: number | null;
  policy: boolean;
  ends: string | null;
};

export type Statistics = { counts: Counts; providers: ProviderCounts[]; countedAt: Date };

/** How a figure is drawn; `part` names the shades of a bar that is made of several. */
export const drawn: Record<FigureCode, "bars" | "stacked" | "line"> = {
  ...(Object.fromEntries(figures.map((code) => [code, "bars"])) as Record<FigureCode, "bars">),
  "level-in-field": "stacked",
  "over-time": "line",
  lapses: "line",
};

/** The parts of a category in a fixed order, so that each keeps its shade in every bar. */
export function byCategory(counts: Count[]): { category: string; total: number; parts: Count[] }[] {
  return [...Map.groupBy(counts, ({ category }) => category)].map(([category, parts]) => ({
    category,
    total: parts.reduce((sum, { count }) => sum + count, 0),
    parts: parts.toSorted((a, b) => a.part.localeCompare(b.part)),
  }));
}

/** What is a row of numbers or months stands in its own order; all else with the most first, and what is not stated last. */
const ordered: readonly string[] = ["supply", "open-sessions", "level", "ects", "over-time", "lapses", "completeness", "application-age"];

export function inOrder(counts: Counts): Counts {
  const unstatedLast = (a: Count, b: Count) => Number(a.category === "") - Number(b.category === "");
  const byMost = (a: Count, b: Count) => unstatedLast(a, b) || b.count - a.count || a.category.localeCompare(b.category);
  const byName = (a: Count, b: Count) => unstatedLast(a, b) || a.category.localeCompare(b.category, "en", { numeric: true });
  return Object.fromEntries(
    Object.entries(counts).map(([code, list]) => [code, list.toSorted(ordered.includes(code) ? byName : byMost)]),
  ) as Counts;
}
