import type { SessionRecord } from "@/lib/catalogue/session-record";
import type { Day } from "@/lib/days/days";
import type { KeptOffering } from "@/lib/lists/kept";
import { hoursOf } from "@/lib/offerings/workload";
import { nextSession } from "@/lib/sessions/next";
import { sessionState } from "@/lib/sessions/session";
import { type Plan, type PlanBounds, type PlanStep, planOf } from "./plan";

/** What a list says of what its client can give. */
export type ClientBounds = PlanBounds & { learnerGroup: string; startsFrom: Day | null };

export type PlannedItem = { offering: KeptOffering; sessionId: string | null };

/** What the country says of credits and money. */
type Rules = { currency: string; hoursPerEcts: { from: number; to: number } };

/** The session that a list goes by, as long as the provider has it. */
export function chosenSession({ offering, sessionId }: PlannedItem): SessionRecord | undefined {
  return offering.sessions.find(({ id }) => id === sessionId);
}

/** What somebody of a learner group pays: their own price, else that of everyone; in the country's money, since nothing else adds up. */
function priceFor(session: SessionRecord | undefined, learnerGroup: string, currency: string): number | null {
  const prices = session?.prices.filter((price) => price.currency === currency) ?? [];
  const own = prices.find((price) => price.learnerGroup === learnerGroup) ?? prices.find((price) => price.learnerGroup === "everyone");
  return own?.amount ?? null;
}

/** The hours that a plan reckons with: as stated, else the most that the credits come to, so that no week turns out heavier than planned. */
export function plannedHours(offering: Pick<KeptOffering, "hours" | "ects">, { hoursPerEcts }: Pick<Rules, "hoursPerEcts">): number | null {
  const hours = hoursOf(offering, hoursPerEcts);
  if (hours === null) return null;
  return "stated" in hours ? hours.stated : hours.estimated.to;
}

/** The plan of a list on a day. Where no session is chosen, it costs what the next one does. `leadsTo` says of an offering which others it counts towards. */
export function planOfList(
  items: readonly PlannedItem[],
  bounds: ClientBounds,
  { day, rules, leadsTo }: { day: Day; rules: Rules; leadsTo: ReadonlyMap<string, string[]> },
): Plan {
  const steps = items.map((item): PlanStep => {
    const { offering } = item;
    const session = chosenSession(item);
    return {
      id: offering.id,
      hours: plannedHours(offering, rules),
      ects: offering.ects,
      eqf: offering.eqf,
      price: priceFor(session ?? nextSession(offering.sessions, day), bounds.learnerGroup, rules.currency),
      session: session?.startsOn ? { startsOn: session.startsOn, endsOn: session.endsOn, state: sessionState(session, day).state } : null,
      gone: offering.notice !== null,
      leadsTo: leadsTo.get(offering.id) ?? [],
    };
  });
  return planOf(steps, bounds, bounds.startsFrom !== null && bounds.startsFrom > day ? bounds.startsFrom : day);
}
