import { z } from "zod";

const one = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);

/** How a queue can be cut; the first is shown when none is asked for. */
export const cuts = ["waiting", "mine", "unassigned", "overdue", "applicant", "closed", "all"] as const;
export type Cut = (typeof cuts)[number];

export const orders = ["due", "age", "name"] as const;

/** What the address of a queue asks for; whatever it is not is left out. */
export const queueQuery = z.object({
  q: one(z.string().trim().max(200).catch("")),
  state: one(z.enum(cuts).catch("waiting")),
  order: one(z.enum(orders).catch("due")),
  page: one(z.coerce.number().int().min(1).max(100_000).catch(1)),
});

export type QueueQuery = z.output<typeof queueQuery>;

export const queuePerPage = 25;
