import { z } from "zod";
import { type Locale, locales } from "@/lib/i18n/locales";
import { isCode } from "@/lib/vocabularies/vocabulary";
import { type PolicyDraft, policyTexts } from "./policy";

export const issuerChoices = ["accredited-providers", "registered-providers", "any", "named"] as const;

/** Fields of the form that can occur several times. */
export const listedFields = ["standards", "fields"] as const;

const text = (length: number) =>
  z
    .string()
    .default("")
    .transform((value) => value.replaceAll("\0", "").replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(length, "textTooLong"));

/** A number as people write it, with a comma or a point; nothing is not stated. */
const amount = (rule: z.ZodNumber) =>
  z
    .string()
    .default("")
    .transform((value) => value.replace(/\s/g, "").replace(",", "."))
    .transform((value) => (value === "" ? undefined : Number(value)))
    .pipe(rule.optional());

const number = z.number("numberNotUnderstood");
const whole = number.int("numberNotUnderstood");
const level = z
  .enum(["", "1", "2", "3", "4", "5", "6", "7", "8"])
  .default("")
  .transform((value) => (value === "" ? undefined : Number(value)));
const day = z
  .string()
  .default("")
  .transform((value) => value.trim() || null)
  .pipe(z.iso.date("dayNotUnderstood").nullable());

const codes = (name: "qualityStandards" | "fields") =>
  z
    .array(z.string().refine((code) => isCode(name, code), "valueNotAccepted"))
    .default([])
    .transform((list) => [...new Set(list)]);

/** Names of issuers, one a line. */
const lines = text(10_000)
  .transform((value) => [...new Set(value.split("\n").map((line) => line.trim()))].filter((line) => line !== ""))
  .pipe(z.array(z.string().max(200, "nameTooLong")).max(50, "tooManyLines"));

const textNames = ["text", ...policyTexts] as const;
type TextName = (typeof textNames)[number];
type TextField = `${TextName}-${Locale}`;
export const textField = (name: TextName, locale: Locale): TextField => `${name}-${locale}`;

const texts = Object.fromEntries(textNames.flatMap((name) => locales.map((locale) => [textField(name, locale), text(5000)]))) as Record<
  TextField,
  ReturnType<typeof text>
>;

const fields = z.object({
  issuers: z.enum(["", ...issuerChoices]).default(""),
  namedIssuers: lines,
  standards: codes("qualityStandards"),
  fields: codes("fields"),
  eqfMin: level,
  eqfMax: level,
  verifiedIdentity: z.enum(["", "yes", "no"]).default(""),
  maxEcts: amount(number.positive("numberNotUnderstood").max(300, "numberNotUnderstood")),
  maxShare: amount(whole.min(1, "shareNotUnderstood").max(100, "shareNotUnderstood")),
  maxAgeYears: amount(whole.min(1, "numberNotUnderstood").max(99, "numberNotUnderstood")),
  decisionDays: amount(whole.min(1, "numberNotUnderstood").max(999, "numberNotUnderstood")),
  fee: amount(number.min(0, "numberNotUnderstood").max(10_000, "numberNotUnderstood")),
  contact: text(200),
  from: day,
  until: day,
});

/** The form of a policy: a draft in which the names of issuers are still to be looked up. */
export const policyInput = fields
  .extend(texts)
  .refine(({ eqfMin = 1, eqfMax = 8 }) => eqfMin <= eqfMax, { error: "levelsCrossed", path: ["eqfMax"] })
  .refine(({ issuers, namedIssuers }) => issuers !== "named" || namedIssuers.length > 0, { error: "textMissing", path: ["namedIssuers"] })
  .refine(({ from, until }) => from === null || until === null || from <= until, { error: "policyEndsBeforeStart", path: ["until"] })
  .transform(toDraft);

export type PolicyForm = z.output<typeof policyInput>;

function toDraft(form: z.output<typeof fields> & Record<TextField, string>): { draft: PolicyDraft; namedIssuers: string[] } {
  const inLanguages = (name: TextName): Record<string, string> =>
    Object.fromEntries(locales.map((locale) => [locale, form[textField(name, locale)]]).filter(([, given]) => given));
  const { eqfMin, eqfMax, maxEcts, maxShare, maxAgeYears, decisionDays, fee, contact, issuers, verifiedIdentity } = form;
  const stated = { eqfMin, eqfMax, maxEcts, maxShare: maxShare === undefined ? undefined : maxShare / 100, maxAgeYears, decisionDays, fee };
  const rules = {
    ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
    ...(issuers === "" || issuers === "named" ? {} : { issuers }),
    ...(form.standards.length > 0 ? { standards: form.standards } : {}),
    ...(form.fields.length > 0 ? { fields: form.fields } : {}),
    ...(verifiedIdentity === "" ? {} : { verifiedIdentity: verifiedIdentity === "yes" }),
    ...(contact ? { contact } : {}),
    ...Object.fromEntries(
      policyTexts.map((name) => [name, inLanguages(name)]).filter(([, given]) => Object.keys(given as object).length > 0),
    ),
  };
  return { draft: { text: inLanguages("text"), rules, from: form.from, until: form.until }, namedIssuers: form.namedIssuers };
}

/** A count that the page carries along; what somebody made of it is as good as none. */
export const revisionInput = z.coerce.number().int().min(0).max(1_000_000_000).catch(0);
