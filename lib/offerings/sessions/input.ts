import { z } from "zod";
import { country, findPlace } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";
import { parsePrice } from "@/lib/imports/numbers";
import { ok, type Problem, type ProblemCode, type Result } from "@/lib/result";
import { dayInput, problemsWithDates } from "@/lib/sessions/planning";
import { isCode, vocabulary } from "@/lib/vocabularies/vocabulary";
import type { SessionFacts } from "./commands";

/** What the form of a session says. Whether it is cancelled and when it was confirmed are acts of their own. */
export type SessionInput = Omit<SessionFacts, "id" | "cancelledOn" | "confirmedOn" | "times" | "places"> & {
  times: Record<string, string>;
  places: PlaceInput[];
};

type PlaceInput = { town: string; postalCode?: string; address?: string; nuts?: string; latitude?: number; longitude?: number };

type Sent = Record<string, string[]>;
type Reading = { sent: Sent; problems: Problem[] };

/** More rows than anybody needs are not read. */
const mostRows = 20;

/** Reads the form of a session. What is wrong is named at its input. */
export function readSession(sent: Sent): Result<SessionInput> {
  const reading: Reading = { sent, problems: [] };
  const session: SessionInput = {
    externalId: ownId(reading),
    startsOn: day(reading, "startsOn"),
    endsOn: day(reading, "endsOn"),
    schedule: one(reading, "schedule", (code) => isCode("schedules", code)),
    times: times(reading),
    modes: any(reading, "modes", (code) => isCode("modes", code)),
    languages: any(reading, "languages", (code) => /^[a-z]{2,3}$/.test(code)),
    places: places(reading),
    seats: count(reading, "seats"),
    seatsLeft: count(reading, "seatsLeft"),
    url: one(reading, "url", (url) => /^https?:\/\//i.test(url) && z.url().safeParse(url).success, "urlNotUnderstood"),
    windows: windows(reading),
    prices: prices(reading),
  };
  const problems = [...reading.problems, ...problemsWithDates(session)];
  return problems.length > 0 ? { ok: false, problems } : ok(session);
}

/** A zero byte is the one letter that Postgres cannot keep. */
function text({ sent }: Reading, name: string): string {
  return (sent[name]?.[0] ?? "").replaceAll("\u0000", "").trim();
}

function within(reading: Reading, name: string, longest: number, code: ProblemCode): string {
  const written = text(reading, name);
  if (written.length > longest) reading.problems.push({ code, field: name });
  return written;
}

function ownId(reading: Reading): string {
  const id = within(reading, "externalId", 200, "ownIdTooLong");
  if (id === "") reading.problems.push({ code: "ownIdMissing", field: "externalId" });
  return id;
}

function day(reading: Reading, name: string): Day | null {
  const written = text(reading, name);
  if (written === "") return null;
  const parsed = dayInput("dayMissing").safeParse(written);
  if (parsed.success) return parsed.data;
  reading.problems.push({ code: (parsed.error.issues[0]?.message ?? "dayNotUnderstood") as ProblemCode, field: name });
  return null;
}

function one(reading: Reading, name: string, holds: (value: string) => boolean, code: ProblemCode = "valueNotAccepted"): string | null {
  const written = text(reading, name);
  if (written === "") return null;
  if (!holds(written)) reading.problems.push({ code, field: name });
  return written;
}

function any(reading: Reading, name: string, holds: (value: string) => boolean): string[] {
  const chosen = [...new Set(reading.sent[name] ?? [])].filter(Boolean);
  if (!chosen.every(holds)) reading.problems.push({ code: "valueNotAccepted", field: name });
  return chosen;
}

function times(reading: Reading): Record<string, string> {
  const names = Object.keys(reading.sent).filter((name) => /^times\.[a-z]{2}$/.test(name));
  return Object.fromEntries(
    names.flatMap((name) => {
      const written = within(reading, name, 500, "timesTextTooLong");
      return written === "" ? [] : [[name.slice("times.".length), written]];
    }),
  );
}

function count(reading: Reading, name: string): number | null {
  const written = text(reading, name);
  if (written === "") return null;
  const number = /^\d{1,6}$/.test(written) ? Number(written) : Number.NaN;
  if (Number.isNaN(number)) reading.problems.push({ code: "seatCountNotUnderstood", field: name });
  return Number.isNaN(number) ? null : number;
}

/** The numbers of the rows of a name: `window.0.opensOn` is one of row 0. */
function rows({ sent }: Reading, name: string): number[] {
  const found = Object.keys(sent).flatMap((key) =>
    key.startsWith(`${name}.`) ? (/^\d{1,3}$/.exec(key.split(".")[1] ?? "")?.[0] ?? []) : [],
  );
  return [...new Set(found)]
    .map(Number)
    .sort((a, b) => a - b)
    .slice(0, mostRows);
}

function windows(reading: Reading): SessionInput["windows"] {
  return rows(reading, "window").flatMap((row) => {
    const [opensOn, closesOn] = [day(reading, `window.${row}.opensOn`), day(reading, `window.${row}.closesOn`)];
    return opensOn === null && closesOn === null ? [] : [{ opensOn, closesOn }];
  });
}

/** Towns of the country get their region and coordinates; others are kept as written. */
function places(reading: Reading): PlaceInput[] {
  return rows(reading, "place").flatMap((row) => {
    const [town, postalCode, address] = ["town", "postalCode", "address"].map((part) =>
      within(reading, `place.${row}.${part}`, 300, "placeTooLong"),
    ) as [string, string, string];
    if (!town && (postalCode || address)) reading.problems.push({ code: "townMissing", field: `place.${row}.town` });
    if (!town) return [];
    const known = findPlace(town);
    return [
      {
        town,
        ...(postalCode ? { postalCode } : {}),
        ...(address ? { address } : {}),
        ...(known ? { nuts: known.nuts, latitude: known.latitude, longitude: known.longitude } : {}),
      },
    ];
  });
}

function prices(reading: Reading): SessionInput["prices"] {
  const written = text(reading, "currency");
  const currency = /^[A-Z]{3}$/.test(written) ? written : country.currency;
  return vocabulary("learnerGroups").flatMap(({ code }) => {
    const name = `price.${code}`;
    const amount = text(reading, name);
    if (amount === "") return [];
    const price = parsePrice(amount);
    if (price && price.amount >= 0 && price.amount <= 1_000_000) return [{ learnerGroup: code, amount: price.amount, currency }];
    reading.problems.push({ code: "amountNotUnderstood", field: name });
    return [];
  });
}

export const repeatInput = z.object({
  from: z.array(z.uuid("sessionsNotChosen")).min(1, "sessionsNotChosen").max(500, "sessionsNotChosen"),
  weeks: z.coerce.number("weeksNotUnderstood").int("weeksNotUnderstood").min(1, "weeksNotUnderstood").max(520, "weeksNotUnderstood"),
  times: z.coerce.number("timesNotUnderstood").int("timesNotUnderstood").min(1, "timesNotUnderstood").max(60, "timesNotUnderstood"),
});

export type RepeatInput = z.output<typeof repeatInput>;
