import { z } from "zod";
import { isCode } from "@/lib/vocabularies/vocabulary";

const texts = z.record(z.string(), z.string());
const day = z.iso.date();
const until = day
  .nullable()
  .optional()
  .transform((end) => end ?? null);

const scope = z.object({
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
});

/** What a decision says of some days: `holds: false` is that nothing does. */
const change = z.object({
  of: z.enum(["registration", "accreditation", "restriction"]),
  key: z.string().optional(),
  from: day,
  until,
  holds: z.boolean().default(true),
  status: z.enum(["registered", "suspended", "withdrawn"]).default("registered"),
  scope: scope.optional(),
  effect: z.enum(["full", "hidden", "no-new-starts", "teach-out", "warning", "withdrawn"]).optional(),
  effectOn: day.optional(),
});

/** demo/providers/*.json, as demo/README.md describes it. */
export const demonstrationOrganisation = z.object({
  slug: z.string(),
  type: z
    .string()
    .refine((code) => isCode("providerTypes", code))
    .optional(),
  roles: z.array(z.enum(["provider", "awarding-body", "competent-authority", "quality-agency", "guidance-service", "recognition-body"])),
  names: z.array(z.object({ text: texts, from: day, until, known: day.optional() })).min(1),
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
        scope: scope.default({}),
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
  decisions: z
    .array(
      z.object({
        name: z.string().optional(),
        supersedes: z.string().optional(),
        kind: z.enum(["accredit", "extend", "limit", "suspend", "reinstate", "withdraw", "correct"]),
        authority: z.string(),
        decided: day,
        from: day,
        statement: texts.default({}),
        reasons: texts.default({}),
        document: z.url().optional(),
        review: day.optional(),
        changes: z.array(change).min(1),
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
export type DemonstrationDecision = DemonstrationOrganisation["decisions"][number];
export type DemonstrationAccreditation = DemonstrationOrganisation["accreditations"][number];
