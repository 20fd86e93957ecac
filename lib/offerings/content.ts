import { z } from "zod";
import { isQualityCode } from "@/lib/terms/term";
import { isCode, type VocabularyName } from "@/lib/vocabularies/vocabulary";

export const textsInput = z.record(z.string().regex(/^[a-z]{2}$/), z.string()).default({});

function coded(name: VocabularyName) {
  return z.string().refine((code) => isCode(name, code));
}

const outcome = z.object({
  type: coded("outcomeTypes"),
  text: textsInput,
  /** ESCO skill URIs. */
  skills: z.array(z.url()).default([]),
});

/** Who signs the credential: an organisation of the register by its slug, or somebody outside it by name. */
const awardingBody = z.object({ slug: z.string().nullable(), name: z.string() });

/**
 * What one version of an offering says: Recommendation Annex I and what stands beside it (design, section 3). Everything may be
 * missing here, since a draft is the same document; `completeness` says what a published version needs.
 */
export const offeringContent = z.object({
  originalLanguage: z.string().regex(/^[a-z]{2}$/),
  title: textsInput,
  summary: textsInput,
  description: textsInput,
  outcomes: z.array(outcome).default([]),
  ects: z.number().positive().nullable().default(null),
  hours: z.number().positive().nullable().default(null),
  eqf: z.int().min(1).max(8).nullable().default(null),
  cycle: coded("cycles").nullable().default(null),
  fields: z.array(coded("fields")).default([]),
  modes: z.array(coded("modes")).default([]),
  assessment: z.array(coded("assessments")).default([]),
  assessmentNote: textsInput,
  supervision: coded("supervisions").nullable().default(null),
  awardingBodies: z.array(awardingBody).default([]),
  quality: z.array(z.string().refine(isQualityCode)).default([]),
  qualityNote: textsInput,
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).default([]),
  setting: coded("settings").nullable().default(null),
  type: coded("opportunityTypes").nullable().default(null),
  prerequisites: textsInput,
  grading: textsInput,
  stacking: coded("stackings").nullable().default(null),
  stackingNote: textsInput,
  /** Offerings this one stacks into: `providerSlug:externalId`. */
  stacksInto: z.array(z.string()).default([]),
  targetGroups: z.array(coded("targetGroups")).default([]),
  keywords: z.record(z.string(), z.array(z.string())).default({}),
  validation: coded("validations").nullable().default(null),
  validationNote: textsInput,
  funding: z.array(coded("fundings")).default([]),
  fundingNote: textsInput,
  accessProvisions: z.array(coded("accessProvisions")).default([]),
  accessibility: textsInput,
  credential: z.array(coded("credentialFormats")).default([]),
  contact: z.string().nullable().default(null),
  url: z.url().nullable().default(null),
  applyUrl: z.url().nullable().default(null),
  furtherInformation: textsInput,
  /** Names of the properties whose value the provider stated once for its whole catalogue. */
  statedForCatalogue: z.array(z.string()).default([]),
  /** Of each translated text, the fingerprint of the original from which it was made (translations.ts), by language and text. */
  translatedFrom: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});

export type OfferingContent = z.output<typeof offeringContent>;

/** What a provider may state once for its whole catalogue. */
export const catalogueStatements = offeringContent
  .pick({
    awardingBodies: true,
    quality: true,
    qualityNote: true,
    assessment: true,
    assessmentNote: true,
    supervision: true,
    languages: true,
    setting: true,
    credential: true,
    accessProvisions: true,
    accessibility: true,
    validation: true,
    validationNote: true,
    funding: true,
    fundingNote: true,
    contact: true,
    applyUrl: true,
  })
  .partial();

export type CatalogueStatements = z.output<typeof catalogueStatements>;
