import { stringify } from "csv-stringify/sync";
import type { Day } from "@/lib/days/days";
import type { KeptOffering } from "@/lib/lists/kept";
import { nextSession } from "@/lib/sessions/next";
import { sessionState } from "@/lib/sessions/session";
import { plainText } from "@/lib/texts/texts";

export const fileColumns = ["title", "provider", "level", "ects", "hours", "state", "start", "price", "note", "address"] as const;

type Made = { day: Day; locale: string; addressOf: (slug: string) => string };

/** A line of the file: plain values, by the names of the columns. */
export function lineOf({ offering, note }: { offering: KeptOffering; note: string }, { day, locale, addressOf }: Made) {
  const next = offering.notice === null ? nextSession(offering.sessions, day) : undefined;
  const price = next?.prices.find(({ learnerGroup }) => learnerGroup === "everyone");
  return {
    title: plainText(offering.title, locale, offering.original),
    provider: plainText(offering.provider.name, locale),
    level: offering.eqf,
    ects: offering.ects,
    hours: offering.hours,
    state: offering.notice ?? (next ? sessionState(next, day).state : null),
    start: next?.startsOn ?? null,
    price: price ? { amount: price.amount, currency: price.currency } : null,
    note,
    address: addressOf(offering.slug),
  };
}

export type FileLine = ReturnType<typeof lineOf>;

type Cell = string | number | null | { amount: number; currency: string };

/** For spreadsheets, which take it for another encoding without the mark at its beginning. What people typed must not run in one. */
export function toCsv<Column extends string>(columns: readonly Column[], header: string[], lines: Record<Column, Cell>[]): string {
  const rows = lines.map((line) => columns.map((column) => cellOf(line[column])));
  return `\ufeff${stringify([header])}${stringify(rows, { escape_formulas: true })}`;
}

function cellOf(value: Cell): string {
  if (value !== null && typeof value === "object") return `${value.amount} ${value.currency}`;
  return String(value ?? "");
}
