import { toCsv, toHistoryCsv } from "./csv";
import type { FigureCode, Statistics } from "./figure";
import type { History } from "./history/history";
import { type LabelNames, nameOfCategory, type Words } from "./names";

type AllWords = Words & ((key: `figure.${FigureCode}.title` | `figure.${FigureCode}.definition`) => string);

type Taken = { code: FigureCode; statistics: Statistics; labels: LabelNames; history?: History | undefined };

/** A figure as a file to take along: as it is, or at the end of each month. */
export function toFile(
  { code, statistics: { counts, countedAt }, labels, history }: Taken,
  locale: string,
  t: AllWords,
  cache: string,
): Response {
  const told = {
    code,
    title: t(`figure.${code}.title`),
    definition: t(`figure.${code}.definition`),
    countedAt,
    name: (category: string) => nameOfCategory(code, category, locale, t, labels),
    part: (level: string) => t("level", { level }),
  };
  return toResponse(history ? toHistoryCsv(history, told) : toCsv(counts[code], told), history ? `${code}-by-month` : code, cache);
}

export function toResponse(csv: string, name: string, cache: string): Response {
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
      "cache-control": cache,
      "access-control-allow-origin": "*",
    },
  });
}
