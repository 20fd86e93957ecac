import { z } from "zod";

export const overseenStatuses = ["all", "registered", "suspended", "ended", "ending", "unaccredited", "restricted", "review"] as const;
export type OverseenStatus = (typeof overseenStatuses)[number];

const one = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);

/** What the address of the list asks for; whatever it is not is left out. */
export const overseenQuery = z.object({
  q: one(z.string().trim().max(200).catch("")),
  status: one(z.enum(overseenStatuses).catch("all")),
  page: one(z.coerce.number().int().min(1).max(100_000).catch(1)),
});

export type OverseenQuery = z.output<typeof overseenQuery>;

export const overseenPerPage = 25;

/** So many days before its end an accreditation is about to end. */
export const endingWithin = 90;
