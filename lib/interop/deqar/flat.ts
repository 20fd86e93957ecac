import { type Fields, isFields } from "./reading";

/** One step of a column's path: a name, and the place in a list where the column says one. */
type Step = { name: string; place: number | null };

/** More of one thing than this in one row is a slip of the header, not a report. */
const mostPlaces = 100;

/** `file[2].report_language[1]` as steps; undefined where a header is no path, and is then no column of ours. */
function stepsOf(header: string): Step[] | undefined {
  const steps = header
    .trim()
    .toLowerCase()
    .split(".")
    .map((part) => /^([a-z][a-z0-9_]*)(?:\[(\d{1,3})\])?$/.exec(part.trim()));
  if (steps.some((step) => step === null || Number(step[2] ?? 1) < 1 || Number(step[2] ?? 1) > mostPlaces)) return undefined;
  return steps.map((step) => ({ name: step?.[1] ?? "", place: step?.[2] === undefined ? null : Number(step[2]) - 1 }));
}

/**
 * Unfolds a row of DEQAR's flat table into the object that its JSON form would be: columns are paths, lists are numbered from 1, an empty
 * cell says nothing. What stands between two numbers that are used closes up, so that a gap is no empty institution.
 */
export function fromFlat(headers: string[], cells: string[]): Fields {
  const row: Fields = {};
  for (const [position, header] of headers.entries()) {
    const cell = (cells[position] ?? "").trim();
    const steps = cell === "" ? undefined : stepsOf(header);
    if (steps) put(row, steps, cell);
  }
  return closed(row) as Fields;
}

function put(row: Fields, steps: Step[], cell: string): void {
  let within = row;
  for (const [depth, { name, place }] of steps.entries()) {
    const isLast = depth === steps.length - 1;
    if (place === null) {
      if (isLast) within[name] ??= cell;
      else within = child(within, name);
      continue;
    }
    const list = Array.isArray(within[name]) ? (within[name] as unknown[]) : [];
    within[name] = list;
    if (isLast) list[place] ??= cell;
    else {
      if (!isFields(list[place])) list[place] = {};
      within = list[place] as Fields;
    }
  }
}

function child(within: Fields, name: string): Fields {
  if (!isFields(within[name])) within[name] = {};
  return within[name] as Fields;
}

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map(closed);
  return isFields(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, closed(one)])) : value;
}
