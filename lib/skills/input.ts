import { z } from "zod";

const texts = z.record(z.string(), z.string());

const concept = z.object({
  uri: z.url(),
  kind: z.enum(["skill", "knowledge", "group"]).optional(),
  reuse: z.string().nullable().default(null),
  code: z.string().nullable().default(null),
  labels: texts,
  alternatives: z.record(z.string(), z.array(z.string())).default({}),
  descriptions: texts.default({}),
  status: z.string().default("released"),
  replacedBy: z.string().nullable().default(null),
});

/** A skill, a group of skills or, without a kind, an occupation, in the languages that are at hand. */
export type Concept = z.output<typeof concept>;

/** What is broader than a skill, or which skill an occupation needs. */
export type Link = { from: string; to: string; need?: "essential" | "optional" };

/** demo/skills.json: the part of ESCO that the demonstration's offerings teach. */
export const demonstrationSkills = z.object({
  skills: z.array(concept),
  occupations: z.array(concept),
  broader: z.array(z.tuple([z.string(), z.string()])),
  needs: z.array(z.tuple([z.string(), z.string(), z.enum(["essential", "optional"])])),
});
