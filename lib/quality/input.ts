import { z } from "zod";

export const qualityStates = ["all", "proposed", "unmatched", "matched", "negative", "lapsing", "ended"] as const;
export type QualityState = (typeof qualityStates)[number];

/** Reports that end within so many days are lapsing. */
export const lapsingWithin = 180;
export const reportsPerPage = 25;

const one = <S extends z.ZodType>(schema: S) => z.preprocess((value) => [value].flat()[0], schema);
const page = one(z.coerce.number().int().min(1).max(100_000).catch(1));

/** What the address of the list of reports asks for; whatever it is not is left out. */
export const qualityQuery = z.object({
  q: one(z.string().trim().max(200).catch("")),
  state: one(z.enum(qualityStates).catch("all")),
  page,
});
export type QualityQuery = z.output<typeof qualityQuery>;

export const agencyStates = ["all", "in", "out"] as const;
export const agencyQuery = z.object({ q: one(z.string().trim().max(200).catch("")), state: one(z.enum(agencyStates).catch("all")), page });
export type AgencyQuery = z.output<typeof agencyQuery>;
