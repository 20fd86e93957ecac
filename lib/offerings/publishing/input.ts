import { z } from "zod";
import { dayInput } from "@/lib/sessions/planning";

const shown = z.string().min(1, "changedMeanwhile").max(100, "changedMeanwhile");
const takeSessions = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");

export const publishInput = z.object({ shown, takeSessions });
export const scheduleInput = z.object({ shown, takeSessions, on: dayInput("dayMissing") });

/** The reason in each language, under `reason.<language>`; empty ones were not written. */
export const withdrawInput = z
  .record(z.string(), z.string().trim().max(2000, "reasonTooLong"))
  .transform((values) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, text]) => (/^reason\.[a-z]{2}$/.test(name) && text !== "" ? [[name.slice(7), text]] : [])),
    ),
  );

export const archiveInput = z.object({ sure: z.literal("yes", { error: "notConfirmed" }) });

export const copyInput = z.object({
  externalId: z.string().trim().min(1, "ownIdMissing").max(200, "ownIdTooLong"),
  token: z.uuid("changedMeanwhile"),
  sessions: z.enum(["none", "next"]).default("none"),
  weeks: z.coerce
    .number("weeksNotUnderstood")
    .int("weeksNotUnderstood")
    .min(1, "weeksNotUnderstood")
    .max(520, "weeksNotUnderstood")
    .default(52),
});

export type CopyInput = z.output<typeof copyInput>;
