import { toCsv } from "./csv";
import type { FigureCode, Statistics } from "./figure";
import { nameOfCategory, type Words } from "./names";

type AllWords = Words & ((key: `figure.${FigureCode}.title` | `figure.${FigureCode}.definition`) => string);

/** A figure as a file to take along. */
export function toFile(code: FigureCode, { counts, countedAt }: Statistics, locale: string, t: AllWords, cache: string): Response {
  const told = {
    code,
    title: t(`figure.${code}.title`),
    definition: t(`figure.${code}.definition`),
    countedAt,
    name: (category: string) => nameOfCategory(code, category, locale, t),
    part: (level: string) => t("level", { level }),
  };
  return new Response(toCsv(counts[code], told), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${code}.csv"`,
      "cache-control": cache,
      "access-control-allow-origin": "*",
    },
  });
}
