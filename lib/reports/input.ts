import { z } from "zod";
import { reportKinds, reportOutcomes, reportStates } from "./report";

const text = (length: number) =>
  z
    .string()
    .default("")
    .transform((value) => value.replaceAll("\0", "").replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(length, "applicationTextTooLong"));

const someText = text(5000).pipe(z.string().min(1, "textMissing"));

/** More addresses than anyone needs to say what is wrong are an advertisement. */
const mostLinks = 5;

/**
 * What somebody reports. `website` is a field that people do not see: whoever fills it in is a machine that fills in everything. No third
 * party is asked who is a person (decision 28).
 */
export const reportInput = z.object({
  kind: z.enum(reportKinds, "reportKindMissing"),
  text: text(5000)
    .pipe(z.string().min(20, "reportTooShort"))
    .refine((said) => (said.match(/https?:\/\//g) ?? []).length <= mostLinks, "reportTooManyLinks"),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .default("")
    .refine((given) => given === "" || z.email().max(254).safeParse(given).success, "emailNotUnderstood"),
  website: z.string().max(0, "reportTrap").default(""),
});

export type ReportInput = z.output<typeof reportInput>;

const day = z.iso.date("dayNotUnderstood");

export const forwardInput = z.object({ dueOn: day, note: text(5000) });
export const answerInput = z.object({ text: someText });

const blankOr = <S extends z.ZodType>(schema: S) => z.preprocess((given) => (given === "" ? undefined : given), schema.optional());

export const closeInput = z.object({
  outcome: z.enum(reportOutcomes, "outcomeMissing"),
  answer: someText,
  version: blankOr(z.coerce.number("numberNotUnderstood").int("numberNotUnderstood").min(1, "numberNotUnderstood")),
  decision: blankOr(z.coerce.number("numberNotUnderstood").int("numberNotUnderstood").min(1, "numberNotUnderstood")),
});

export type CloseInput = z.output<typeof closeInput>;

export const reportFilters = ["open", "late", ...reportStates, "all"] as const;
export type ReportFilter = (typeof reportFilters)[number];

const one = <S extends z.ZodType>(schema: S) => z.preprocess((value) => [value].flat()[0], schema);

/** What the address of a list of cases asks for; whatever it is not is left out. */
export const reportQuery = z.object({
  q: one(z.string().trim().max(200).catch("")),
  state: one(z.enum(reportFilters).catch("open")),
  page: one(z.coerce.number().int().min(1).max(100_000).catch(1)),
});

export type ReportQuery = z.output<typeof reportQuery>;
