import { fileColumns, lineOf } from "@/lib/lists/files/file";
import type { ListItem } from "@/lib/lists/queries";
import type { Plan } from "@/lib/plans/plan";

/** What a list says for whoever reads it elsewhere, and after that how its plan goes. */
export const planColumns = ["from", "until", "planHours", "planPrice"] as const;
export const clientColumns = [...fileColumns, ...planColumns] as const;

/** A line of a client's list; what is out of the plan has nothing of it. */
export function clientLineOf(item: ListItem, plan: Plan, made: Parameters<typeof lineOf>[1] & { currency: string }) {
  const step = plan.steps.find(({ id }) => id === item.offering.id);
  const price = step?.price ?? null;
  return {
    ...lineOf(item, made),
    from: step?.from ?? null,
    until: step?.until ?? null,
    planHours: step?.hours ?? null,
    planPrice: price === null ? null : { amount: price, currency: made.currency },
  };
}
