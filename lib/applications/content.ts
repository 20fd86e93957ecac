import { z } from "zod";
import { identifierSchemes } from "./identifiers";

const text = z.string().default("");
const day = z.string().nullable().default(null);

export const steps = ["identity", "identifiers", "type", "places", "quality", "answers", "evidence", "contact", "declaration"] as const;
export type Step = (typeof steps)[number];

export function isStep(value: string): value is Step {
  return steps.some((step) => step === value);
}

const claim = z.object({
  /** A code of qualityStandards. */
  standard: z.string(),
  /** What the standard is called, where it is another than those of the list. */
  label: text,
  /** Who found that it is met. */
  body: text,
  from: day,
  until: day,
});

/** What an application states. Everything may be missing: it is filled in step by step (`missingIn` says what submitting needs). */
export const applicationContent = z.object({
  identity: z.object({ names: z.record(z.string(), z.string()).default({}), founded: day, homepage: text }).prefault({}),
  identifiers: z.array(z.object({ scheme: z.enum(identifierSchemes), value: z.string() })).default([]),
  type: z.string().nullable().default(null),
  places: z
    .object({
      /** The first name of one of the country's places. */
      seat: z.string().nullable().default(null),
      street: text,
      postalCode: text,
      further: z.array(z.string()).default([]),
      /** The slug of the authority that the applicant chose, where several answer for the seat. */
      authority: z.string().nullable().default(null),
    })
    .prefault({}),
  quality: z.array(claim).default([]),
  /** To what the authority asks beyond these, by the code of the question (lib/criteria/form). */
  answers: z.record(z.string(), z.array(z.string())).default({}),
  contact: z.object({ name: text, email: text, phone: text }).prefault({}),
  declaration: z.object({ capacity: text, declared: z.boolean().default(false) }).prefault({}),
  /** The revision at which each step was last saved, by which two tabs on the same step are told apart. */
  touched: z.partialRecord(z.enum(steps), z.int()).default({}),
});

export type ApplicationContent = z.output<typeof applicationContent>;
export type Claim = ApplicationContent["quality"][number];
/** The steps that are filled in; files are handed in one by one. */
export type FormStep = Exclude<Step, "evidence">;
export type StepPart = { [S in FormStep]: { step: S; part: ApplicationContent[S] } }[FormStep];

export const emptyApplication: ApplicationContent = applicationContent.parse({});
