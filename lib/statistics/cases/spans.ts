import type { CaseState } from "@/lib/casework/casework";
import { addDays, type Day, dayNumber } from "@/lib/days/days";

/** The kinds of cases whose ages are told. Another kind is one more selection of spans in queries.ts, and its texts. */
export const caseKinds = ["application", "report", "flag"] as const;
export type CaseKind = (typeof caseKinds)[number];

/**
 * A time in which a case stood at one stage: `since` is when the case began, `until` the first day on which it no longer stood there, and
 * `dueOn` the last day on which its authority is not late; without one, no clock of the authority runs.
 */
export type Span = { kind: CaseKind; stage: string; since: Day; from: Day; until: Day | null; dueOn: Day | null };

/** An application's way through its stages. In the windows of the applicant, and while the applicant is asked, the authority is not late. */
export function spansOf(state: CaseState): Span[] {
  const [first] = state.path;
  if (!first) return [];
  return state.path.map((passage, place) => {
    const isWindow = passage.stage === "representation" || passage.stage === "appeal";
    const asked = place === state.path.length - 1 && state.stoppedSince !== null;
    return {
      kind: "application",
      stage: passage.stage,
      since: first.enteredOn,
      from: passage.enteredOn,
      // A window that is over closes by itself.
      until: passage.leftOn ?? (isWindow ? addDays(passage.dueOn, 1) : null),
      dueOn: isWindow || asked ? null : passage.dueOn,
    };
  });
}

export type Ages = { open: number; median: number; oldest: number; late: number };

/** How old what is open is on each of some days. Days are compared as text, and only ages are numbers: cases are many, and so are days. */
export function agesOn(spans: readonly Span[], days: readonly Day[]): Ages[] {
  const begun = spans.map(({ since }) => dayNumber(since));
  return days.map((day) => {
    const on = dayNumber(day);
    const ages: number[] = [];
    let late = 0;
    for (const [place, { from, until, dueOn }] of spans.entries()) {
      if (from > day || (until !== null && until <= day)) continue;
      ages.push(on - (begun[place] ?? on));
      if (dueOn !== null && dueOn < day) late++;
    }
    ages.sort((a, b) => a - b);
    return { open: ages.length, median: ages[Math.ceil(ages.length / 2) - 1] ?? 0, oldest: ages.at(-1) ?? 0, late };
  });
}
