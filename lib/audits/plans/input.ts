import { z } from "zod";
import type { AuditStandard, Texts } from "@/db/schema";
import { readTexts } from "@/lib/audits/input";
import type { CriteriaContent } from "@/lib/criteria/criteria";
import { criteriaOf } from "@/lib/criteria/criteria";
import type { Day } from "@/lib/days/days";
import type { SentForm } from "@/lib/decisions/kinds/words";
import { problemsOf } from "@/lib/form";
import type { Problem, Result } from "@/lib/result";

const count = z.coerce
  .number("numberNotUnderstood")
  .int("numberNotUnderstood")
  .min(0, "numberNotUnderstood")
  .max(10_000, "numberNotUnderstood");
const day = z.iso.date("dayNotUnderstood");

const fields = z.object({
  startsOn: day,
  endsOn: day,
  criteria: z.string().default(""),
  standards: z.string().max(10_000, "applicationTextTooLong").default(""),
  draws: z.enum(["providers", "offerings"], "valueNotAccepted"),
  random: count.default(0),
  risk: count.default(0),
  byProviderType: z.literal("yes").optional(),
  seedFrom: z.enum(["log", "outside"], "valueNotAccepted").default("log"),
  seedSource: z.string().trim().max(500, "applicationTextTooLong").default(""),
});

export type PlanInput = {
  title: Texts;
  aim: Texts;
  startsOn: Day;
  endsOn: Day;
  standards: AuditStandard[];
  draws: "providers" | "offerings";
  random: number;
  risk: number;
  byProviderType: boolean;
  seedSource: string | null;
};

/** Standards that are named freely, a line for each: a code without spaces, and what it is called. */
export function readStandards(text: string): Result<AuditStandard[]> {
  const lines = text.split("\n").map((line) => line.trim());
  const read = lines.filter(Boolean).map((line) => /^([A-Za-z0-9.-]{1,20})\s+(\S.{0,299})$/.exec(line));
  const codes = read.map((one) => one?.[1] ?? "");
  if (read.includes(null) || codes.some((code) => code.startsWith("annex-")) || read.length > 100)
    return { ok: false, problems: [{ code: "auditStandardsNotUnderstood", field: "standards" }] };
  if (new Set(codes).size !== codes.length) return { ok: false, problems: [{ code: "auditStandardTwice", field: "standards" }] };
  return { ok: true, value: read.map((one) => ({ code: one?.[1] ?? "", title: { und: one?.[2] ?? "" } })) };
}

export const standardsOf = (criteria: Pick<CriteriaContent, "standards">): AuditStandard[] =>
  criteriaOf(criteria).map(({ code, title }) => ({ code, title }));

/** A plan as a form states it. `criteria` are the published sets of the authority, by id. */
export function readPlan(form: SentForm, criteria: Map<string, CriteriaContent>): Result<PlanInput> {
  const parsed = fields.safeParse(Object.fromEntries(Object.entries(form).map(([name, all]) => [name, all[0]])));
  const [title, aim] = [readTexts(form, "title", 200), readTexts(form, "aim", 2000)];
  const problems: Problem[] = [title, aim].flatMap((one) => (one.ok ? [] : one.problems));
  if (!parsed.success) return { ok: false, problems: [...problems, ...problemsOf(parsed.error)] };
  const { criteria: set, standards: named, seedFrom, byProviderType, ...said } = parsed.data;
  const chosen = criteria.get(set);
  const free = readStandards(named);
  if (!free.ok) problems.push(...free.problems);
  const standards = [...(chosen ? standardsOf(chosen) : []), ...(free.ok ? free.value : [])];
  const twice = new Set(standards.map(({ code }) => code)).size !== standards.length;
  if (set !== "" && !chosen) problems.push({ code: "valueNotAccepted", field: "criteria" });
  if (free.ok && standards.length === 0) problems.push({ code: "auditStandardsMissing", field: "standards" });
  if (free.ok && twice) problems.push({ code: "auditStandardTwice", field: "standards" });
  if (said.endsOn < said.startsOn) problems.push({ code: "endsBeforeItBegins", field: "endsOn" });
  if (said.random + said.risk === 0) problems.push({ code: "auditSizeMissing", field: "random" });
  if (seedFrom === "outside" && said.seedSource === "") problems.push({ code: "auditSeedSourceMissing", field: "seedSource" });
  if (problems.length > 0 || !title.ok || !aim.ok) return { ok: false, problems };
  const seedSource = seedFrom === "outside" && said.random > 0 ? said.seedSource : null;
  return {
    ok: true,
    value: { ...said, title: title.value, aim: aim.value, standards, byProviderType: byProviderType === "yes", seedSource },
  };
}

export const seedInput = z.object({ seed: z.string().trim().min(4, "auditSeedTooShort").max(200, "applicationTextTooLong") });
