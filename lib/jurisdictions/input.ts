import { z } from "zod";
import { country } from "@/lib/country/country";

/** The codes that something can be said of: the regions that the country's file names, and its places. */
export const regionCodes: string[] = [...new Set([...Object.keys(country.regions), ...country.places.map(({ nuts }) => nuts)])].sort();

const slugs = country.authorities.map(({ slug }) => slug);

/** That a region belongs to others from a day on, and why. Nobody answering for it must be said, not left open. */
export const jurisdictionInput = z
  .object({
    code: z.string().refine((code) => regionCodes.includes(code), "regionUnknown"),
    authorities: z.array(z.string().refine((slug) => slugs.includes(slug), "valueNotAccepted")).default([]),
    nobody: z.literal("yes").optional(),
    from: z.iso.date("dayNotUnderstood"),
    reason: z
      .string()
      .default("")
      .transform((given) => given.replaceAll("\0", "").replaceAll("\r\n", "\n").trim())
      .pipe(z.string().min(1, "textMissing").max(2000, "applicationTextTooLong")),
  })
  .refine(({ authorities, nobody }) => (authorities.length === 0) === (nobody === "yes"), {
    path: ["authorities"],
    message: "authoritiesUnclear",
  });

export type JurisdictionInput = z.output<typeof jurisdictionInput>;

export const isDay = (text: string) => z.iso.date().safeParse(text).success;

/** The day whose map is asked for: as it was typed, so that one that is none is named. */
export const mapQuery = z.object({ on: z.preprocess((value) => [value].flat()[0], z.string().trim().max(20).catch("")) });
