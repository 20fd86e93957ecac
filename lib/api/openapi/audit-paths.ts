import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { problemAnswer } from "./answers";

const texts = z.record(z.string(), z.string());
const slug = z.string().meta({ example: "yearly-audit-of-providers" });
const refused = (description: string) => ({ description, content: { "application/problem+json": { schema: problemAnswer } } });
const tags = ["Audits"];

const planAnswer = z.object({
  slug,
  authority: z.string(),
  title: texts,
  aim: texts,
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  standards: z.array(z.object({ code: z.string(), title: texts })),
  draws: z.enum(["providers", "offerings"]),
  random: z.int(),
  risk: z.int(),
  announcedAt: z.iso.datetime(),
  frame: z.object({ path: z.string(), size: z.int(), sha256: z.string() }),
  quotas: z.record(z.string(), z.int()).meta({ description: "How many of each provider type; of all, under the empty name." }),
  seed: z.string().nullable(),
  seedFrom: z
    .union([z.object({ outside: z.string() }), z.object({ checkpoint: z.string() })])
    .nullable()
    .meta({ description: "Where the seed comes from; null until it is known." }),
  drawnAt: z.iso.datetime().nullable(),
  sample: z.array(z.string()).meta({ description: "Whom the seed drew, in the order of the draw." }),
});

export const auditPaths = {
  "/api/v1/audits/{slug}": {
    get: {
      operationId: "getAuditPlan",
      tags,
      summary: "Read an audit plan",
      description: "With seed, quotas and sample: all that one needs to draw again, beside the list that was drawn from.",
      requestParams: { path: z.object({ slug }) },
      responses: {
        "200": { description: "The plan.", content: { "application/json": { schema: planAnswer } } },
        "404": refused("There is no such plan."),
      },
    },
  },
  "/api/v1/audits/{slug}/frame": {
    get: {
      operationId: "getAuditFrame",
      tags,
      summary: "Read the list that an audit plan draws from",
      description: "A line for each: the name in its address, and its provider’s type where that is drawn from by itself.",
      requestParams: { path: z.object({ slug }) },
      responses: {
        "200": { description: "The list as it was announced.", content: { "text/plain": { schema: z.string() } } },
        "404": refused("There is no such plan."),
      },
    },
  },
} as const satisfies ZodOpenApiPathsObject;
