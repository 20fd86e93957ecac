import { z } from "zod";

export const paces = ["at-once", "weekly"] as const;

/** `website` is a field that people do not see: whoever fills it in is a machine (decision 28). */
export const followInput = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email("emailNotUnderstood").max(254, "emailNotUnderstood")),
  pace: z.enum(paces, "followPaceMissing"),
  website: z.string().max(0, "reportTrap").default(""),
});

export type FollowInput = z.output<typeof followInput>;
