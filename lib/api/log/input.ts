import { z } from "zod";

/** At most so many entries in one answer. */
const mostEntries = 1000;
const usualEntries = 100;

const whole = z
  .string()
  .regex(/^\d{1,15}$/, "logNumberNotAccepted")
  .transform(Number);

export const entriesInput = z
  .object({ start: whole.default(0), end: whole.optional() })
  .refine(({ start, end }) => end === undefined || end >= start, { error: "logRangeBackwards", path: ["end"] })
  .transform(({ start, end }) => ({ start, end: Math.min(end ?? start + usualEntries - 1, start + mostEntries - 1) }));

const leafHash = z
  .string()
  .regex(/^[A-Za-z0-9+/_-]{43}=?$/, "logHashNotAccepted")
  .transform((text) => Buffer.from(text, "base64"));

export const inclusionInput = z
  .object({ position: whole.optional(), leafHash: leafHash.optional(), size: whole.optional() })
  .refine(({ position, leafHash }) => (position === undefined) !== (leafHash === undefined), {
    error: "logWhichEntry",
    path: ["position"],
  });

export const consistencyInput = z
  .object({ first: z.string("logNumberNotAccepted").pipe(whole), second: whole.optional() })
  .refine(({ first, second }) => second === undefined || second >= first, { error: "logRangeBackwards", path: ["second"] });

export const dayInput = z.iso.date("logDayNotAccepted");

export const daysInput = z.object({
  before: dayInput.optional(),
  limit: whole.pipe(z.number().min(1, "logNumberNotAccepted").max(500, "logNumberNotAccepted")).default(100),
});
