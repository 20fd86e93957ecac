import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { suggestionKinds } from "@/lib/suggestions/suggestion";
import { problemAnswer } from "./answers";
import { searchParameters } from "./search-parameters";

const texts = z.record(z.string(), z.string());
const refused = (description: string) => ({ description, content: { "application/problem+json": { schema: problemAnswer } } });

const listed = z.object({
  id: z.uuid(),
  slug: z.string(),
  updatedAt: z.iso.datetime(),
  provider: z.string(),
  version: z.int(),
  title: texts,
  eqf: z.int(),
  ects: z.number().nullable(),
  hours: z.number().nullable(),
  fields: z.array(z.string()),
  modes: z.array(z.string()),
  languages: z.array(z.string()),
});

const items = z.array(z.looseObject({ id: z.uuid(), slug: z.string(), title: z.string() }));
const applied = z.array(z.object({ name: z.string(), value: z.string() }));

const place = z.union([z.literal("unknown"), z.object({ latitude: z.number(), longitude: z.number() })]).nullable();

const mapped = z.object({
  total: z.int().meta({ description: "All that the search finds." }),
  elsewhere: z.int().meta({ description: "Those that are at no place, as they are held online or do not say where." }),
  source: z.string(),
  place,
  places: z.array(
    z.object({
      spot: z.int().meta({ description: "Number of a square of a hundredth of a degree." }),
      latitude: z.number().meta({ description: "Of its middle." }),
      longitude: z.number(),
      name: z.string().nullable().meta({ description: "Of the town in it or next to it." }),
      count: z.int(),
    }),
  ),
});

const found = z.object({
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  perPage: z.int(),
  source: z.string(),
  items,
  facets: z.record(z.string(), z.record(z.string(), z.int())),
  place,
  nearest: z
    .object({ q: z.string(), applied, total: z.int(), items })
    .nullable()
    .meta({ description: "Where nothing was found: what comes nearest, and the filters that are left." }),
  understood: z.object({ q: z.string(), words: z.array(z.string()) }).nullable(),
  spelling: z
    .object({ q: z.string(), applied: z.boolean() })
    .nullable()
    .describe("The words as the catalogue spells them, where some stand in no offering: searched for in their place if `applied`."),
  applied,
});

const suggested = z.object({
  said: z.string().describe("How many there are, for who listens to the page."),
  groups: z.array(
    z.object({
      kind: z.enum(suggestionKinds),
      name: z.string(),
      items: z.array(
        z.object({
          text: z.string(),
          language: z.string().nullable().describe("Of the text, where it is another than asked for."),
          note: z.string().nullable(),
          href: z.string(),
        }),
      ),
    }),
  ),
});

/** What is open to everybody. */
export const publicPaths = {
  "/api/v1/search": {
    get: {
      operationId: "search",
      tags: ["Catalogue"],
      summary: "Search the catalogue",
      description:
        "Takes the parameters of the search page; a value that makes no sense counts as absent. Filters on sessions are all met by one session.",
      requestParams: {
        query: searchParameters,
      },
      responses: { "200": { description: "What was found, with facets.", content: { "application/json": { schema: found } } } },
    },
  },
  "/api/v1/suggestions": {
    get: {
      operationId: "suggest",
      tags: ["Catalogue"],
      summary: "What somebody may mean who has begun to write a question",
      description:
        "Topics, places, providers and offerings whose names have the words, of which the last may be only begun; with where each leads on the site.",
      requestParams: { query: z.object({ q: z.string().max(100).optional(), locale: z.enum(["en", "nl", "fr", "de"]).optional() }) },
      responses: { "200": { description: "Suggestions in groups.", content: { "application/json": { schema: suggested } } } },
    },
  },
  "/api/v1/search/places": {
    get: {
      operationId: "searchPlaces",
      tags: ["Catalogue"],
      summary: "Count what a search finds by place",
      description:
        "Takes the parameters of a search. At each place it counts the offerings of which one session is held there and meets all filters; a search with `near` in its middle and a `radius` of 0.3 finds these.",
      requestParams: { query: searchParameters.omit({ perPage: true, locale: true }) },
      responses: { "200": { description: "Places, those with most first.", content: { "application/json": { schema: mapped } } } },
    },
  },
  "/api/v1/offerings": {
    get: {
      operationId: "listPublicOfferings",
      tags: ["Catalogue"],
      summary: "List all visible offerings",
      description: "In pages: follow `next` until it is null.",
      requestParams: { query: z.object({ after: z.uuid().optional(), limit: z.int().min(1).max(500).default(100) }) },
      responses: {
        "200": {
          description: "A page.",
          content: { "application/json": { schema: z.object({ items: z.array(listed), next: z.string().nullable() }) } },
        },
        "400": refused("A parameter does not hold."),
      },
    },
  },
  "/api/v1/offerings/{id}": {
    get: {
      operationId: "getPublicOffering",
      tags: ["Catalogue"],
      summary: "Read a visible offering",
      requestParams: { path: z.object({ id: z.string().meta({ description: "Id or slug." }) }) },
      responses: {
        "200": {
          description: "The offering with its sessions.",
          content: { "application/json": { schema: z.looseObject({ id: z.uuid(), slug: z.string() }) } },
        },
        "404": refused("There is no such offering."),
        "410": refused("It has left the catalogue; the detail says why."),
      },
    },
  },
} as const satisfies ZodOpenApiPathsObject;
