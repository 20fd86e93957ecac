import { z } from "zod";
import { flagKinds } from "./flags";

const text = z
  .string()
  .default("")
  .transform((value) => value.replaceAll("\0", "").replaceAll("\r\n", "\n").trim())
  .pipe(z.string().min(1, "textMissing").max(4000, "messageTooLong"));

export const noteInput = z.object({ text });
export const shareInput = z.object({ shareText: text, authority: z.string().min(1, "authorityMissing").max(200) });
export const dismissInput = z.object({ flag: z.string(), reason: text });
export const verifyInput = z.object({
  field: z.enum(["level", "credits"], "valueNotAccepted"),
  evidence: z
    .string()
    .trim()
    .max(2000, "documentUrlNotUnderstood")
    .refine((given) => z.url({ protocol: /^https?$/ }).safeParse(given).success, "documentUrlNotUnderstood"),
});
/** What was ticked, each with the version that was on the screen: nobody acknowledges what they have not seen. */
export const acknowledgeInput = z.object({
  seen: z
    .array(z.string().regex(/^[0-9a-f-]{36} \d{1,6}$/, "valueNotAccepted"))
    .min(1, "nothingTicked")
    .prefault([]),
});

export function seenOf(ticked: string[]): { offeringId: string; number: number }[] {
  return ticked.map((one) => ({ offeringId: one.slice(0, 36), number: Number(one.slice(37)) }));
}

export const monitoringFilters = ["all", "review", "flagged", "new", "shared", "seen"] as const;
export type MonitoringFilter = (typeof monitoringFilters)[number];

const one = <S extends z.ZodType>(schema: S) => z.preprocess((value) => [value].flat()[0], schema);

/** What the address of the queue asks for; whatever it is not is left out. */
export const monitoringQuery = z.object({
  q: one(z.string().trim().max(200).catch("")),
  what: one(z.enum(monitoringFilters).catch("all")),
  flag: one(z.enum([...flagKinds, ""]).catch("")),
  page: one(z.coerce.number().int().min(1).max(100_000).catch(1)),
});

export type MonitoringQuery = z.output<typeof monitoringQuery>;
export const monitoringPerPage = 25;
