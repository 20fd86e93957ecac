import { z } from "zod";
import type { Colour } from "@/lib/colours/contrast";

const texts = z.record(z.string().length(2), z.string().min(1));
const nuts = z.string().regex(/^[A-Z]{2}[0-9A-Z]{0,3}$/);
const day = z.iso.date();
const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i)
  .transform((written) => written as Colour);

const described = z.object({
  name: texts,
  country: z.string().length(2),
  countryName: texts,
  languages: z.array(z.enum(["en", "nl", "fr", "de"])).min(1),
  defaultLanguage: z.string().length(2),
  timeZone: z.string(),
  currency: z.string().length(3),
  demonstration: z.boolean(),
  /** A competent authority answers for the regions of its jurisdiction; regions may have several. */
  authorities: z
    .array(
      z.object({
        slug: z.string(),
        names: texts,
        jurisdiction: z.array(nuts).min(1),
        jurisdictionWithout: z.array(nuts).default([]),
        framework: z.string(),
      }),
    )
    .min(1),
  /** The authority (by its slug) that keeps what all of the instance share: jurisdictions, search words, accounts. The first, unless named. */
  keeper: z.string().optional(),
  /** National qualifications frameworks; `levels` goes from EQF level to the national level's name. */
  frameworks: z.array(
    z.object({ code: z.string(), name: texts, short: z.string(), uri: z.url(), levels: z.record(z.string(), z.string()) }),
  ),
  /** QF-EHEA cycles and the EQF level that each corresponds to. */
  cycles: z.record(z.enum(["short", "first", "second", "third"]), z.int().min(1).max(8)),
  hoursPerEcts: z.object({ from: z.number(), to: z.number() }),
  /** What counts as a microcredential, each rule from the day on which it holds. */
  microcredential: z.array(z.object({ from: day, ectsMin: z.number(), ectsMax: z.number() })).min(1),
  regions: z.record(nuts, texts),
  /** Countries whose towns one may search near beside those of the country. */
  neighbours: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
  places: z.array(z.object({ names: z.array(z.string()).min(1), nuts, latitude: z.number(), longitude: z.number() })),
  brand: z.object({ accent: colour, accentDark: colour }),
  contact: z.object({ email: z.email(), accessibility: z.email() }),
});

/** The one file that describes an instance: who runs it, in which languages, by which framework and which bounds. */
export const countryInput = described
  .transform((given) => ({ ...given, keeper: given.keeper ?? given.authorities[0]?.slug ?? "" }))
  .refine(({ keeper, authorities }) => authorities.some(({ slug }) => slug === keeper), {
    path: ["keeper"],
    message: "is the slug of none of the authorities",
  });

export type Country = z.output<typeof countryInput>;
