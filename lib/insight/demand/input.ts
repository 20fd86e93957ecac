import { z } from "zod";
import { statisticalRegions } from "@/lib/country/regions";
import { shownWeeks } from "@/lib/insight/insight";
import { themes } from "@/lib/insight/wishes/themes";

const one = <S extends z.ZodType>(schema: S) => z.preprocess((value) => [value].flat()[0], schema);

/** So many weeks back; words are kept for twelve, and what they were about for two years. */
export const periods = ["4", "12", "52", "104"] as const;
const longestOfWords = shownWeeks;

/** A region of the country, `own` for those of the authority, `none` for searches that name no place. */
const isRegion = (value: string) => ["", "own", "none", ...statisticalRegions].includes(value);

/** What the address of the page of searches asks for; whatever it is not is left out. */
export const demandQuery = z.object({
  weeks: one(z.enum(periods).catch("12")),
  lang: one(
    z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .catch(""),
  ),
  region: one(z.string().refine(isRegion).catch("")),
  theme: one(
    z
      .string()
      .refine((value) => value === "other" || themes.includes(value))
      .catch(""),
  ),
  found: one(z.enum(["all", "hardly"]).catch("all")),
  q: one(z.string().trim().max(200).catch("")),
  page: one(z.coerce.number().int().min(1).max(100_000).catch(1)),
});

export type DemandQuery = z.output<typeof demandQuery>;

/** Words are looked back on no longer than they are kept. */
export const weeksOfWords = (query: DemandQuery) => Math.min(longestOfWords, Number(query.weeks));

export const wordsPerPage = 25;
