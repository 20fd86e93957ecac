import { z } from "zod";
import { country } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";
import { problemsOf } from "@/lib/form";
import type { Problem, Result } from "@/lib/result";
import { isQualityCode, namesOfStandard, type Term } from "@/lib/terms/term";
import type { Texts } from "@/lib/texts/texts";
import { isCode } from "@/lib/vocabularies/vocabulary";
import { type DecisionKind, dayAfter, decisionKinds, type Order, type ScopeOrder } from "./kinds";
import { factOf, type RecordContext, recordFields } from "./record-input";
import { type Fault, reasonsOf, type SentForm, statementOf, textsOf } from "./words";

/** What a registrar states: the order, and the words that go with it. */
export type Ordered = { order: Order; statement: Texts; reasons: Texts; documentUrl: string | null; reviewOn: Day | null };

/** What a form names that only the database knows. */
export type OrderContext = {
  authorityId: string;
  offeringId: string | null;
  bodyId: string | null;
  labels: readonly Term[];
  record: RecordContext;
};

const listed = ["levels", "field", "settings"];
const text = z.string().trim().max(300, "applicationTextTooLong").default("");
const day = z
  .string()
  .trim()
  .refine((given) => given === "" || z.iso.date().safeParse(given).success, "dayNotUnderstood")
  .default("");
const address = z
  .string()
  .trim()
  .max(2000, "documentUrlNotUnderstood")
  .refine((given) => given === "" || z.url({ protocol: /^https?$/ }).safeParse(given).success, "documentUrlNotUnderstood")
  .default("");

const fields = z.object({
  kind: z.enum(decisionKinds),
  from: day,
  end: z.enum(["until", "open"], "endMissing").optional(),
  until: day,
  reviewOn: day,
  scope: z.enum(["all", "some"], "valueNotAccepted").default("all"),
  levels: z.array(z.string().regex(/^[1-8]$/, "valueNotAccepted")).default([]),
  field: z.array(z.string().refine((code) => isCode("fields", code), "valueNotAccepted")).default([]),
  fieldCodes: text,
  settings: z.array(z.string().refine((code) => isCode("settings", code), "valueNotAccepted")).default([]),
  offering: text,
  effect: z.enum(["hidden", "no-new-starts", "teach-out", "warning"], "effectMissing").optional(),
  effectOn: day,
  key: text,
  decision: text,
  what: z.enum(["registration", "accreditation", "decision"], "valueNotAccepted").optional(),
  standard: text,
  label: text,
  type: text,
  body: text,
  report: address,
  documentUrl: address,
  ...recordFields,
});

type Sent = z.output<typeof fields>;

export function kindOf(form: SentForm): DecisionKind | undefined {
  return decisionKinds.find((kind) => kind === form.kind?.[0]);
}

/** What a form says that was sent, or what is wrong with it. */
export function readOrder(form: SentForm, context: OrderContext): Result<Ordered> {
  const values = Object.fromEntries(Object.entries(form).map(([name, all]) => [name, listed.includes(name) ? all : all[0]]));
  const parsed = fields.safeParse(values);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const problems: Problem[] = [];
  const fault: Fault = (code, field) => problems.push({ code, field });
  const sent = parsed.data;
  const order = orderOf(sent, form, context, fault);
  // Readers are told a fact by the register itself: there is no sentence to write.
  const words = { statement: sent.kind === "record" ? {} : statementOf(form, fault), reasons: reasonsOf(form, fault) };
  const reviewOn = sent.reviewOn || null;
  const asksForReview = order.kind === "limit" || (order.kind === "suspend" && order.until === null);
  if (asksForReview && !reviewOn) fault("reviewMissing", "reviewOn");
  if (reviewOn && "from" in order && reviewOn <= order.from) fault("endsBeforeItBegins", "reviewOn");
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { order, ...words, documentUrl: sent.documentUrl || null, reviewOn } };
}

function orderOf(sent: Sent, form: SentForm, context: OrderContext, fault: Fault): Order {
  const { kind, key, decision } = sent;
  if (kind === "record") return recordOf(sent, form, context, fault);
  if (kind === "extend") return { kind, key, until: endOf(sent, "", fault) };
  const { from } = sent;
  if (from === "") fault("dayMissing", "from");
  switch (kind) {
    case "register":
      return { kind, from };
    case "accredit":
      return { kind, from, until: endOf(sent, from, fault), terms: termsOf(sent, context, fault) };
    case "limit":
      return { kind, from, until: endOf(sent, from, fault), scope: scopeOf(sent, context, fault), ...effectOf(sent, fault) };
    case "suspend":
      return { kind, from, until: endOf(sent, from, fault), scope: sent.scope === "all" ? null : scopeOf(sent, context, fault) };
    case "withdraw":
      if (sent.what === "accreditation" && key === "") fault("accreditationUnknown", "key");
      return { kind, from, key: sent.what === "accreditation" ? key : null };
    case "reinstate":
      return { kind, from, decisionId: decision };
    case "correct": {
      if (sent.what !== "accreditation") return { kind, from, decisionId: decision };
      if (key === "") fault("accreditationUnknown", "key");
      const { eqfLevels, fields, settings } = scopeOf({ ...sent, scope: "all", offering: "" }, context, fault, true);
      return { kind, from, until: endOf(sent, from, fault), key, terms: { eqfLevels, fields, settings } };
    }
  }
}

