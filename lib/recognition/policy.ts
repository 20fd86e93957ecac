import { z } from "zod";
import { levelRuns } from "@/lib/accreditations/scope";
import type { Day } from "@/lib/days/days";
import { formatNumber, formatPrice } from "@/lib/i18n/format";
import { textsInput } from "@/lib/offerings/content";
import { labelOf } from "@/lib/vocabularies/vocabulary";

/** What a provider accepts of others, as data (demo/README.md). A rule left out is not stated. */
export const policyRules = z.object({
  issuers: z.enum(["accredited-providers", "registered-providers", "any"]).or(z.string()).optional(),
  standards: z.array(z.string()).optional(),
  eqfMin: z.int().min(1).max(8).optional(),
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
  text: Partial<Record<string, string>>;
  rules: PolicyRules;
  from: Day | null;
  lastDay: Day | null;
};

/** A sentence of a policy: the message that says it and what it is filled with. */
export type PolicySentence = { key: PolicySentenceKey; values: Record<string, string | number> };

type PolicySentenceKey =
  | "issuersAccredited"
  | "issuersRegistered"
  | "issuersAny"
  | "standards"
  | "eqfMin"
  | "eqfTop"
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
  if (rules.standards?.length) say("standards", { standards: named("qualityStandards", rules.standards) });
  if (rules.eqfMin !== undefined) say(rules.eqfMin === 8 ? "eqfTop" : "eqfMin", { levels: levelRuns([rules.eqfMin]).join() });
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
