import { z } from "zod";

/** demo/people.json: invented people, for each role one. */
export const demonstrationPeople = z.array(
  z.object({
    name: z.string(),
    email: z.email(),
    locale: z.string(),
    /** Slugs of organisations with the role there. */
    memberships: z.record(
      z.string(),
      z.enum([
        "viewer",
        "editor",
        "manager",
        "counsellor",
        "lead-counsellor",
        "registrar",
        "auditor",
        "analyst",
        "administrator",
        "assessor",
      ]),
    ),
  }),
);

export type DemonstrationPerson = z.output<typeof demonstrationPeople>[number];
