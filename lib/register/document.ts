import type { Texts } from "@/db/schema";
import { lastDay } from "@/lib/accreditations/accreditation";
import type { Day, Period } from "@/lib/days/days";
import type { Answer, Reason, Verdict } from "./answer";
import type { Ended, RegisterFacts } from "./facts";
import type { Moment } from "./moment";
import type { Question } from "./question";

type DecisionDocument = {
  number: number;
  kind: string;
  decidedOn: Day;
  authority: { slug: string; name: Texts };
  document: string | null;
};

/** How long something holds, and what says so: an end is stated, stated as open, or set by a later decision. Never assumed. */
export type TermDocument = {
  from: Day | null;
  lastDay: Day | null;
  end: "stated" | "stated-open-ended" | "by-decision";
  endedBy: { number: number; kind: string; decidedOn: Day } | null;
  decision: DecisionDocument | null;
};

type ScopeDocument = { eqf: number[] | null; fields: string[] | null; settings: string[] | null };

export type RegistrationDocument = TermDocument & { status: string; authority: { slug: string; name: Texts } };

export type AccreditationDocument = TermDocument & {
  key: string;
  title: Texts;
  type: string;
  standard: string;
  standardLabel: Texts;
  body: { slug: string; name: Texts };
  scope: ScopeDocument & { jurisdictions: string[] | null; offering: string | null };
  effect: string;
  effectOn: Day | null;
  decisionUrl: string | null;
  reportUrl: string | null;
};

export type RestrictionDocument = TermDocument & {
  key: string;
  scope: ScopeDocument & { offering: string | null };
  effect: string;
  effectOn: Day | null;
  bears: "whole" | "part";
  statement: Texts;
  reviewOn: Day | null;
};

/** A question and its answer as data: what the API gives, what a receipt signs, what a page shows. The same for the same two clocks, for ever. */
export type AnswerDocument = {
  register: string;
  question: {
    provider: { id: string; slug: string; name: Texts };
    eqf: number | null;
    field: string | null;
    validOn: Day;
    asKnownOn: Day | Moment;
  };
  /** The moment up to which the register's knowledge counts. */
  asKnownAt: Moment;
  answer: { verdict: Verdict; registered: boolean; accredited: boolean; reason: Reason | null };
  basis: { registrations: RegistrationDocument[]; accreditations: AccreditationDocument[]; restrictions: RestrictionDocument[] };
};

type Given = {
  register: string;
  question: Question;
  provider: { id: string; slug: string; name: Texts };
  asKnownAt: Moment;
  answer: Answer;
};

export function toAnswerDocument({ register, question, provider, asKnownAt, answer }: Given): AnswerDocument {
  const { verdict, registered, reason, basis } = answer;
  return {
    register,
    question: {
      provider,
      eqf: question.eqf,
      field: question.field,
      validOn: question.validOn,
      asKnownOn: question.asKnownOn ?? asKnownAt,
    },
    asKnownAt,
    answer: { verdict, registered, accredited: verdict !== "no", reason },
    basis: {
      registrations: basis.registrations.map(toRegistration),
      accreditations: basis.accreditations.map(toAccreditation),
      restrictions: basis.restrictions.map((one) => ({ ...toRestriction(one), bears: one.bears })),
    },
  };
}

type Dated = Ended & { valid: Period; decision: RegisterFacts["accreditations"][number]["decision"] };

function toTerm({ valid, endedBy, decision }: Dated): TermDocument {
  return {
    from: valid.from,
    lastDay: lastDay(valid),
    end: valid.until === null ? "stated-open-ended" : endedBy ? "by-decision" : "stated",
    endedBy: endedBy && { number: endedBy.number, kind: endedBy.kind, decidedOn: endedBy.decidedOn },
    decision: decision && {
      number: decision.number,
      kind: decision.kind,
      decidedOn: decision.decidedOn,
      authority: { slug: decision.authoritySlug, name: decision.authority ?? {} },
      document: decision.documentUrl,
    },
  };
}

export function toRegistration(one: RegisterFacts["registrations"][number]): RegistrationDocument {
  return { ...toTerm(one), status: one.status, authority: { slug: one.authoritySlug, name: one.authority ?? {} } };
}

export function toAccreditation(one: RegisterFacts["accreditations"][number]): AccreditationDocument {
  const { key, title, type, standard, standardLabel, effect, effectOn, decisionUrl, reportUrl } = one;
  return {
    ...toTerm(one),
    key,
    title,
    type,
    standard,
    standardLabel,
    body: { slug: one.bodySlug, name: one.body ?? {} },
    scope: {
      eqf: one.eqfLevels,
      fields: one.fields,
      settings: one.settings,
      jurisdictions: one.jurisdictions,
      offering: one.offeringId,
    },
    effect,
    effectOn,
    decisionUrl,
    reportUrl,
  };
}

export function toRestriction(one: RegisterFacts["restrictions"][number]): Omit<RestrictionDocument, "bears"> {
  const { key, effect, effectOn, eqfLevels, fields, settings, offeringId, decision } = one;
  return {
    ...toTerm(one),
    key,
    scope: { eqf: eqfLevels, fields, settings, offering: offeringId },
    effect,
    effectOn,
    statement: decision.statement,
    reviewOn: decision.reviewOn,
  };
}
