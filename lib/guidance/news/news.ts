import type { KeptChange } from "@/lib/lists/kept";

/** What may undo a client's plan. That there is more to choose from than before can wait until the list is opened. */
const weighty: readonly KeptChange["what"][] = ["gone", "cancelled", "full", "closed", "moved", "price", "dropped"];

/** A change as it is remembered, so that it is told once. */
const nameOf = (change: KeptChange) => JSON.stringify(change, Object.keys(change).sort());

/** What a counsellor has not been told of yet, and everything that they have been told of then. */
export function newsIn(changes: readonly KeptChange[], told: readonly unknown[]): { fresh: KeptChange[]; told: unknown[] } {
  const known = new Set(told);
  const fresh = changes.filter((change) => weighty.includes(change.what) && !known.has(nameOf(change)));
  return { fresh, told: [...told, ...fresh.map(nameOf)] };
}
