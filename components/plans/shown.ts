import type { Plan } from "@/lib/plans/plan";
import type { ClientBounds } from "@/lib/plans/steps";

/** A plan as its parts show it. */
export type PlanProps = { plan: Plan; bounds: ClientBounds; nameOf: (id: string) => string };

/** More weeks than two years nobody looks at one by one. */
export const mostWeeksShown = 104;
