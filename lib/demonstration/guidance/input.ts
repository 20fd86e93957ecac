import { z } from "zod";
import { demonstrationPeople } from "@/lib/demonstration/people/input";

const person = demonstrationPeople.element.omit({ memberships: true });
/** Named by its provider's slug and the provider's own number. */
const offerings = z.array(z.object({ of: z.string().regex(/^[a-z0-9-]+:.+$/), note: z.string() }));

/** demo/guidance.json: invented guidance services with their people, templates and clients' lists, in days after today. */
export const demonstrationGuidance = z.array(
  z.object({
    names: z.record(z.string(), z.string()),
    town: z.string(),
    email: z.email(),
    lead: person,
    counsellors: z.array(person),
    templates: z.array(z.object({ name: z.string(), offerings })),
    lists: z.array(
      z.object({
        by: z.email(),
        label: z.string(),
        hoursPerWeek: z.int().nullable(),
        budget: z.number().nullable(),
        startsIn: z.int().min(0).nullable(),
        /** The name of a template of the service. */
        template: z.string().nullable(),
        offerings,
        sharedFor: z.int().nullable(),
      }),
    ),
  }),
);

export type DemonstrationService = z.output<typeof demonstrationGuidance>[number];
