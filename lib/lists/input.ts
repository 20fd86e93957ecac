import { z } from "zod";
import { mostKept } from "./chosen";

/** For how many days a list can be read by its link. */
export const listDays = [30, 90, 180, 365] as const;
export const usualDays = 90;

const words = (length: number) =>
  z
    .string()
    .default("")
    .transform((value) => value.replaceAll("\0", "").replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(length, "listTextTooLong"));

export const daysInput = z.coerce
  .number("valueNotAccepted")
  .refine((given) => (listDays as readonly number[]).includes(given), "valueNotAccepted")
  .default(usualDays);

/** Drawn for each form that makes something, so that the same form sent twice makes one. */
export const onceInput = z
  .string()
  .regex(/^[\w-]{43}$/)
  .optional()
  .catch(undefined);

/** `website` is a field that people do not see: whoever fills it in is a machine (decision 28). */
export const listInput = z.object({
  title: words(120),
  days: daysInput,
  once: onceInput,
  website: z.string().max(0, "reportTrap").default(""),
});

const noteInput = words(1000);
const isSlug = /^[a-z0-9-]{1,200}$/;

export type ListEntry = { slug: string; note: string };
export type ListInput = Omit<z.output<typeof listInput>, "website" | "once"> & { entries: ListEntry[] };

/** The notes of a form, a field for each offering by its slug, in the order of the form; one that is ticked to be taken out is left out. */
export function readEntries(form: FormData): { entries: ListEntry[]; tooLong: string | undefined } {
  const out = new Set(form.getAll("out").map(String));
  const fields = [...form].flatMap(([name, value]) => (name.startsWith("note.") && typeof value === "string" ? [{ name, value }] : []));
  const entries: ListEntry[] = [];
  for (const { name, value } of fields.slice(0, mostKept)) {
    if (!isSlug.test(name.slice("note.".length))) continue;
    const note = noteInput.safeParse(value);
    if (!note.success) return { entries: [], tooLong: name };
    const slug = name.slice("note.".length);
    if (!out.has(slug)) entries.push({ slug, note: note.data });
  }
  return { entries, tooLong: undefined };
}
