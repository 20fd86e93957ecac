import { questionParameters } from "@/lib/register/question";
import { ok, type Problem, type Result } from "@/lib/result";
import { type Answer, etagOf, refusal, send } from "./answer";
import { preferredLocale } from "./words";

/**
 * A route that is open to everybody: what is wrong with a request is told in the language that it asks for; what is answered is the same in
 * all, and comes only when it is another than what the asker has already (ETag).
 */
export async function answerPublicly(request: Request, work: () => Promise<Result<unknown>>): Promise<Response> {
  const done = await work();
  if (!done.ok) return refusePublicly(request, done.problems);
  const etag = etagOf(done.value);
  const headers = { "cache-control": "no-cache", vary: "accept", etag, "access-control-allow-origin": "*" };
  const isKnown = request.headers
    .get("if-none-match")
    ?.split(",")
    .some((tag) => tag.trim().replace(/^W\//, "") === etag);
  const answer: Answer = isKnown ? { status: 304, body: null } : { status: 200, body: done.value };
  return send(answer, headers);
}

export function refusePublicly(request: Request, problems: Problem[]): Response {
  const [first] = problems;
  const more: Record<string, string> = first?.code === "tooManyReceipts" ? { "retry-after": String(15 * 60) } : {};
  return send(refusal(problems, preferredLocale(request.headers.get("accept-language"))), { "cache-control": "no-store", ...more });
}

/** The parameters of an address, each once. One that is unknown or repeated is refused: a slip in a name would be another question. */
export function readParameters(url: URL, known: readonly string[]): Result<Record<string, string>> {
  const problems: Problem[] = [];
  for (const name of new Set(url.searchParams.keys())) {
    if (!known.includes(name)) problems.push({ code: "parameterUnknown", field: name.slice(0, 100).toWellFormed() });
    else if (url.searchParams.getAll(name).length > 1) problems.push({ code: "parameterTwice", field: name });
  }
  return problems.length > 0 ? { ok: false, problems } : ok(Object.fromEntries(url.searchParams));
}

export const clockParameters = questionParameters.filter((name) => name !== "eqf" && name !== "field");
