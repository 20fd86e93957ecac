import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from "zod-openapi";
import { offeringDocument, sessionDocument } from "@/lib/api/offerings/document";
import { bulkDocument, listQuery, withdrawalDocument } from "@/lib/api/offerings/routes";
import { country } from "@/lib/country/country";
import { env } from "@/lib/env";
import { plainText } from "@/lib/texts/texts";
import * as answers from "./answers";
import { auditPaths } from "./audit-paths";
import { type Example, exampleIds, examples } from "./examples";
import { logPaths } from "./log-paths";
import { publicPaths } from "./public-paths";
import { registerPaths } from "./register-paths";
import { statisticsPaths } from "./statistics-paths";

export type OperationId = keyof typeof examples;
type Described = {
  summary: string;
  description?: string;
  answer: z.ZodType;
  body?: z.ZodType;
  refusals: (keyof typeof refusals)[];
  conditional?: boolean;
};

const refusals = {
  "400": "Not understood: a parameter, or a body that is not JSON.",
  "401": "No valid key.",
  "403": "The key's scope does not allow it.",
  "404": "There is no such record of your organisation.",
  "409": "Not possible as the record is now, or the first request under this Idempotency-Key is still at work.",
  "412": "If-Match or If-None-Match does not hold.",
  "413": "The body is too large.",
  "415": "The body is not sent as JSON.",
  "422": "Not accepted: every problem is named with its field. Nothing was written.",
  "429": "Too many requests; Retry-After says when to come back.",
} as const;

const always = ["401", "429"] as const;
const written = ["400", "403", "409", "413", "415", "422"] as const;

const operations: Record<OperationId, Described> = {
  listOfferings: {
    summary: "List your offerings",
    description: "Drafts included, in the order of your own ids. Follow `next` until it is null.",
    answer: answers.listAnswer,
    refusals: ["400"],
  },
  getOffering: {
    summary: "Read an offering",
    description: "What is read can be sent back and changes nothing.",
    answer: answers.offeringAnswer,
    refusals: ["404"],
  },
  putOffering: {
    summary: "Write an offering",
    description:
      "Creates or replaces the draft, or the next version where one is live. With `publish: true` (scope publish) it is published at once. Other ECTS, or outcomes with little in common, make a new offering that takes the place of the old: `supersedes` names it, and its sessions are those that are sent along. Sessions that are not named stay as they are.",
    answer: answers.writtenAnswer,
    body: offeringDocument,
    refusals: [...written],
    conditional: true,
  },
  publish: {
    summary: "Publish the next version",
    description: "Or put a withdrawn offering back. Asking again changes nothing. Sessions that are not over go along to a new offering.",
    answer: answers.writtenAnswer,
    refusals: [...written, "404"],
    conditional: true,
  },
  withdraw: {
    summary: "Withdraw an offering",
    description: "Learners read the reason; it must be there in the original language of the offering. The page of the offering stays.",
    answer: answers.writtenAnswer,
    body: withdrawalDocument,
    refusals: [...written, "404"],
    conditional: true,
  },
  listSessions: { summary: "List the sessions of an offering", answer: answers.sessionsAnswer, refusals: ["404"] },
  getSession: { summary: "Read a session", answer: answers.sessionAnswer, refusals: ["404"] },
  putSession: {
    summary: "Write a session",
    description: "It is as public as its offering, at once.",
    answer: answers.sessionWrittenAnswer,
    body: sessionDocument,
    refusals: [...written, "404"],
    conditional: true,
  },
  cancelSession: {
    summary: "Cancel a session",
    description: "It stays to be seen as cancelled, so that whoever enrolled learns of it.",
    answer: answers.sessionWrittenAnswer,
    refusals: ["403", "404", "409"],
    conditional: true,
  },
  putMany: {
    summary: "Write up to 500 offerings",
    description: "Each item is answered by itself; one that is refused never sinks the rest.",
    answer: answers.bulkAnswer,
    body: bulkDocument.extend({ items: z.array(offeringDocument).min(1).max(500) }).meta({ id: "Bulk" }),
    refusals: [...written],
  },
};

