import { addDays, type Day, dayNumber, daysBetween } from "@/lib/days/days";
import type { SessionState } from "@/lib/sessions/session";

/** One step of a plan: an offering with the session that was chosen of it, or with none: then it is learned at any time. */
export type PlanStep = {
  id: string;
  /** All the work it takes; null where the offering states none. */
  hours: number | null;
  ects: number | null;
  eqf: number;
  /** What the client's learner group pays; null where no price is stated. */
  price: number | null;
  session: { startsOn: Day; endsOn: Day | null; state: SessionState["state"] } | null;
  /** Out of the catalogue: nobody can begin it, and it is no part of the plan. */
  gone: boolean;
  /** Ids of offerings that this one counts towards. */
  leadsTo: string[];
};

/** What the client can give; null is no bound. None of it says who they are. */
export type PlanBounds = { hoursPerWeek: number | null; budget: number | null };

type PlanWeek = { monday: Day; minutes: number; parts: { id: string; minutes: number }[] };

/** What stands in the way of a plan, each with what it is about. */
export type PlanConflict =
  | { what: "overload"; monday: Day; minutes: number }
  | { what: "budget"; cost: number; budget: number }
  | { what: "full" | "over" | "cancelled" | "noHours" | "noPrice" | "gone"; id: string }
  /** It counts towards something that comes before it. */
  | { what: "order"; id: string; before: string };

export type Plan = {
  steps: (PlanStep & { from: Day; until: Day })[];
  weeks: PlanWeek[];
  minutes: number;
  cost: number;
  /** Null where none of them states any. */
  ects: number | null;
  level: number | null;
  conflicts: PlanConflict[];
};

/** At what pace something without dates is learned where the client names none. */
const usualHoursPerWeek = 6;

function mondayOf(day: Day): Day {
  // Day 0 of the count was a Thursday.
  return addDays(day, -((((dayNumber(day) + 3) % 7) + 7) % 7));
}

/** How much of a week something takes that is spread over its days; what is shorter than a week takes all of it in one. */
export function hoursOfWeek(hours: number, from: Day, until: Day): number {
  return hours / Math.max(1, (daysBetween(from, until) + 1) / 7);
}

/** Whatever takes longer at the client's pace is squeezed into ten years: a plan for longer is none. */
const mostWeeks = 520;

/**
 * Puts the steps of a plan into weeks. What has dates is spread evenly over its days, in whole minutes of which none is lost; what has none begins
 * in the week after the step before it, `day` at the earliest, and goes at the client's own pace, as does what has a first day and no last.
 */
export function planOf(all: readonly PlanStep[], bounds: PlanBounds, day: Day): Plan {
  const steps = all.filter(({ gone }) => !gone);
  const placed = place(steps, bounds, day);
  const weeks = weeksOf(placed);
  const cost = sum(steps.map(({ price }) => price ?? 0));
  return {
    steps: placed,
    weeks,
    minutes: sum(weeks.map(({ minutes }) => minutes)),
    cost,
    ects: steps.every(({ ects }) => ects === null) ? null : sum(steps.map(({ ects }) => ects ?? 0)),
    level: steps.length === 0 ? null : Math.max(...steps.map(({ eqf }) => eqf)),
    conflicts: [
      ...all.filter(({ gone }) => gone).map(({ id }) => ({ what: "gone", id }) as const),
      ...conflictsOfSteps(placed),
      ...conflictsOfBounds(weeks, cost, bounds),
    ],
  };
}

function place(steps: readonly PlanStep[], { hoursPerWeek }: PlanBounds, day: Day): Plan["steps"] {
  const pace = hoursPerWeek !== null && hoursPerWeek > 0 ? hoursPerWeek : usualHoursPerWeek;
  let free = mondayOf(addDays(day, 6));
  return steps.map((step) => {
    const weeks = Math.min(mostWeeks, Math.max(1, Math.ceil((step.hours ?? 0) / pace)));
    const from = step.session?.startsOn ?? free;
    const until = step.session?.endsOn ?? addDays(from, weeks * 7 - 1);
    const next = mondayOf(addDays(until, 7));
    if (next > free) free = next;
    return { ...step, from, until };
  });
}

function weeksOf(steps: Plan["steps"]): PlanWeek[] {
  if (steps.length === 0) return [];
  const parts = Map.groupBy(steps.flatMap(spread), ({ monday }) => monday);
  const first = mondayOf(steps.map(({ from }) => from).sort()[0] ?? "");
  const last = mondayOf(
    steps
      .map(({ until }) => until)
      .sort()
      .at(-1) ?? "",
  );
  const count = daysBetween(first, last) / 7 + 1;
  return Array.from({ length: count }, (_, week) => {
    const monday = addDays(first, week * 7);
    const own = (parts.get(monday) ?? []).map(({ id, minutes }) => ({ id, minutes }));
    return { monday, minutes: sum(own.map(({ minutes }) => minutes)), parts: own };
  });
}

/** The work of a step by week: what is done by the end of each week less what was done before it, so that rounding loses nothing. */
function spread({ id, hours, from, until }: Plan["steps"][number]): { id: string; monday: Day; minutes: number }[] {
  const [total, days] = [Math.round((hours ?? 0) * 60), daysBetween(from, until) + 1];
  const parts: { id: string; monday: Day; minutes: number }[] = [];
  let done = 0;
  for (let monday = mondayOf(from); monday <= until; monday = addDays(monday, 7)) {
    const passed = Math.min(days, daysBetween(from, addDays(monday, 7)));
    const due = Math.round((total * passed) / days);
    if (due > done) parts.push({ id, monday, minutes: due - done });
    done = due;
  }
  return parts;
}

/** How many things there are to look at: that weeks are too full is one, however many they are. */
export function countToLookAt({ conflicts }: Pick<Plan, "conflicts">): number {
  const overloads = conflicts.filter(({ what }) => what === "overload").length;
  return conflicts.length - Math.max(0, overloads - 1);
}

function conflictsOfSteps(steps: Plan["steps"]): PlanConflict[] {
  return steps.flatMap(({ id, hours, price, session, leadsTo }, position): PlanConflict[] => {
    const earlier = steps.slice(0, position).find((one) => leadsTo.includes(one.id));
    const state = session?.state;
    return [
      ...(state === "full" ? [{ what: "full", id } as const] : []),
      ...(state === "cancelled" ? [{ what: "cancelled", id } as const] : []),
      ...(state === "ended" ? [{ what: "over", id } as const] : []),
      ...(earlier ? [{ what: "order", id, before: earlier.id } as const] : []),
      ...(hours === null ? [{ what: "noHours", id } as const] : []),
      ...(price === null ? [{ what: "noPrice", id } as const] : []),
    ];
  });
}

function conflictsOfBounds(weeks: PlanWeek[], cost: number, { hoursPerWeek, budget }: PlanBounds): PlanConflict[] {
  return [
    ...weeks
      .filter(({ minutes }) => hoursPerWeek !== null && minutes > hoursPerWeek * 60)
      .map(({ monday, minutes }) => ({ what: "overload", monday, minutes }) as const),
    ...(budget !== null && cost > budget ? [{ what: "budget", cost, budget } as const] : []),
  ];
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
