import { now, today } from "@/lib/clock";
import { tellOfList } from "@/lib/guidance/news/commands";
import { listsTouchedSince } from "@/lib/guidance/news/queries";

/** What was looked at last by this worker; a new one looks at all. */
let looked: { on: string; at: Date } | undefined;

/** Events can be committed a little after they happened. */
const overlap = 300_000;

/**
 * Tells counsellors what changed in their clients' lists: within a minute where an event speaks of it, and once a day for what the calendar
 * alone brings. Safe to run again: what was told is known.
 */
export async function tellCounsellors(): Promise<number> {
  const [day, at] = [today(), now()];
  const since = looked?.on === day ? new Date(looked.at.getTime() - overlap) : null;
  let told = 0;
  for (const id of await listsTouchedSince(since)) told += await tellOfList(id);
  looked = { on: day, at };
  return told;
}
