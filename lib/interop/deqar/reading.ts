import { shorten } from "@/lib/imports/reading";
import { toCell } from "@/lib/imports/table";
import type { Problem, ProblemCode } from "@/lib/result";

/**
 * One object of a file while it is read. `wrong` is what refuses the row; `leftOut` is what was not understood and is not taken, while the
 * rest of the row is.
 */
export class Reading {
  readonly wrong: Problem[] = [];
  readonly leftOut: Problem[] = [];

  refuse(code: ProblemCode, field: string, value = ""): undefined {
    this.wrong.push(problem(code, field, value));
  }

  leave(code: ProblemCode, field: string, value = ""): undefined {
    this.leftOut.push(problem(code, field, value));
  }

  /** A value in the words of a list, left out where it is none of them. */
  coded<T>(record: Fields, name: string, path: string, meaning: (written: string) => T | undefined): T | null {
    const written = textOf(record, name);
    if (written === null) return null;
    const meant = meaning(written);
    if (meant === undefined) this.leave("qualityValueNotUnderstood", path + name, written);
    return meant ?? null;
  }

  /** An address that a page may link to, left out where it is none. */
  address(record: Fields, name: string, path: string): string | null {
    const written = textOf(record, name);
    if (written === null) return null;
    const url = toAddress(written);
    if (url === undefined) this.leave("qualityAddressNotUnderstood", path + name, written);
    return url ?? null;
  }
}

function problem(code: ProblemCode, field: string, value: string): Problem {
  return { code, field, ...(value ? { value: shorten(toCell(value)) } : {}) };
}

export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The longest text that is kept of one field. */
const longest = 4000;

/** A field as text, whether it was written as one or as a number; null where it is empty or something else. */
export function textOf(record: Fields, name: string): string | null {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return null;
  const text = toCell(String(value)).trim().slice(0, longest);
  return text === "" ? null : text;
}

/** A field as a list; one thing by itself is a list of one. */
export function listOf(record: Fields, ...names: string[]): unknown[] {
  return names.flatMap((name) => {
    const value = Object.hasOwn(record, name) ? record[name] : undefined;
    if (value === undefined || value === null || value === "") return [];
    return Array.isArray(value) ? value : [value];
  });
}

export function textsOf(record: Fields, ...names: string[]): string[] {
  return listOf(record, ...names).flatMap((value) => textOf({ value }, "value") ?? []);
}

function toAddress(written: string): string | undefined {
  if (written.length > 2000 || !/^https?:\/\//i.test(written)) return undefined;
  try {
    return new URL(written).toString();
  } catch {
    return undefined;
  }
}
