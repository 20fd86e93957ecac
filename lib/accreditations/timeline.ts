import { addDays, contains, type Day, daysBetween, type Period } from "@/lib/days/days";

/** A period to draw; one without end runs out of the picture. */
export type Span = Period & { id: string };

type Bar = { id: string; x: number; width: number; row: number; open: boolean; now: boolean };

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

/** The first days of years that lie in a picture, so few of them that their numbers do not touch. */
export function yearsOf({ first, last }: Timeline, width: number): { year: number; x: number }[] {
  const [from, to] = [Number(first.slice(0, 4)) + 1, Number(last.slice(0, 4))];
  const step = Math.max(1, Math.ceil((to - from + 1) / mostYears));
  const length = daysBetween(first, last);
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, position) => from + position).filter((year) => year % step === 0);
  return years.map((year) => ({ year, x: (daysBetween(first, `${String(year).padStart(4, "0")}-01-01`) / length) * width }));
}

/** On a phone seven numbers of four digits stand apart. */
const mostYears = 7;
