import { z } from "zod";
import type { Texts } from "@/db/schema";
import { country } from "@/lib/country/country";
import type { SentForm } from "@/lib/decisions/kinds/words";
import { problemsOf } from "@/lib/form";
import type { Problem, Result } from "@/lib/result";
import { grades } from "./result";

const text = (length: number) =>
  z
    .string()
    .default("")
    .transform((value) => value.replaceAll("\0", "").replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(length, "applicationTextTooLong"));

const someText = text(5000).pipe(z.string().min(1, "textMissing"));
const day = z.iso.date("dayNotUnderstood");
const number = z.coerce
  .number("numberNotUnderstood")
  .int("numberNotUnderstood")
  .min(1, "numberNotUnderstood")
  .max(10_000, "numberNotUnderstood");
const blankOr = <S extends z.ZodType>(schema: S) => z.preprocess((given) => (given === "" ? undefined : given), schema.optional());

export const openInput = z.object({ provider: text(300), offering: text(300), cause: someText, standards: z.string().default("") });
export const assignInput = z.object({ auditor: z.string().default("") });
export const announceInput = z.object({ text: someText });
export const askInput = z.object({
  items: text(5000)
    .transform((said) =>
      said
        .split("\n")
        .map((line) => line.replace(/^[-•*]\s*/, "").trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string()).min(1, "auditAskedNothing").max(30, "auditAskedTooMuch")),
  dueOn: day,
});
export const extendInput = z.object({ dueOn: day, reason: someText });
export const reasonInput = z.object({ reason: someText });
export const handInInput = z.object({ text: text(5000) });
export const dueInput = z.object({ dueOn: day });

export const findingInput = z.object({
  finding: number,
  standard: z.string().min(1, "auditStandardMissing").max(100, "auditStandardMissing"),
  grade: z.enum(grades, "auditGradeMissing"),
  text: someText,
  offering: text(300),
  version: blankOr(number),
});
export type FindingInput = z.output<typeof findingInput>;

const settling = z.object({ how: z.enum(["kept", "changed", "dropped"], "auditHowMissing"), reason: someText });
const changed = findingInput.pick({ standard: true, grade: true, text: true });
export type Settling = z.output<typeof settling> & Partial<z.output<typeof changed>>;

/** What becomes of a finding after the answer: the words count only where they change. */
export function readSettling(form: SentForm): Result<Settling> {
  const given = Object.fromEntries(Object.entries(form).map(([name, all]) => [name, all[0]]));
  const how = settling.safeParse(given);
  const words = changed.safeParse(given);
  const needs = given.how === "changed" && !words.success ? problemsOf(words.error) : [];
  if (!how.success) return { ok: false, problems: [...problemsOf(how.error), ...needs] };
  if (needs.length > 0) return { ok: false, problems: needs };
  return { ok: true, value: how.data.how === "changed" ? { ...how.data, ...words.data } : how.data };
}

export const demandInput = z.object({ action: number, finding: number, what: someText, dueOn: day });
export const stateInput = z.object({ text: someText, version: blankOr(number) });
const reviewed = z.object({ how: z.enum(["accepted", "returned"], "auditHowMissing"), reason: text(5000), dueOn: z.string().default("") });

/** What becomes of a corrective action that was stated done: what is sent back needs its reason and a day. */
export function readReview(form: SentForm): Result<{ how: "accepted" | "returned"; reason: string; dueOn: string }> {
  const parsed = reviewed.safeParse(Object.fromEntries(Object.entries(form).map(([name, all]) => [name, all[0]])));
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const { how, reason, dueOn } = parsed.data;
  const problems: Problem[] = [];
  if (how === "returned" && reason === "") problems.push({ code: "textMissing", field: "reason" });
  if (how === "returned" && !day.safeParse(dueOn).success) problems.push({ code: "dayNotUnderstood", field: "dueOn" });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
}

export const proposeInput = z.object({
  kind: z.enum(["limit", "suspend", "withdraw", "correct"], "valueNotAccepted"),
  effect: z.string().default(""),
});

/** A text in each language of the country, each of them asked for. */
export function readTexts(form: SentForm, name: string, most: number): Result<Texts> {
  const problems: Problem[] = [];
  const texts: Texts = {};
  for (const language of country.languages) {
    const said = form[`${name}.${language}`]?.[0]?.replaceAll("\0", "").replaceAll("\r\n", "\n").trim() ?? "";
    if (said === "") problems.push({ code: "auditTextMissing", field: `${name}.${language}` });
    if (said.length > most) problems.push({ code: "applicationTextTooLong", field: `${name}.${language}` });
    texts[language] = said;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: texts };
}
