import { z } from "zod";
import { type SearchQuery, smallestRadius, sorts } from "@/lib/catalogue/query";
import { country } from "@/lib/country/country";
import { type VocabularyName, vocabulary } from "@/lib/vocabularies/vocabulary";

const several = (name: VocabularyName) => z.array(z.enum(vocabulary(name).map(({ code }) => code))).optional();
const number = () => z.number().min(0).optional();
const day = () => z.iso.date().optional();
const flag = () => z.literal("1").optional();
const text = () => z.string().optional();
const says = (description: string) => ({ description });

/** Every parameter of a search; the type holds it to the search's own list. */
const parameters = {
  q: text().meta({ ...says("Words, in any language."), example: "care" }),
  eqf: z
    .array(z.int().min(1).max(8))
    .optional()
    .meta({ ...says("Levels of the European Qualifications Framework."), example: [5] }),
  ectsMin: number(),
  ectsMax: number(),
  hoursMax: number().meta(says(`Workload. Where no hours are stated, a credit counts ${country.hoursPerEcts.from} of them.`)),
  field: z.array(z.string()).optional().meta(says("ISCED-F 2013 codes of any depth.")),
  topic: z.array(z.string()).optional().meta(says("Keywords, whole and in any of their languages.")),
  skill: z.array(z.url()).optional().meta(says("ESCO skills, by address.")),
  lang: z.array(z.string()).optional().meta(says("Languages in which a session is taught.")),
  mode: several("modes"),
  schedule: several("schedules"),
  assessment: several("assessments"),
  provider: z.array(z.string()).optional().meta(says("Slugs of providers.")),
  providerType: several("providerTypes"),
  qa: several("qualityStandards"),
  region: z
    .array(z.enum(Object.keys(country.regions)))
    .optional()
    .meta(says("NUTS codes.")),
  near: text().meta(says('A place by name, or "latitude,longitude". `place` of the answer says where that is.')),
  radius: z.number().min(smallestRadius).max(500).optional().meta(says("Kilometres around `near`; 25 unless said.")),
  orOnline: flag().meta(says("Beside `near`: also what is held online, wherever one is.")),
  startFrom: day(),
  startTo: day(),
  open: flag().meta(says("Enrolment is open today.")),
  priceMax: number().meta(says("What somebody without any claim to less pays.")),
  free: flag(),
  funding: several("fundings"),
  target: several("targetGroups"),
  access: several("accessProvisions"),
  priorLearning: several("validations"),
  credential: several("credentialFormats"),
  stackable: flag(),
  acceptedBy: text().meta(says("Slug of an organisation whose recognition policy in force accepts what is found.")),
  more: flag().meta(says("Counts the facets that few ask for, too.")),
  literal: flag().meta(says("Takes words as words where they could be filters, as “free” or “in Ghent” could.")),
  sort: z.enum(sorts).optional(),
  view: z.literal("map").optional().meta(says("How the page shows results; the API answers the same.")),
  page: z.int().min(1).optional(),
} satisfies Record<keyof SearchQuery, z.ZodType>;

export const searchParameters = z.object({
  ...parameters,
  perPage: z.int().min(1).max(100).optional(),
  locale: text().meta(says("Language of titles, where they have it.")),
});
