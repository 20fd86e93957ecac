import { z } from "zod";
import { levelRuns } from "@/lib/accreditations/scope";
import { addDays, type Day } from "@/lib/days/days";
import { formatNumber, formatPrice } from "@/lib/i18n/format";
import { textsInput } from "@/lib/offerings/content";
import type { Problem } from "@/lib/result";
import { hasText, type Texts } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";

/** An issuer that is accepted by name: of the register where it is known there. */
const namedIssuer = z.object({ slug: z.string().nullable(), name: z.string() });

/** What a provider accepts of others, as data (demo/README.md). A rule left out is not stated. */
export const policyRules = z.object({
  issuers: z.enum(["accredited-providers", "registered-providers", "any"]).or(z.string()).optional(),
  namedIssuers: z.array(namedIssuer).optional(),
  standards: z.array(z.string()).optional(),
  eqfMin: z.int().min(1).max(8).optional(),
  eqfMax: z.int().min(1).max(8).optional(),
  fields: z.array(z.string()).optional(),
  verifiedIdentity: z.boolean().optional(),
  programmes: textsInput.optional(),
  maxEcts: z.number().positive().optional(),
  maxShare: z.number().min(0).max(1).optional(),
  maxAgeYears: z.number().positive().optional(),
  procedure: textsInput.optional(),
  decisionDays: z.int().positive().optional(),
  fee: z.number().min(0).optional(),
  contact: z.string().optional(),
  appeal: textsInput.optional(),
  legalBasis: textsInput.optional(),
});

export type PolicyRules = z.output<typeof policyRules>;

export type RecognitionPolicy = {
  number: number;
  text: Texts;
  rules: PolicyRules;
  from: Day | null;
  lastDay: Day | null;
};

/** The one next policy while it is being edited: the same, with its days still to be agreed on. */
export const policyDraft = z.object({
  text: textsInput,
  rules: policyRules,
  from: z.iso.date().nullable().default(null),
  until: z.iso.date().nullable().default(null),
});

export type PolicyDraft = Omit<z.output<typeof policyDraft>, "text"> & { text: Texts };

export const policyTexts = ["programmes", "procedure", "appeal", "legalBasis"] as const;

/** Of published policies, the one that holds on a day, and the first that begins after it. */
export function policiesOn(policies: RecognitionPolicy[], day: Day) {
  const started = policies.filter(({ from }) => from === null || from <= day);
  return {
    inForce: started.find(({ lastDay }) => lastDay === null || day <= lastDay),
    next: policies.filter(({ from }) => from !== null && from > day).sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1))[0],
  };
}

/** Why a draft cannot be published today. What was in force is never rewritten, so a policy begins today or later and after the last one began. */
export function problemsWithPublishing(draft: PolicyDraft, policies: RecognitionPolicy[], day: Day): Problem[] {
  const from = draft.from ?? day;
  const problems: Problem[] = [];
  if (!hasText(draft.text) && policySentences(draft.rules, "en", "EUR").length === 0) problems.push({ code: "policyEmpty" });
  if (from < day) problems.push({ code: "policyFromPast", field: "from" });
  else if (policies.some((policy) => policy.from !== null && policy.from >= from))
    problems.push({ code: "policyFromTaken", field: "from" });
  if (draft.until !== null && draft.until < from) problems.push({ code: "policyEndsBeforeStart", field: "until" });
  return problems;
}

/** The first day on which another policy may begin. */
export function earliestStart(policies: RecognitionPolicy[], day: Day): Day {
  const last =
    policies
      .map(({ from }) => from ?? "")
      .sort()
      .at(-1) ?? "";
  return last >= day ? addDays(last, 1) : day;
}

/** A sentence of a policy: the message that says it and what it is filled with. */
export type PolicySentence = { key: PolicySentenceKey; values: Record<string, string | number> };

type PolicySentenceKey =
  | "issuersAccredited"
  | "issuersRegistered"
  | "issuersAny"
  | "issuersNamed"
  | "issuersAlso"
  | "standards"
  | "eqfMin"
  | "eqfTop"
  | "eqfRange"
  | "eqfMax"
  | "fields"
  | "verifiedIdentity"
  | "identityNotAsked"
  | "maxEcts"
  | "maxShare"
  | "maxAgeYears"
  | "decisionDays"
  | "feeNone"
  | "fee";

const issuerKeys: Record<string, PolicySentenceKey> = {
  "accredited-providers": "issuersAccredited",
  "registered-providers": "issuersRegistered",
  any: "issuersAny",
};

/** The rules as plain sentences, in the order in which one asks: from whom, what, how much, how long, at what cost. */
export function policySentences(rules: PolicyRules, locale: string, currency: string): PolicySentence[] {
  const sentences: PolicySentence[] = [];
  const say = (key: PolicySentenceKey, values: Record<string, string | number> = {}) => sentences.push({ key, values });
  const named = (name: "qualityStandards" | "fields", codes: string[]) => codes.map((code) => labelOf(name, code, locale)).join("; ");

  const issuers = issuerKeys[rules.issuers ?? ""];
  if (issuers) say(issuers);
  const byName = rules.namedIssuers?.map(({ name }) => name) ?? [];
  if (byName.length > 0) say(issuers ? "issuersAlso" : "issuersNamed", { names: byName.join("; ") });
  if (rules.standards?.length) say("standards", { standards: named("qualityStandards", rules.standards) });
  sayLevels(rules, say);
  if (rules.fields?.length) say("fields", { fields: named("fields", rules.fields) });
  if (rules.verifiedIdentity !== undefined) say(rules.verifiedIdentity ? "verifiedIdentity" : "identityNotAsked");
  if (rules.maxEcts !== undefined) say("maxEcts", { ects: formatNumber(rules.maxEcts, locale) });
  if (rules.maxShare !== undefined) say("maxShare", { share: formatNumber(Math.round(rules.maxShare * 100), locale) });
  if (rules.maxAgeYears !== undefined) say("maxAgeYears", { years: rules.maxAgeYears });
  if (rules.decisionDays !== undefined) say("decisionDays", { days: rules.decisionDays });
  if (rules.fee !== undefined) {
    if (rules.fee === 0) say("feeNone");
    else say("fee", { fee: formatPrice({ amount: rules.fee, currency }, locale) });
  }
  return sentences;
}

type Say = (key: PolicySentenceKey, values?: Record<string, string | number>) => void;

function sayLevels({ eqfMin, eqfMax }: PolicyRules, say: Say): void {
  if (eqfMin === 8) say("eqfTop");
  else if (eqfMin !== undefined && eqfMax !== undefined && eqfMax < 8)
    say("eqfRange", { levels: levelRuns(between(eqfMin, eqfMax)).join(", ") });
  else if (eqfMin !== undefined) say("eqfMin", { levels: String(eqfMin) });
  else if (eqfMax !== undefined && eqfMax < 8) say("eqfMax", { level: eqfMax });
}

function between(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, position) => from + position);
}
