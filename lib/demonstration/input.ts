import { z } from "zod";
import { isCode } from "@/lib/vocabularies/vocabulary";

const texts = z.record(z.string(), z.string());
const day = z.iso.date();
const until = day
  .nullable()
  .optional()
  .transform((end) => end ?? null);

/** demo/providers/*.json, as demo/README.md describes it. */
export const demonstrationOrganisation = z.object({
  slug: z.string(),
  type: z
    .string()
    .refine((code) => isCode("providerTypes", code))
    .optional(),
  roles: z.array(z.enum(["provider", "awarding-body", "competent-authority", "quality-agency", "guidance-service", "recognition-body"])),
  names: z.array(z.object({ text: texts, from: day, until })).min(1),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })).default([]),
  homepage: z.url(),
  email: z.email(),
  phone: z.string().optional(),
  address: z.object({ street: z.string(), postalCode: z.string(), town: z.string() }),
  description: texts,
  registration: z
    .array(
      z.object({ authority: z.string(), status: z.enum(["registered", "suspended", "withdrawn"]), from: day, reason: texts.default({}) }),
    )
    .default([]),
  accreditations: z
    .array(
      z.object({
        key: z.string(),
        title: texts,
        body: z.string(),
        type: z.string().refine((code) => isCode("accreditationTypes", code)),
        standard: z.string().refine((code) => isCode("qualityStandards", code)),
        standardLabel: texts.default({}),
        scope: z
          .object({
            eqf: z.array(z.int().min(1).max(8)).min(1).optional(),
            fields: z
              .array(z.string().refine((code) => isCode("fields", code)))
              .min(1)
              .optional(),
            settings: z
              .array(z.string().refine((code) => isCode("settings", code)))
              .min(1)
              .optional(),
            jurisdictions: z.array(z.string()).min(1).optional(),
          })
          .default({}),
        from: day,
        until,
        openEnded: z.boolean().default(false),
        effect: z.enum(["full", "no-new-starts", "teach-out", "withdrawn"]).default("full"),
        effectFrom: day.optional(),
        effectUntil: day.optional(),
        report: z.url().optional(),
        decision: z.url().optional(),
      }),
    )
    .default([]),
  recognitionPolicy: z.object({ text: texts, rules: z.record(z.string(), z.unknown()), from: day, until }).optional(),
});

/** demo/catalogues/*.json, as far as the load looks into it: the import reads the rest. */
export const demonstrationCatalogue = z.object({
  catalogue: z.record(z.string(), z.unknown()),
  offerings: z.array(z.looseObject({ id: z.string() })).min(1),
});

/** demo/earlier/*.json: what offerings said from a day on, in order of time. */
export const demonstrationEditions = z.array(z.object({ on: day, offerings: z.array(z.looseObject({ id: z.string() })).min(1) })).min(1);

export type DemonstrationCatalogue = z.output<typeof demonstrationCatalogue>;
export type DemonstrationEdition = z.output<typeof demonstrationEditions>[number];
export type DemonstrationOrganisation = z.output<typeof demonstrationOrganisation>;
export type DemonstrationAccreditation = DemonstrationOrganisation["accreditations"][number];
