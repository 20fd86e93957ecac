import { z } from "zod";
import { demonstrationPeople } from "@/lib/demonstration/people/input";

const texts = z.record(z.string(), z.string());

/** demo/administration.json: what the keeper of the instance has done and what lies ahead, in days before or after today. */
export const demonstrationAdministration = z.object({
  /** National quality labels; `ended` ones no longer hold for so many days. */
  labels: z.array(
    z.object({ code: z.string(), names: texts, givenBy: z.string(), url: z.url(), from: z.int(), ended: z.int().positive().optional() }),
  ),
  renamedLevels: z.array(z.object({ code: z.string(), names: texts, ago: z.int().positive() })),
  jurisdiction: z.object({ code: z.string(), authorities: z.array(z.string()), ahead: z.int().positive(), reason: z.string() }),
  suspended: z.object({ person: demonstrationPeople.element, ago: z.int().positive(), reason: z.string() }),
});

export type DemonstrationAdministration = z.output<typeof demonstrationAdministration>;
