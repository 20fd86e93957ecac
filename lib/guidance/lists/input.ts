import { z } from "zod";
import { daysInput, onceInput } from "@/lib/lists/input";
import { doubtsAboutLabel } from "@/lib/lists/label";
import type { Problem } from "@/lib/result";
import { vocabulary } from "@/lib/vocabularies/vocabulary";

const words = (length: number) =>
  z
    .string()
    .transform((value) => value.replaceAll("\0", "").replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(length, "listTextTooLong"));

/** A number that may be left out; a comma is read as people write it. */
const bound = (read: z.ZodNumber) =>
  z
    .string()
    .default("")
    .transform((value) => value.trim().replace(",", "."))
    .transform((value) => (value === "" ? null : Number(value)))
    .pipe(read.nullable());

/** What a client can give, all of it to be left out. None of it says who they are. */
const bounds = {
  hoursPerWeek: bound(
    z.number("hoursPerWeekOutOfRange").int("hoursPerWeekOutOfRange").min(1, "hoursPerWeekOutOfRange").max(168, "hoursPerWeekOutOfRange"),
  ),
  budget: bound(z.number("budgetOutOfRange").min(0, "budgetOutOfRange").max(1_000_000, "budgetOutOfRange")),
  startsFrom: z
    .string()
    .default("")
    .transform((value) => (value === "" ? null : value))
    .pipe(z.iso.date("dayNotUnderstood").nullable()),
  learnerGroup: z
    .string()
    .default("everyone")
    .refine((code) => vocabulary("learnerGroups").some((one) => one.code === code), "valueNotAccepted"),
};

export const boundsInput = z.object(bounds);
export type Bounds = z.output<typeof boundsInput>;

export const labelInput = words(120).pipe(z.string().min(1, "labelMissing"));

export const newListInput = z.object({
  /** Drawn for each form, so that the same form sent twice starts one list. */
  id: z.uuid().optional().catch(undefined),
  label: labelInput,
  ...bounds,
  templateId: z
    .string()
    .default("")
    .transform((value) => (value === "" ? null : value)),
});
export type NewList = z.output<typeof newListInput>;

export const shareInput = z.object({ days: daysInput, once: onceInput });

export const ownListsQuery = z.object({
  q: z.string().trim().max(120).catch(""),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

const codeOfDoubt = { email: "labelMayBeEmail", number: "labelMayBeNumber", name: "labelMayBeName" } as const;

/**
 * What makes a label look like a name, until its writer has been told once: the form comes back with it and carries the label that was
 * doubted along. Whoever sends the same label again knows better.
 */
export function unseenDoubts(form: FormData): Problem[] {
  const label = String(form.get("label") ?? "").trim();
  const doubts = doubtsAboutLabel(label);
  if (doubts.length === 0 || form.get("doubted") === label) return [];
  form.set("doubted", label);
  return doubts.map((doubt) => ({ code: codeOfDoubt[doubt], field: "label" }));
}
