import { z } from "zod";
import { labelInput } from "@/lib/guidance/lists/input";

export const newTemplateInput = z.object({
  /** Drawn for each form, so that the same form sent twice makes one template. */
  id: z.uuid().optional().catch(undefined),
  name: labelInput,
  /** The list of which it is made. */
  from: z
    .string()
    .default("")
    .transform((value) => (value === "" ? null : value)),
  notes: z
    .literal("yes")
    .optional()
    .transform((value) => value !== undefined),
});

export type NewTemplate = z.output<typeof newTemplateInput>;
