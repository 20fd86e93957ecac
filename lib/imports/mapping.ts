import { z } from "zod";
import { separators } from "./csv";
import { encodings } from "./encoding";
import { type FieldName, parseTarget } from "./fields";
import { fold } from "./fold";

const target = z.string().refine((name) => parseTarget(name) !== undefined, { error: "is not a column of the template (docs/import.md)" });

/** How one provider's files are read where they differ from the template. */
export const mappingInput = z.strictObject({
  /** Header or dotted path → column of the template; null leaves the column out although its name is known. */
  columns: z.record(z.string(), z.union([target, z.array(target), z.null()])).default({}),
  /** Column of the template → the columns of the file that make it together, such as an id out of two codes. */
  join: z.record(target, z.array(z.string()).min(1)).default({}),
  /** Column of the template → what every row has that does not say otherwise. */
  constants: z.record(target, z.union([z.string(), z.number(), z.boolean()])).default({}),
  /** Column of the template → what stands in the file → what it means; null means nothing. */
  values: z.record(target, z.record(z.string(), z.union([z.string(), z.null()]))).default({}),
  /** The original language of the texts where no column says it. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
  headerRow: z.int().min(1).optional(),
  sheet: z.string().optional(),
  separator: z.enum(separators as [";", ",", "\t", "|"]).optional(),
  encoding: z.enum(encodings as ["utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-15", "macintosh"]).optional(),
  /** Match headers by their known names beside the columns named here. */
  guess: z.boolean().default(true),
});

export type Mapping = z.output<typeof mappingInput>;

/** The mapping's meanings by column, found whatever the case and accents of what stands in the file. */
export function meaningsOf({ values }: Mapping): ReadonlyMap<FieldName, ReadonlyMap<string, string | null>> {
  const meanings = new Map<FieldName, ReadonlyMap<string, string | null>>();
  for (const [name, pairs] of Object.entries(values)) {
    const target = parseTarget(name);
    if (target) meanings.set(target.field, new Map(Object.entries(pairs).map(([written, meant]) => [fold(written), meant])));
  }
  return meanings;
}
