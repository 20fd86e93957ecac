import { z } from "zod";

const one = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);

/** Which day an address asks for; what is no day counts as none. Beyond some decades nothing that is known turns. */
export const previewQuery = z.object({
  on: one(z.iso.date().max(10).optional().catch(undefined))
    .refine((day) => day === undefined || day < "2200-01-01")
    .catch(undefined),
  page: one(z.coerce.number().int().min(1).max(100_000).catch(1)),
  /** The page of what turns in the register; `page` is that of the offerings. */
  turns: one(z.coerce.number().int().min(1).max(100_000).catch(1)),
});
