import type { Wish } from "./wishes/wish";

/** Offerings that are new in the index, such that are other ones there or gone, and such that have other sessions and are otherwise what they were. */
export type TakenUp = { added: string[]; changed: string[]; sessions: string[] };

/** What a page says of itself: what it is drawn from (lib/sources), the offerings that it shows or is about, and the search that it answers. */
type Told = {
  from?: string[];
  isTouchedBy?: (takenUp: TakenUp) => Promise<boolean>;
  /** The offerings of which a search says something; all there are where it does not name them. */
  listed?: string[];
  read?: string[];
  shown?: string[];
  search?: Wish & { found: number };
};

type Visit = { told?: Told; begun?: boolean };

/** Tells the web server of the page that is being drawn: how long it may be kept (bin/page-store.mjs), and what is counted each time it is answered (bin/visits.mjs). */
export function tell(told: Told): void {
  const visit = currentVisit();
  if (visit) visit.told = told;
}

/** Tells it that an action has taken what it was sent: what fails from here on is our own fault (bin/refusals.mjs). */
export function tellBegun(): void {
  const visit = currentVisit();
  if (visit) visit.begun = true;
}

function currentVisit(): Visit | undefined {
  const visits = (globalThis as { [key: symbol]: unknown })[Symbol.for("cairn.visits")] as
    | { getStore: () => Visit | undefined }
    | undefined;
  return visits?.getStore();
}
