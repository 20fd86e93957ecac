import { z } from "zod";
import { grades } from "@/lib/audits/result";

const texts = z.record(z.string(), z.string());

/** demo/audits.json: one plan, days ago, and how far the audit of each that it draws has come. */
export const demonstrationAudits = z.object({
  authority: z.string(),
  auditor: z.string(),
  title: texts,
  aim: texts,
  random: z.int().min(1),
  seedSource: z.string(),
  seed: z.string(),
  /** So many days ago. */
  announced: z.int(),
  drawn: z.int(),
  stories: z.array(
    z.object({
      announce: z.string(),
      items: z.array(z.string()).min(1),
      handIn: z.string().optional(),
      findings: z
        .array(
          z.object({
            standard: z.string(),
            grade: z.enum(grades),
            text: z.string(),
            answer: z.enum(["accept", "contest"]).default("accept"),
            reply: z.string().default(""),
            settle: z.enum(["kept", "dropped"]).default("kept"),
            why: z.string().default(""),
          }),
        )
        .default([]),
      action: z.object({ finding: z.int(), what: z.string(), days: z.int() }).optional(),
      stated: z.string().optional(),
      until: z.enum(["asked", "sent", "overdue", "closed"]),
      summary: texts.optional(),
    }),
  ),
});

export type DemonstrationAudits = z.output<typeof demonstrationAudits>;
export type AuditStory = DemonstrationAudits["stories"][number];
