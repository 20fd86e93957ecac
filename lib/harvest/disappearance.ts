import { addDays, type Day } from "@/lib/days/days";

/** A record of a feed as it was last seen. */
export type KnownRecord = { externalId: string; missingSince: Day | null };

export type Verdict = {
  /** So much was gone at once that nothing is changed before a person has looked. */
  doubtful: boolean;
  /** Present until now, and not any more. */
  gone: string[];
  /** Missing for a while, and there again. */
  back: string[];
  /** Missing for longer than the grace. */
  expired: string[];
};

/** Losing this many at once is never doubted, however few there are: a provider may end a handful of courses. */
const fewEnough = 5;
const largestLoss = 0.2;

/**
 * What becomes of the records that a feed no longer has. A feed that was read whole is believed, except where over a fifth of its records
 * (and more than five), or all of them, are gone at once: that is more often a bad night than a decision. `accepted` says that a person
 * has looked. With a doubt, nothing at all is to be done.
 */
export function judge(
  known: KnownRecord[],
  seen: ReadonlySet<string>,
  { today, graceDays, accepted = false }: { today: Day; graceDays: number; accepted?: boolean },
): Verdict {
  const present = known.filter(({ missingSince }) => missingSince === null);
  const gone = present.filter(({ externalId }) => !seen.has(externalId)).map(({ externalId }) => externalId);
  const tooMany = gone.length > fewEnough && gone.length > largestLoss * present.length;
  const nothingLeft = gone.length > 0 && seen.size === 0;
  if ((tooMany || nothingLeft) && !accepted) return { doubtful: true, gone, back: [], expired: [] };

  const back = known.filter(({ externalId, missingSince }) => missingSince !== null && seen.has(externalId));
  const isOver = ({ missingSince }: KnownRecord) => addDays(missingSince ?? today, graceDays) <= today;
  const expired = known.filter((record) => !seen.has(record.externalId) && isOver(record));
  return { doubtful: false, gone, back: back.map(({ externalId }) => externalId), expired: expired.map(({ externalId }) => externalId) };
}
