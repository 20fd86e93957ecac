import { z } from "zod";
import { synonymLanguages } from "./synonym";

/** Words as people list them: by commas, semicolons or lines. */
export function toWords(given: string): string[] {
  return given
    .replaceAll("\0", "")
    .split(/[,;\n]/)
    .map((word) => word.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

const words = z.string().default("").transform(toWords);

const blankOr = <S extends z.ZodType>(schema: S) => z.preprocess((given) => (given === "" ? undefined : given), schema.optional());

/** A group with the days from which and until which it holds; without an end it holds until somebody ends it. */
export const synonymsInput = z.object({
  language: z.enum(synonymLanguages),
  words,
  means: words,
  from: z.iso.date("dayNotUnderstood"),
  until: blankOr(z.iso.date("dayNotUnderstood")),
});

export type SynonymsInput = z.output<typeof synonymsInput>;

export const endSynonymsInput = z.object({ until: z.iso.date("dayNotUnderstood") });

/** config/search-synonyms.json: what an instance begins with. */
export const shippedSynonyms = z.array(
  z.object({ language: z.enum(synonymLanguages), words: z.array(z.string()), means: z.array(z.string()).default([]) }),
);

const one = <S extends z.ZodType>(schema: S) => z.preprocess((value) => [value].flat()[0], schema);
const text = (length: number) =>
  one(
    z
      .string()
      .transform((given) => given.replaceAll("\0", "").trim())
      .pipe(z.string().max(length))
      .catch(""),
  );

export const synonymStates = ["now", "ahead", "ended", "all"] as const;

export const synonymQuery = z.object({
  q: text(200),
  state: one(z.enum(synonymStates).catch("now")),
  page: one(z.coerce.number().int().min(1).max(100_000).catch(1)),
});

export type SynonymQuery = z.output<typeof synonymQuery>;

/** What the address of the preview asks for, as it was typed. */
export const previewQuery = z.object({
  language: one(z.enum(synonymLanguages).catch("mul")),
  words: text(2000),
  means: text(2000),
});
