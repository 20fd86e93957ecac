import { z } from "zod";

const one = <S extends z.ZodType>(schema: S) => z.preprocess((value) => [value].flat()[0], schema);
const page = one(z.coerce.number().int().min(1).max(100_000).catch(1));

/** What the address of the public list asks for; whatever it is not is left out. */
export const publicAuditQuery = z.object({ q: one(z.string().trim().max(200).catch("")), page, plans: page });

export type PublicAuditQuery = z.output<typeof publicAuditQuery>;

export const plansPerPage = 10;
export const summariesPerPage = 20;
