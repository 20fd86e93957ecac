import { createHash } from "node:crypto";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import type { Problem, ProblemCode } from "@/lib/result";
import { type RefusalStatus, textOf, titleFor } from "./words";

/** What a request is answered, before it is written in a language and sent. It can be kept, and sent again. */
export type Answer = { status: number; body: unknown; headers?: Record<string, string> };

/** Problems that are more than a body to put right. */
const statuses: Partial<Record<ProblemCode, RefusalStatus>> = {
  keyNotAccepted: "401",
  notAllowed: "403",
  scopeTooNarrow: "403",
  recordUnknown: "404",
  offeringUnknown: "404",
  offeringWithdrawn: "409",
  offeringArchived: "409",
  offeringNotPublished: "409",
  registerOrganisationUnknown: "404",
  receiptUnknown: "404",
  figureUnknown: "404",
  auditPlanUnknown: "404",
  requestInProgress: "409",
  logPositionUnknown: "404",
  logSizeUnknown: "404",
  logEntryUnknown: "404",
  logDayUnknown: "404",
  logNotSigned: "503",
  preconditionFailed: "412",
  requestTooLarge: "413",
  mediaTypeNotAccepted: "415",
  tooManyRequests: "429",
  tooManyReceipts: "429",
  parameterTwice: "400",
  parameterUnknown: "400",
  requestNotJson: "400",
  idempotencyKeyNotAccepted: "400",
};

export type ToldProblem = { code: string; field?: string; value?: string; detail: string };

export function told({ code, field, value }: Problem, locale: Locale): ToldProblem {
  return { code, ...(field ? { field: field.slice(0, 300) } : {}), ...(value ? { value } : {}), detail: textOf(code, locale) };
}

/** A refusal as RFC 9457 problem details, with each problem, its field and its remedy. */
export function refusal(problems: Problem[], locale: Locale, as?: RefusalStatus): Answer {
  const [first = { code: "valueNotAccepted" as const }] = problems;
  const status = as ?? statuses[first.code] ?? "422";
  return {
    status: Number(status),
    body: {
      type: `${env.SITE_URL}/api#${first.code}`,
      title: titleFor(status, locale),
      status: Number(status),
      detail: textOf(first.code, locale),
      problems: problems.map((problem) => told(problem, locale)),
    },
    headers: { "content-language": locale },
  };
}

export function etagOf(body: unknown): string {
  return `"${createHash("sha256").update(JSON.stringify(body)).digest("base64url").slice(0, 22)}"`;
}

export function send({ status, body, headers = {} }: Answer, more: Record<string, string> = {}): Response {
  const type = status >= 400 ? "application/problem+json" : "application/json";
  const all = { "cache-control": "private, no-cache", vary: "authorization, accept-language", ...headers, ...more };
  return status === 304
    ? new Response(null, { status, headers: all })
    : new Response(JSON.stringify(body), { status, headers: { ...all, "content-type": type } });
}
