import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { problemAnswer } from "./answers";

const told = {
  code: z.string().meta({ example: "level" }),
  title: z.string(),
  definition: z.string().meta({ description: "What it counts." }),
};
const countedAt = z.iso.datetime().meta({ description: "When it was counted: some minutes ago at most." });
const lang = z.string().optional().meta({ description: "Language of titles, definitions and names: one of the site’s; else English." });
const region = z.string().optional().meta({ description: "Only providers with their seat in this region (NUTS).", example: "BE23" });
const history = z.string().optional().meta({ description: "With 1, also the number at the end of each of the last months.", example: "1" });
const refused = (description: string) => ({ description, content: { "application/problem+json": { schema: problemAnswer } } });
const tags = ["Statistics"];

const figuresAnswer = z.object({ countedAt, items: z.array(z.object({ ...told, json: z.string(), csv: z.string() })) });

const figureAnswer = z.object({
  ...told,
  countedAt,
  items: z.array(
    z.object({
      category: z.string().meta({ description: "A code of the vocabulary; empty where nothing is stated." }),
      name: z.string(),
      part: z.string().optional(),
      count: z.int(),
    }),
  ),
  history: z
    .object({
      months: z.array(z.iso.date()).meta({ description: "The first day of each month, the oldest first." }),
      courses: z.array(z.object({ category: z.string(), part: z.string(), counts: z.array(z.int()) })),
    })
    .optional()
    .meta({ description: "By what the register knows now of each month; counted once a day." }),
});

export const statisticsPaths = {
  "/api/v1/statistics": {
    get: {
      operationId: "listFigures",
      tags,
      summary: "List the figures of the catalogue",
      requestParams: { query: z.object({ lang }) },
      responses: {
        "200": { description: "Each figure with its definition.", content: { "application/json": { schema: figuresAnswer } } },
        "400": refused("A parameter does not hold."),
      },
    },
  },
  "/api/v1/statistics/{code}": {
    get: {
      operationId: "getFigure",
      tags,
      summary: "Read one figure",
      description: "With .csv behind the code, as a CSV file in which every line carries title and definition.",
      requestParams: { path: z.object({ code: z.string().meta({ example: "level" }) }), query: z.object({ lang, region, history }) },
      responses: {
        "200": {
          description: "The numbers.",
          content: { "application/json": { schema: figureAnswer }, "text/csv": { schema: z.string() } },
        },
        "400": refused("A parameter does not hold."),
        "422": refused("There is no such region here."),
        "404": refused("There is no such figure."),
      },
    },
  },
} as const satisfies ZodOpenApiPathsObject;
