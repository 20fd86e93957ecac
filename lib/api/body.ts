import type { z } from "zod";
import { shorten } from "@/lib/imports/reading";
import { toCell } from "@/lib/imports/table";
import { ok, type Problem, type ProblemCode, type Result, refuse } from "@/lib/result";

/** The body as text, counted while it arrives: nobody makes us hold more than an address takes. */
export async function readBody(request: Request, most: number): Promise<Result<string>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body) {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most) return refuse({ code: "requestTooLarge" });
      chunks.push(chunk);
    }
  }
  const text = Buffer.concat(chunks).toString("utf8");
  if (text.trim() !== "" && !isJson(request.headers.get("content-type"))) return refuse({ code: "mediaTypeNotAccepted" });
  return ok(text);
}

function isJson(type: string | null): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type?.trim() ?? "");
}

export function parseBody<S extends z.ZodType>(text: string, schema: S): Result<z.output<S>> {
  const given = parseJson(text);
  return given.ok ? parseValue(given.value, schema) : given;
}

function parseJson(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return refuse({ code: "requestNotJson" });
  }
}

/** Checks with a schema whose messages are problem codes; every problem names its path in the document. */
export function parseValue<S extends z.ZodType>(value: unknown, schema: S): Result<z.output<S>> {
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : { ok: false, problems: parsed.error.issues.flatMap(problemsOf).slice(0, 100) };
}

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  const at = (path: PropertyKey[]) => shorten(toCell(path.map(String).join(".")));
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ code: "nameUnknown", field: at([...issue.path, key]) }));
  const code = /^[a-z][A-Za-z]+$/.test(issue.message) ? issue.message : "valueNotAccepted";
  return [{ code: code as ProblemCode, field: at(issue.path) }];
}
