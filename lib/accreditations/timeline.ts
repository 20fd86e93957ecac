import { addDays, contains, type Day, daysBetween, type Period } from "@/lib/days/days";

/** A period to draw; one without end runs out of the picture. */
export type Span = Period & { id: string };

export type Bar = { id: string; x: number; width: number; row: number; open: boolean; now: boolean };

export type Timeline = { bars: Bar[]; today: number; first: Day; last: Day; rows: number };

/** Days shown before and after what is known, so that no bar begins or ends at the edge. */
const margin = 120;

/**
 * Where the bars of a timeline lie in a picture of a given width: in order of time, each id on a row of its own. The picture
 * always holds the day itself.
 */
export function timelineOf(spans: Span[], day: Day, width: number): Timeline {
  const known = spans
    .flatMap(({ from, until }) => [from ?? day, until ?? day])
    .concat(day)
    .sort();
  const first = addDays(known[0] ?? day, -margin);
  const last = addDays(known.at(-1) ?? day, margin);
  const length = daysBetween(first, last);
  const at = (when: Day) => (daysBetween(first, when) / length) * width;

  const ordered = [...spans].sort((a, b) => (a.from ?? "").localeCompare(b.from ?? "") || a.id.localeCompare(b.id));
  const rows = [...new Set(ordered.map(({ id }) => id))];
  const bars = ordered.map(({ id, from, until }) => {
    const x = from === null ? 0 : at(from);
    const end = until === null ? width : at(until);
    return { id, x, width: end - x, row: rows.indexOf(id), open: until === null, now: contains({ from, until }, day) };
  });
  return { bars, today: at(day), first, last, rows: rows.length };
}
