import type { Texts } from "@/db/schema";
import { lastDay } from "@/lib/accreditations/accreditation";
import type { Day, Period } from "@/lib/days/days";
import type { Answer, Reason, Verdict } from "./answer";
import type { AccreditationRow, RegistrationRow, RestrictionRow, Thing } from "./facts";
import type { Moment } from "./moment";
import type { Question } from "./question";

type Named = { slug: string; name: Texts };

/** A decision as far as rows that rest on it tell of it. */
export type DecisionFacts = {
  number: number;
  kind: string;
  decidedOn: Day;
  authorityId: string;
  documentUrl: string | null;
  statement: Texts;
  reviewOn: Day | null;
};

export type Ending = { number: number; kind: string; decidedOn: Day };

/** What is to be known beside the rows to tell them: their decisions, the organisations behind them, and what cut them short. */
export type Behind = {
  decisions: Map<string, DecisionFacts>;
  organisations: Map<string, Named>;
  endedBy: (thing: Thing, until: Day | null) => Ending | null;
};

type DecisionDocument = {
  number: number;
  kind: string;
  decidedOn: Day;
  authority: Named;
  document: string | null;
};

/** How long something holds, and what says so: an end is stated, stated as open, or set by a later decision. Never assumed. */
export type TermDocument = {
  from: Day | null;
  lastDay: Day | null;
  end: "stated" | "stated-open-ended" | "by-decision";
  endedBy: Ending | null;
  decision: DecisionDocument | null;
};

type ScopeDocument = { eqf: number[] | null; fields: string[] | null; settings: string[] | null };

export type RegistrationDocument = TermDocument & { status: string; authority: Named };

export type AccreditationDocument = TermDocument & {
  key: string;
  title: Texts;
  type: string;
  standard: string;
  standardLabel: Texts;
  body: Named;
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
    provider: Named & { id: string };
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
  provider: Named & { id: string };
  asKnownAt: Moment;
  answer: Answer;
  behind: Behind;
};

export function toAnswerDocument({ register, question, provider, asKnownAt, answer, behind }: Given): AnswerDocument {
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
      registrations: basis.registrations.map((one) => toRegistration(one, behind)),
      accreditations: basis.accreditations.map((one) => toAccreditation(one, behind)),
      restrictions: basis.restrictions.map((one) => ({ ...toRestriction(one, behind), bears: one.bears })),
    },
  };
}

const nobody: Named = { slug: "", name: {} };

function toTerm({ valid, decisionId }: { valid: Period; decisionId: string | null }, thing: Thing, behind: Behind): TermDocument {
  const decision = decisionId === null ? undefined : behind.decisions.get(decisionId);
  const endedBy = behind.endedBy(thing, valid.until);
  return {
    from: valid.from,
    lastDay: lastDay(valid),
    end: valid.until === null ? "stated-open-ended" : endedBy ? "by-decision" : "stated",
    endedBy,
    decision: decision
      ? {
          number: decision.number,
          kind: decision.kind,
          decidedOn: decision.decidedOn,
          authority: behind.organisations.get(decision.authorityId) ?? nobody,
          document: decision.documentUrl,
        }
      : null,
  };
}

export function toRegistration(one: RegistrationRow, behind: Behind): RegistrationDocument {
  const { status, authorityId } = one;
  const authority = behind.organisations.get(authorityId) ?? nobody;
  return { ...toTerm(one, { of: "registration", authorityId }, behind), status, authority };
}

export function toAccreditation(one: AccreditationRow, behind: Behind): AccreditationDocument {
  const { key, title, type, standard, standardLabel, effect, effectOn, decisionUrl, reportUrl } = one;
  const { eqfLevels: eqf, fields, settings, jurisdictions, offeringId: offering } = one;
  return {
    ...toTerm(one, { of: "accreditation", key }, behind),
    key,
    title,
    type,
    standard,
    standardLabel,
    body: behind.organisations.get(one.accreditingBodyId) ?? nobody,
    scope: { eqf, fields, settings, jurisdictions, offering },
    effect,
    effectOn,
    decisionUrl,
    reportUrl,
  };
}

export function toRestriction(one: RestrictionRow, behind: Behind): Omit<RestrictionDocument, "bears"> {
  const { key, effect, effectOn, eqfLevels: eqf, fields, settings, offeringId: offering } = one;
  const decision = one.decisionId === null ? undefined : behind.decisions.get(one.decisionId);
  return {
    ...toTerm(one, { of: "restriction", key }, behind),
    key,
    scope: { eqf, fields, settings, offering },
    effect,
    effectOn,
    statement: decision?.statement ?? {},
    reviewOn: decision?.reviewOn ?? null,
  };
}
