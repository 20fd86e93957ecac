import { addDays, type Day } from "@/lib/days/days";
import { startProblem } from "@/lib/offerings/starts";
import { isCurrent } from "@/lib/sessions/session";
import type { Texts } from "@/lib/texts/texts";
import { scopesUnder } from "@/lib/visibility/scopes";
import { type OfferingScope, type ProviderFacts, type Standing, standingOn } from "@/lib/visibility/visibility";

/** What the public sees of an offering: nothing, all of it, or all of it with a warning. */
export type Mark = "hidden" | "shown" | "no-new-starts" | "teach-out" | "warning";

/** Days on which something else is seen from now on than would have been; `next` is what is seen after them. */
export type Difference = { from: Day; until: Day | null; was: Mark; now: Mark; next: Mark | null };

export type Outcome = "leaves" | "appears" | "warned" | "cleared";
export const outcomes: readonly Outcome[] = ["leaves", "appears", "warned", "cleared"];

export type DryOffering = OfferingScope & { slug: string; title: Texts; original: string; effectiveFrom: Day };
type DrySession = { offeringId: string; startsOn: Day | null; endsOn: Day | null; cancelledOn: Day | null; enrolling: boolean };

export type TouchedOffering = { offering: DryOffering; differences: Difference[]; outcome: Outcome };

/** All days from one on on which what the register says of a provider can turn. */
function turningDays(facts: ProviderFacts[], from: Day): Day[] {
  const turns = facts.flatMap(({ registrations, accreditations, restrictions }) => [
    ...[...registrations, ...accreditations, ...restrictions].flatMap(({ valid }) => [valid.from, valid.until]),
    ...[...accreditations, ...restrictions].map(({ effectOn }) => effectOn && addDays(effectOn, 1)),
  ]);
  return [...new Set([from, ...turns.flatMap((day) => (day && day > from ? [day] : []))])].sort();
}

export function markOf(standing: Standing): Mark {
  return standing.visible ? (standing.warning ?? "shown") : "hidden";
}

/** On which days from one on an offering is seen otherwise under other facts: by the same rule as its page. */
export function differencesFor(offering: DryOffering, before: ProviderFacts, after: ProviderFacts, from: Day): Difference[] {
  const own = offering.effectiveFrom > from ? [offering.effectiveFrom] : [];
  const days = [...new Set([...turningDays([before, after], from), ...own])].sort();
  const found: Difference[] = [];
  for (const [place, day] of days.entries()) {
    const until = days[place + 1] ?? null;
    const [was, now] = [before, after].map((facts) => markOf(standingOn(day, offering, facts))) as [Mark, Mark];
    if (was === now) continue;
    const last = found.at(-1);
    if (last?.until === day && last.was === was && last.now === now) last.until = until;
    else found.push({ from: day, until, was, now, next: null });
  }
  return found.map((one) => ({ ...one, next: one.until === null ? null : markOf(standingOn(one.until, offering, after)) }));
}

export function outcomeOf({ was, now }: Pick<Difference, "was" | "now">): Outcome {
  if (now === "hidden") return "leaves";
  if (was === "hidden") return "appears";
  return now === "shown" ? "cleared" : "warned";
}

/** Whether something happens to an offering on some day; one can carry a warning first and leave later. */
export function happens({ differences }: TouchedOffering, outcome: Outcome): boolean {
  return differences.some((one) => outcomeOf(one) === outcome);
}

export function countOutcome(touched: TouchedOffering[], outcome: Outcome): number {
  return touched.filter((one) => happens(one, outcome)).length;
}

/** The published offerings that a decision touches, those first that it touches first. */
export function touchedBy(offerings: DryOffering[], before: ProviderFacts, after: ProviderFacts, day: Day): TouchedOffering[] {
  const scopeOf = scopesUnder([before, after]);
  const known = new Map<string, Difference[]>();
  return offerings
    .flatMap((offering) => {
      const scope = scopeOf(offering);
      const differences = known.get(scope) ?? differencesFor(offering, before, after, day);
      known.set(scope, differences);
      const [first] = differences;
      return first ? [{ offering, differences, outcome: outcomeOf(first) }] : [];
    })
    .sort(
      (a, b) =>
        (a.differences[0]?.from ?? "").localeCompare(b.differences[0]?.from ?? "") || a.offering.slug.localeCompare(b.offering.slug),
    );
}

export type DayOfChange = { day: Day; counts: Record<Outcome, number> };

/** What happens on which day: also where what is said from a day on ends by itself. */
export function daysOfChange(touched: TouchedOffering[]): DayOfChange[] {
  const days = new Map<Day, Record<Outcome, number>>();
  const count = (day: Day, outcome: Outcome) => {
    const counts = days.get(day) ?? { leaves: 0, appears: 0, warned: 0, cleared: 0 };
    counts[outcome] += 1;
    days.set(day, counts);
  };
  for (const { differences } of touched) {
    for (const [place, one] of differences.entries()) {
      const last = differences[place - 1];
      // Two differences that touch are one turn: from the one state to the next.
      count(one.from, outcomeOf(last?.until === one.from ? { ...one, was: last.now } : one));
      const follows = differences[place + 1]?.from === one.until;
      if (one.until && one.next && !follows && one.next !== one.now) count(one.until, outcomeOf({ was: one.now, now: one.next }));
    }
  }
  return [...days].map(([day, counts]) => ({ day, counts })).sort((a, b) => a.day.localeCompare(b.day));
}

export type SessionCounts = { running: number; ahead: number; enrolling: number; mayNoLongerStart: number; mayStartAgain: number };

/** The sessions of touched offerings that are not over: what is running goes on, and what is ahead may no longer begin or may again. */
export function sessionsTouched(
  touched: TouchedOffering[],
  sessions: DrySession[],
  before: ProviderFacts,
  after: ProviderFacts,
  day: Day,
): SessionCounts {
  const scopes = new Map(touched.map(({ offering }) => [offering.offeringId, offering]));
  const counts: SessionCounts = { running: 0, ahead: 0, enrolling: 0, mayNoLongerStart: 0, mayStartAgain: 0 };
  for (const session of sessions) {
    const scope = scopes.get(session.offeringId);
    if (!scope || !isCurrent(session, day)) continue;
    const begun = session.startsOn !== null && session.startsOn <= day;
    counts[begun ? "running" : "ahead"] += 1;
    if (session.enrolling && !begun) counts.enrolling += 1;
    if (begun || session.startsOn === null) continue;
    const [could, can] = [before, after].map((facts) => mayBegin(session.startsOn ?? day, scope, facts));
    if (could && !can) counts.mayNoLongerStart += 1;
    if (can && !could) counts.mayStartAgain += 1;
  }
  return counts;
}

function mayBegin(startsOn: Day, scope: DryOffering, facts: ProviderFacts): boolean {
  const standing = standingOn(startsOn, { ...scope, effectiveFrom: startsOn }, facts);
  return standing.visible && startProblem(startsOn, facts, scope) === null;
}
