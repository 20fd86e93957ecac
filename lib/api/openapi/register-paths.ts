import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { problemAnswer } from "./answers";
import * as answers from "./register-answers";

const refused = (description: string) => ({ description, content: { "application/problem+json": { schema: problemAnswer } } });
const answered = (description: string, schema: z.ZodType) => ({ description, content: { "application/json": { schema } } });
const wrong = {
  "400": refused("A parameter that there is not, or that comes twice."),
  "422": refused("A value does not hold: each is named with its field."),
};
const unchanged = { "304": { description: "It is what If-None-Match names." } };

const clocks = {
  validOn: z.iso.date().optional().meta({ description: "The day on which it holds; today where it is left out.", example: "2026-05-03" }),
  asKnownOn: z.string().optional().meta({
    description:
      "The day at whose end, in the time zone of the country, the register knew it, or a moment with its offset. Left out, or today: now. What was known on a past day never changes.",
    example: "2026-06-01",
  }),
};

const values = (description: string, example: string) =>
  z
    .array(z.string())
    .optional()
    .meta({ description, example: [example] });

/** The register, open to everybody. The examples can be asked as they stand; a test does. */
export const registerPaths = {
  "/api/v1/register/status": {
    get: {
      operationId: "askRegister",
      tags: ["Register"],
      summary: "Was a provider accredited for something on a day?",
      description:
        "Yes or no, with what it rests on, and a receipt: a JSON Web Signature (EdDSA, Ed25519) over question, answer, basis and moment as canonical JSON, with a permanent address. The same question has the same receipt until something changes.",
      requestParams: {
        query: z.object({
          provider: z.string().meta({ description: "Slug, id, or an identifier as scheme:value.", example: "garden-college" }),
          eqf: z.int().min(1).max(8).optional().meta({ description: "EQF level.", example: 5 }),
          field: z.string().optional().meta({ description: "ISCED-F code of any depth.", example: "0613" }),
          ...clocks,
        }),
      },
      responses: {
        "200": answered("The answer.", answers.statusAnswer),
        ...unchanged,
        ...wrong,
        "404": refused("The register holds no such organisation."),
        "429": refused("Too many new receipts; Retry-After says when to come back."),
      },
    },
  },
  "/api/v1/register/receipts/{id}": {
    get: {
      operationId: "getReceipt",
      tags: ["Register"],
      summary: "Read a receipt",
      description:
        "The answer as it was given, its signature, and the key. With `.jws` behind the id, the signature alone as application/jose.",
      requestParams: { path: z.object({ id: z.string() }) },
      responses: { "200": answered("The receipt.", answers.receiptAnswer), ...unchanged, "404": refused("No such receipt was given.") },
    },
  },
  "/api/v1/register/organisations": {
    get: {
      operationId: "searchRegister",
      tags: ["Register"],
      summary: "Search the organisations of the register",
      description:
        "In pages, in the order of their slugs: follow `next` until it is null. Levels, fields and standards are those of one accreditation in force.",
      requestParams: {
        query: z.object({
          q: z
            .string()
            .optional()
            .meta({ description: "Any part of a name, an earlier one too; a town; an identifier.", example: "garden" }),
          status: values("What it is on the day.", "accredited"),
          type: values("Type of provider.", "adult-education"),
          region: values("NUTS code of the seat.", "BE2"),
          standard: values("Standard of quality assurance.", "esg"),
          eqf: values("EQF level.", "5"),
          field: values("ISCED-F code.", "06"),
          ...clocks,
          after: z.string().optional(),
          limit: z.int().min(1).max(200).default(50),
        }),
      },
      responses: { "200": answered("A page.", answers.organisationsAnswer), ...unchanged, ...wrong },
    },
  },
  "/api/v1/register/organisations/{id}": {
    get: {
      operationId: "getRegisterOrganisation",
      tags: ["Register"],
      summary: "Read an organisation of the register",
      description: "Names, registrations, accreditations, restrictions and decisions, as they were known on a day.",
      requestParams: {
        path: z.object({ id: z.string().meta({ description: "Slug, id, or an identifier as scheme:value.", example: "garden-college" }) }),
        query: z.object(clocks),
      },
      responses: {
        "200": answered("The organisation.", answers.organisationAnswer),
        ...unchanged,
        ...wrong,
        "404": refused("The register holds no such organisation."),
      },
    },
  },
  "/.well-known/jwks.json": {
    get: {
      operationId: "getReceiptKeys",
      tags: ["Register"],
      summary: "The public keys of receipts",
      description: "A JWK set (RFC 7517) of every key that receipts were ever signed with.",
      responses: { "200": answered("The keys.", answers.keysAnswer), ...unchanged },
    },
  },
} as const satisfies ZodOpenApiPathsObject;
