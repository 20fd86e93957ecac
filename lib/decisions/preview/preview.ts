import { addDays, type Day, type Period } from "@/lib/days/days";
import { type DryOffering, type Mark, markOf } from "@/lib/decisions/dry-run/touched";
import type { Texts } from "@/lib/texts/texts";
import { type ProviderFacts, type RestrictionFact, type Standing, standingOn } from "@/lib/visibility/visibility";

/** Why an offering is seen otherwise on a day to come: what takes it away, that it comes, or that its warning is another. */
export const previewReasons = [
  "suspended",
  "not-registered",
  "lapsed",
  "restricted",
  "out-of-scope",
  "not-yet",
  "appears",
  "warned",
  "cleared",
] as const;
export type PreviewReason = (typeof previewReasons)[number];

export type PreviewedOffering = { offering: DryOffering; was: Mark; now: Mark; reason: PreviewReason };

/** What is seen of offerings on a day to come and was not today, or the other way round: under the same facts, only later. */
export function previewOf(offerings: DryOffering[], facts: ProviderFacts, today: Day, on: Day): PreviewedOffering[] {
  return offerings.flatMap((offering) => {
    const [before, after] = [standingOn(today, offering, facts), standingOn(on, offering, facts)];
    const [was, now] = [markOf(before), markOf(after)];
    return was === now ? [] : [{ offering, was, now, reason: reasonOf(was, after) }];
  });
}

function reasonOf(was: Mark, after: Standing): PreviewReason {
  if (!after.visible) return after.why;
  if (was === "hidden") return "appears";
  return after.warning === null ? "cleared" : "warned";
}

/** What begins, ends or takes effect in the register. `on` is its first day, the last for what ends. */
export type Turn = { on: Day; how: "begins" | "ends" | "effect" } & (
  | { of: "registration"; status: string }
  | { of: "accreditation"; title: Texts }
  | { of: "restriction"; restriction: Pick<RestrictionFact, "effect" | "effectOn"> }
);

type Facts = Omit<ProviderFacts, "accreditations"> & { accreditations: (ProviderFacts["accreditations"][number] & { title: Texts })[] };

/** Everything that turns in the register after today and up to a day, in its order. What one thing does and then itself follows is no end. */
export function turnsUntil({ registrations, accreditations, restrictions }: Facts, today: Day, on: Day): Turn[] {
  const within = (day: Day | null): day is Day => day !== null && day > today && day <= on;
  const turns: Turn[] = [
    ...registrations.flatMap(({ status, valid }) => edges(valid, within).map((edge) => ({ ...edge, of: "registration" as const, status }))),
    ...accreditations.flatMap(({ title, valid, effect, effectOn }) => [
      ...edges(valid, within).map((edge) => ({ ...edge, of: "accreditation" as const, title })),
      ...dated(effect, effectOn, within).map((edge) => ({ ...edge, of: "accreditation" as const, title })),
    ]),
    ...restrictions.flatMap((restriction) =>
      [...edges(restriction.valid, within), ...dated(restriction.effect, restriction.effectOn, within)].map((edge) => ({
        ...edge,
        of: "restriction" as const,
        restriction,
      })),
    ),
  ];
  return turns.sort((a, b) => a.on.localeCompare(b.on));
}

type Edge = Pick<Turn, "on" | "how">;

function edges({ from, until }: Period, within: (day: Day | null) => day is Day): Edge[] {
  return [
    ...(within(from) ? [{ on: from, how: "begins" as const }] : []),
    ...(within(until) ? [{ on: addDays(until, -1), how: "ends" as const }] : []),
  ];
}

/** No new starts from a day; a teach-out has its last day, and what follows begins the day after. */
function dated(effect: string, effectOn: Day | null, within: (day: Day | null) => day is Day): Edge[] {
  const first = effect === "teach-out" && effectOn ? addDays(effectOn, 1) : effect === "no-new-starts" ? effectOn : null;
  return within(first) ? [{ on: first, how: "effect" }] : [];
}
