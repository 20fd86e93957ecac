import { z } from "zod";
import { type Locale, locales } from "@/lib/i18n/locales";
import { linksPerSession, type Question, questions } from "./feedback";

const text = (length: number) =>
  z
    .string()
    .default("")
    .transform((value) => value.replaceAll("\0", "").replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(length, "textTooLong"));

const score = z.enum(["1", "2", "3", "4", "5"], "scoreMissing").transform(Number);

/** An answer: a score to every question, and a text if one likes. */
export const answerInput = z
  .object({ ...(Object.fromEntries(questions.map((question) => [question, score])) as Record<Question, typeof score>), text: text(2000) })
  .transform(({ text: said, ...given }) => ({ scores: given as Record<Question, number>, text: said }));

export type AnswerInput = z.output<typeof answerInput>;

export const inviteInput = z.object({
  count: z.coerce
    .number("numberNotUnderstood")
    .int("numberNotUnderstood")
    .min(1, "numberNotUnderstood")
    .max(linksPerSession, "tooManyLinks"),
});

export const reviewInput = z.object({
  text: text(3000).pipe(z.string().min(40, "reviewTooShort")),
  locale: z.enum(locales as readonly [Locale, ...Locale[]]),
});

export type ReviewInput = z.output<typeof reviewInput>;

const inLanguages = Object.fromEntries(locales.map((locale) => [locale, text(2000)])) as Record<Locale, ReturnType<typeof text>>;

/** What was changed because of feedback, in one language or several. */
export const responseInput = z
  .object(inLanguages)
  .transform((given) => Object.fromEntries(Object.entries(given).filter(([, said]) => said !== "")) as Partial<Record<Locale, string>>)
  .refine((given) => Object.keys(given).length > 0, { error: "textMissing", path: [locales[0] ?? "en"] });

/** What a page carries along can be anything by the time it comes back. */
export function isId(value: unknown): value is string {
  return z.uuid().safeParse(value).success;
}
