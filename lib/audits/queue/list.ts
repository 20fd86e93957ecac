import { z } from "zod";
import { stages } from "@/lib/audits/audit";

const one = <S extends z.ZodType>(schema: S) => z.preprocess((value) => [value].flat()[0], schema);

/** How a list of audits can be cut; the first is shown when none is asked for. */
export const auditFilters = ["open", "mine", "late", "authority", "provider", ...stages, "all"] as const;
export type AuditFilter = (typeof auditFilters)[number];

/** What the address of a list of audits asks for; whatever it is not is left out. */
export const auditQuery = z.object({
  q: one(z.string().trim().max(200).catch("")),
  state: one(z.enum(auditFilters).catch("open")),
  plan: one(z.string().max(200).catch("")),
  auditor: one(z.string().max(36).catch("")),
  page: one(z.coerce.number().int().min(1).max(100_000).catch(1)),
});

export type AuditQuery = z.output<typeof auditQuery>;

export const auditsPerPage = 25;
