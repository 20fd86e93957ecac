import { addDays, contains, type Day } from "@/lib/days/days";
import { hiddenDuring, shownDuring } from "@/lib/visibility/visibility";
import type { AccreditationRow, RegisterFacts, RegistrationRow, RestrictionRow } from "./facts";

/** For what, and on which day; a level or field that is null was not asked for. */
export type Asked = { eqf: number | null; field: string | null; validOn: Day };

/**
 * Why it is not so, or what limits it. `since` is the first day of what stands in the way, `from` that of what is still to come; both only
 * where the register knows one.
 */
export type Reason =
  | { code: "never-registered" | "no-accreditation" | "single-offerings" }
  | { code: "registration-ended" | "registration-withdrawn" | "suspended" | "lapsed" | "withdrawn" | "restricted"; since: Day | null }
  | { code: "registration-to-come" | "to-come"; from: Day | null }
  /** No accreditation in force covers these parts; both where one covers the level and another the field. */
  | { code: "out-of-scope"; outside: ("eqf" | "field")[] }
  | { code: "no-new-starts" | "teach-out" | "warning"; on: Day | null };

export type Verdict = "yes" | "limited" | "no";

/** What an answer rests on, each list with what decides it first. */
type Basis = {
  registrations: RegistrationRow[];
  accreditations: AccreditationRow[];
  /** Those that bear on all that was asked for, or on part of it. */
  restrictions: (RestrictionRow & { bears: "whole" | "part" })[];
};

export type Answer = {
  verdict: Verdict;
  registered: boolean;
  reason: Reason | null;
  basis: Basis;
};

/** Whether a provider is registered and accredited for something on a day, by what the register knows at one moment. */
export function answerTo(asked: Asked, facts: RegisterFacts): Answer {
  const registration = registrationOn(asked.validOn, facts.registrations);
  const accreditation = accreditationOn(asked, facts.accreditations);
  const restriction = restrictionOn(asked, facts.restrictions);
  const basis = { registrations: registration.basis, accreditations: accreditation.basis, restrictions: restriction.basis };
  const no = registration.reason ?? accreditation.refused ?? restriction.refused;
  const reason = no ?? strictest([accreditation.limit, restriction.limit]);
  return { verdict: no ? "no" : reason ? "limited" : "yes", registered: registration.reason === null, reason, basis };
}

function registrationOn(day: Day, registrations: RegistrationRow[]) {
  const inOrder = (a: RegistrationRow, b: RegistrationRow) => byBeginning(a, b) || a.authorityId.localeCompare(b.authorityId);
  const holding = registrations.filter(({ valid }) => contains(valid, day)).sort(inOrder);
  const of = (status: string) => holding.filter((one) => one.status === status);
  const [suspended, registered, withdrawn] = [of("suspended"), of("registered"), of("withdrawn")];
  const basis = [...suspended, ...registered, ...withdrawn];
  const found = (reason: Reason | null, on = basis) => ({ reason, basis: on });
  if (suspended[0]) return found({ code: "suspended", since: suspended[0].valid.from });
  if (registered.length > 0) return found(null);
  if (withdrawn[0]) return found({ code: "registration-withdrawn", since: withdrawn[0].valid.from });

  const past = registrations.filter(({ valid }) => valid.until !== null && valid.until <= day).sort(byEnd);
  const last = past.at(-1);
  if (last) return found({ code: "registration-ended", since: last.valid.until }, [last]);
  const [next] = registrations.filter(({ status }) => status === "registered").sort(byBeginning);
  return next ? found({ code: "registration-to-come", from: next.valid.from }, [next]) : found({ code: "never-registered" }, []);
}

type Found = { refused: Reason | null; limit: Limit | null; basis: AccreditationRow[] };
type Limit = Extract<Reason, { on: Day | null }>;

function accreditationOn(asked: Asked, accreditations: AccreditationRow[]): Found {
  const day = asked.validOn;
  const general = accreditations.filter(({ offeringId }) => offeringId === null);
  const covering = general.filter((one) => outsideOf(asked, one).length === 0);
  const isShown = (one: AccreditationRow) => shownDuring(one).some((period) => contains(period, day));
  const holding = covering.filter(isShown).sort(fullestFirst);
  const no = (refused: Reason, basis: AccreditationRow[]): Found => ({ refused, limit: null, basis });
  const [best] = holding;
  if (best) {
    const limit: Limit | null =
      best.effect === "no-new-starts" || best.effect === "teach-out" ? { code: best.effect, on: best.effectOn } : null;
    return { refused: null, limit, basis: holding };
  }

  // The last to be withdrawn, whatever the order in which they came.
  const withdrawn = covering
    .filter(({ effect, valid }) => effect === "withdrawn" && contains(valid, day))
    .sort((a, b) => byBeginning(a, b) || b.key.localeCompare(a.key))
    .at(-1);
  if (withdrawn) return no({ code: "withdrawn", since: withdrawn.valid.from }, [withdrawn]);
  const lapsed = covering.flatMap((one) => shownDuring(one).map(({ until }) => ({ one, until }))).filter(isOver(day));
  const last = lapsed.sort((a, b) => (a.until ?? "").localeCompare(b.until ?? "") || b.one.key.localeCompare(a.one.key)).at(-1);
  const others = general.filter(isShown).sort(fullestFirst);
  if (last) return no({ code: "lapsed", since: last.until }, [last.one]);
  const [next] = covering.filter(({ effect }) => effect !== "withdrawn").sort((a, b) => byBeginning(a, b) || a.key.localeCompare(b.key));
  if (next) return no({ code: "to-come", from: next.valid.from }, [next]);
  if (others.length > 0) return no({ code: "out-of-scope", outside: outsideOfAll(asked, others) }, others);
  const single = accreditations.filter((one) => one.offeringId !== null && isShown(one)).sort(fullestFirst);
  return single.length > 0 ? no({ code: "single-offerings" }, single) : no({ code: "no-accreditation" }, []);
}

