import type { z } from "zod";
import { ok, type Problem, type ProblemCode, type Result } from "./result";

/** What is wrong with a form, in the reader's words; `field` is the name of the input to put right. */
type FormProblem = { message: string; field?: string };

/** What a form shows: nothing yet, or the last attempt with what was typed and what is wrong with it. */
export type FormState = { problems: FormProblem[]; values: Record<string, string[]> };

export const untouched: FormState = { problems: [], values: {} };

/** The fields of a form as they were sent, without what the framework adds; a name that occurs twice has two values. */
export function valuesOf(form: FormData): Record<string, string[]> {
  // A field may be called what every object has, such as `constructor`.
  const values = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$ACTION")) values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries(values);
}

/**
 * Reads a form with a schema whose messages are problem codes. A field that occurs once is a text; the schema takes those that can occur
 * more often as lists (`listed`).
 */
export function parseForm<S extends z.ZodType>(schema: S, form: FormData, listed: readonly string[] = []): Result<z.output<S>> {
  const values = Object.entries(valuesOf(form));
  const parsed = schema.safeParse(Object.fromEntries(values.map(([name, all]) => [name, listed.includes(name) ? all : all[0]])));
  if (parsed.success) return ok(parsed.data);
  return { ok: false, problems: problemsOf(parsed.error) };
}

/** What zod found, as problems: the message of a rule is a code, and anything else means that the value is not one that was offered. */
export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.map(({ message, path }) => ({
    code: (/^[a-z][A-Za-z]+$/.test(message) ? message : "valueNotAccepted") as ProblemCode,
    field: path.join("."),
  }));
}

/**
 * One of several forms of a page, whose fields would have the same names: each name begins with that of its form and a dot, since the name of
 * a field is its id.
 */
export function partOf(form: FormData, part: string): FormData {
  const fields = new FormData();
  for (const [name, value] of form) if (name.startsWith(`${part}.`)) fields.append(name.slice(part.length + 1), value);
  return fields;
}

/** The problems of such a form, at its own fields. */
export function inPart(problems: Problem[], part: string): Problem[] {
  return problems.map(({ field, ...problem }) => (field ? { ...problem, field: `${part}.${field}` } : problem));
}