const base = "/api/v1/provider/offerings";
/** Where each operation is asked. */
export const places: Record<OperationId, { method: "get" | "put" | "post" | "delete"; path: string }> = {
  listOfferings: { method: "get", path: base },
  putMany: { method: "post", path: `${base}/bulk` },
  getOffering: { method: "get", path: `${base}/{externalId}` },
  putOffering: { method: "put", path: `${base}/{externalId}` },
  publish: { method: "post", path: `${base}/{externalId}/publication` },
  withdraw: { method: "delete", path: `${base}/{externalId}/publication` },
  listSessions: { method: "get", path: `${base}/{externalId}/sessions` },
  getSession: { method: "get", path: `${base}/{externalId}/sessions/{id}` },
  putSession: { method: "put", path: `${base}/{externalId}/sessions/{id}` },
  cancelSession: { method: "delete", path: `${base}/{externalId}/sessions/{id}` },
};

const notOurs = { "application/problem+json": { schema: answers.problemAnswer } };

function operation(id: OperationId): ZodOpenApiOperationObject {
  const { summary, description, answer, body, refusals: own, conditional } = operations[id];
  const { method, path } = places[id];
  const { status, body: example }: Example = examples[id];
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name as keyof typeof exampleIds);
  const responses: ZodOpenApiResponsesObject = {
    [`${status as 200}`]: { description: "Done.", content: { "application/json": { schema: answer } } },
  };
  for (const one of [...always, ...own].sort()) responses[one] = { description: refusals[one], content: notOurs };
  const write = method !== "get";
  return {
    operationId: id,
    tags: ["Your catalogue"],
    summary,
    ...(description ? { description } : {}),
    security: [{ key: [] }],
    requestParams: {
      ...(names.length > 0
        ? {
            path: z.object(Object.fromEntries(names.map((name) => [name, z.string().min(1).max(200).meta({ example: exampleIds[name] })]))),
          }
        : {}),
      ...(id === "listOfferings" ? { query: listQuery } : {}),
      ...(write
        ? { query: z.object({ dryRun: z.enum(["1"]).optional().meta({ description: "Decide and answer, and write nothing." }) }) }
        : {}),
      ...(write ? { header: headersOf(conditional) } : {}),
    },
    ...(body
      ? { requestBody: { required: true, content: { "application/json": { schema: body, ...(example ? { example } : {}) } } } }
      : {}),
    responses,
  };
}

function headersOf(conditional = false) {
  const once = z.object({
    "Idempotency-Key": z
      .string()
      .max(200)
      .optional()
      .meta({ description: "A request that is repeated under the same key within a day is done once." }),
  });
  const tag = z.string().optional().meta({ description: "Write only while the record has this ETag." });
  return conditional ? once.extend({ "If-Match": tag }) : once;
}

/** The description of the API in OpenAPI 3.1, made from the schemas by which requests are checked. */
export function openApiDocument() {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {
    ...publicPaths,
    ...registerPaths,
    ...logPaths,
    ...statisticsPaths,
    ...auditPaths,
  };
  for (const [id, { method, path }] of Object.entries(places)) paths[path] = { ...paths[path], [method]: operation(id as OperationId) };
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: `${plainText(country.name, "en")}: API`,
      version: "1",
      description:
        "Search, catalogue and register for everybody; a provider's own catalogue for its machines, by a key that a manager makes in the desk.",
    },
    servers: [{ url: env.SITE_URL }],
    tags: [
      { name: "Catalogue", description: "Open to everybody." },
      { name: "Register", description: "Open to everybody, for any day, as it was known on any other." },
      { name: "Public log", description: "What was decided, published and withdrawn, for everybody to check; see docs/public-log.md." },
      { name: "Your catalogue", description: "For providers' machines." },
    ],
    components: { securitySchemes: { key: { type: "http", scheme: "bearer", description: "A key from Machine access in the desk." } } },
    paths,
  });
}