const isOver =
  (day: Day) =>
  ({ until }: { until: Day | null }) =>
    until !== null && until <= day;

/** Which parts of what was asked for a scope does not cover; a code covers all that begin with it, and a null part is not limited. */
function outsideOf({ eqf, field }: Asked, { eqfLevels, fields }: AccreditationRow): ("eqf" | "field")[] {
  const level = eqf === null || eqfLevels === null || eqfLevels.includes(eqf);
  const within = field === null || fields === null || fields.some((code) => field.startsWith(code));
  return [...(level ? [] : (["eqf"] as const)), ...(within ? [] : (["field"] as const))];
}

/** What none of them covers; where each part is covered by another, it is their meeting that is missing. */
function outsideOfAll(asked: Asked, accreditations: AccreditationRow[]): ("eqf" | "field")[] {
  const missing = accreditations.map((one) => outsideOf(asked, one));
  const common = (["eqf", "field"] as const).filter((part) => missing.every((parts) => parts.includes(part)));
  return common.length > 0 ? common : ["eqf", "field"];
}

function restrictionOn(asked: Asked, restrictions: RestrictionRow[]) {
  const day = asked.validOn;
  const basis = restrictions
    .filter(({ valid }) => contains(valid, day))
    .flatMap((one) => {
      const bears = bearsOn(asked, one);
      return bears === null ? [] : [{ ...one, bears }];
    })
    .sort((a, b) => weight(a) - weight(b) || a.key.localeCompare(b.key));
  const whole = basis.filter(({ bears }) => bears === "whole");
  const hiding = whole.find((one) => hiddenDuring(one).some((period) => contains(period, day)));
  const since = hiding?.effect === "teach-out" && hiding.effectOn ? addDays(hiding.effectOn, 1) : (hiding?.valid.from ?? null);
  const limits = whole.flatMap(({ effect, effectOn }): Limit[] => (effect === "hidden" ? [] : [{ code: effect, on: effectOn }]));
  return { basis, refused: hiding ? ({ code: "restricted", since } as const) : null, limit: strictest(limits) };

  function weight(one: (typeof basis)[number]): number {
    const hides = hiddenDuring(one).some((period) => contains(period, day));
    return (one.bears === "whole" ? 0 : 10) + (hides ? 0 : 1 + strictness.indexOf(one.effect as Limit["code"]));
  }
}

function bearsOn({ eqf, field }: Asked, { eqfLevels, fields, settings, offeringId }: RestrictionRow): "whole" | "part" | null {
  const level = eqfLevels === null ? "whole" : eqf === null ? "part" : eqfLevels.includes(eqf) ? "whole" : null;
  const within =
    fields === null || (field !== null && fields.some((code) => field.startsWith(code)))
      ? "whole"
      : field === null || fields.some((code) => code.startsWith(field))
        ? "part"
        : null;
  if (level === null || within === null) return null;
  return level === "whole" && within === "whole" && settings === null && offeringId === null ? "whole" : "part";
}

const strictness: Limit["code"][] = ["teach-out", "no-new-starts", "warning"];

/** What says most of what is no longer allowed. */
function strictest(limits: (Limit | null)[]): Limit | null {
  const known = limits.filter((one) => one !== null);
  return known.sort((a, b) => strictness.indexOf(a.code) - strictness.indexOf(b.code))[0] ?? null;
}

/** What allows most and for longest. */
function fullestFirst(a: AccreditationRow, b: AccreditationRow): number {
  const full = Number(b.effect === "full") - Number(a.effect === "full");
  return full || (b.valid.until ?? "9").localeCompare(a.valid.until ?? "9") || a.key.localeCompare(b.key) || byBeginning(a, b);
}

type Dated = { valid: { from: Day | null; until: Day | null } };
const byBeginning = (a: Dated, b: Dated) => (a.valid.from ?? "").localeCompare(b.valid.from ?? "");
const byEnd = (a: Dated, b: Dated) => (a.valid.until ?? "9").localeCompare(b.valid.until ?? "9");