/** A succession has a beginning only, and what never held has no days to state. */
function recordOf(sent: Sent, form: SentForm, { record }: OrderContext, fault: Fault): Extract<Order, { kind: "record" }> {
  const ends = sent.fact === "name" || sent.fact === "identifier";
  if (sent.from === "" && sent.fact !== "mistake") fault("dayMissing", "from");
  const days = { from: sent.from, until: ends ? endOf(sent, sent.from, fault) : null };
  return { kind: "record", ...days, fact: factOf(sent, textsOf(form, "name"), days, record, fault) };
}

/** An end is a day or is stated as open, never just missing. */
function endOf({ end, until }: Sent, from: Day, fault: Fault): Day | null {
  if (!end) fault("endMissing", "end");
  if (end !== "until") return null;
  if (until === "") fault("dayMissing", "until");
  else if (until < from) fault("endsBeforeItBegins", "until");
  return until === "" ? null : dayAfter(until);
}

/** `exact` takes the parts as they stand; else "all" leaves them aside, and "some" must limit something. */
function scopeOf(sent: Sent, { offeringId }: OrderContext, fault: Fault, exact = false): ScopeOrder {
  const none = { eqfLevels: null, fields: null, settings: null, offeringId: null };
  if (sent.scope === "all" && !exact) return none;
  const codes = sent.fieldCodes.split(/[\s,;]+/).filter(Boolean);
  if (codes.some((code) => !isCode("fields", code))) fault("valueNotAccepted", "fieldCodes");
  const chosen = [...new Set([...sent.field, ...codes])].sort();
  if (sent.offering !== "" && !offeringId) fault("offeringOfProviderMissing", "offering");
  const scope = {
    eqfLevels: sent.levels.length > 0 ? [...new Set(sent.levels.map(Number))].sort() : null,
    // A field within one that is chosen too says nothing more.
    fields: chosen.length > 0 ? chosen.filter((code) => !chosen.some((wider) => wider !== code && code.startsWith(wider))) : null,
    settings: sent.settings.length > 0 ? [...new Set(sent.settings)].sort() : null,
    offeringId: sent.offering === "" ? null : offeringId,
  };
  if (!exact && Object.values(scope).every((part) => part === null)) fault("scopeMissing", "scope");
  return scope;
}

function effectOf({ effect, effectOn, from }: Sent, fault: Fault): Pick<Extract<Order, { kind: "limit" }>, "effect" | "effectOn"> {
  if (!effect) fault("effectMissing", "effect");
  const dated = effect === "no-new-starts" || effect === "teach-out";
  if (dated && effectOn === "") fault("effectDayMissing", "effectOn");
  if (dated && effectOn !== "" && effectOn < from) fault("endsBeforeItBegins", "effectOn");
  return { effect: effect ?? "warning", effectOn: dated ? effectOn : null };
}

function termsOf(sent: Sent, context: OrderContext, fault: Fault): Extract<Order, { kind: "accredit" }>["terms"] {
  const { standard, label, type, body, report } = sent;
  if (!isQualityCode(standard)) fault("standardMissing", "standard");
  if (standard === "other" && label === "") fault("standardLabelMissing", "label");
  if (!isCode("accreditationTypes", type)) fault("accreditationTypeMissing", "type");
  if (sent.levels.length === 0 && sent.offering === "") fault("levelsMissing", "levels");
  if (body !== "" && !context.bodyId) fault("valueNotAccepted", "body");
  const other = Object.fromEntries(country.languages.map((language) => [language, label]));
  const names = namesOfStandard(standard, other, context.labels, sent.from);
  if (!names) fault("labelNotHoldingThen", "standard");
  return {
    accreditingBodyId: context.bodyId ?? context.authorityId,
    title: names?.title ?? {},
    type,
    standard,
    standardLabel: names?.standardLabel ?? {},
    ...scopeOf(sent, context, fault, true),
    jurisdictions: null,
    effect: "full",
    effectOn: null,
    decisionUrl: sent.documentUrl || null,
    reportUrl: report || null,
  };
}

export const conflictInput = z.object({ reason: z.string().trim().min(1, "reasonMissing").max(2000, "reasonTooLong") });
