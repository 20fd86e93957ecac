import type problems from "./i18n/messages/en/problems.json";

/** A code without an English message does not compile. */
export type ProblemCode = keyof typeof problems;

/** Why something expected did not happen: `field` names the input to put right, `value` what stood there. */
export type Problem = { code: ProblemCode; field?: string; value?: string };

/** An outcome the caller must handle. Anything nobody expects is thrown instead. */
export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(...problems: Problem[]): Result<never> {
  return { ok: false, problems };
}
