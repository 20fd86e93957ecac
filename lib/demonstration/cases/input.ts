import { z } from "zod";

/** demo/applications.json: applications that are under way, each some days after it was sent. */
export const demonstrationApplications = z.array(
  z.object({
    authority: z.string(),
    name: z.record(z.string(), z.string()),
    type: z.string(),
    seat: z.string(),
    number: z.string(),
    /** So many days ago. */
    sent: z.int().min(1),
    stage: z.enum(["gateway", "assessment", "moderation", "decision", "refused", "remitted"]),
    /** To the questions of the form that Cairn ships. */
    answers: z.record(z.string(), z.array(z.string())),
    /** Of one that was refused: why, what the applicant says to it, and why it was sent back. */
    refusal: z.string().optional(),
    held: z.string().optional(),
    remittal: z.string().optional(),
  }),
);

export type DemonstrationApplication = z.output<typeof demonstrationApplications>[number];
