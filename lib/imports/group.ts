import type { OfferingContent } from "@/lib/offerings/content";
import { canonical, slugFor } from "@/lib/offerings/publication";
import type { Problem } from "@/lib/result";
import type { SessionInput } from "./reading";
import type { RowReading } from "./row";

/** All rows that speak of one offering, brought together. */
export type Group = {
  externalId: string | null;
  rows: RowReading[];
  /** The row that describes the offering; the others agree with it or speak of runs. */
  lead: (RowReading & { content: Partial<OfferingContent> }) | undefined;
  sessions: SessionInput[];
};

/** Joins the rows of one id: the first that has a title describes the offering, others must say the same or speak of runs only. */
export function groupRows(rows: RowReading[]): Group {
  const taken = rows.filter(({ refused }) => refused.length === 0);
  const lead = taken.find(describes);
  for (const row of taken) {
    if (lead && row !== lead && row.content && !agrees(lead, row)) {
      row.refused.push({
        code: "rowsDisagree",
        field: "id",
        value: `${row.externalId} (${lead.sheet ? `${lead.sheet} ` : ""}${lead.row})`,
      });
    }
  }
  const agreed = taken.filter(({ refused }) => refused.length === 0);
  return { externalId: rows[0]?.externalId ?? null, rows, lead, sessions: sessionsOf(agreed) };
}

function describes(row: RowReading): row is RowReading & { content: Partial<OfferingContent> } {
  return row.content !== undefined;
}

/** Everything that the other row says of the offering, the first says too. */
function agrees(lead: RowReading, other: RowReading): boolean {
  const said: Record<string, unknown> = lead.content ?? {};
  return Object.entries(other.content ?? {}).every(([property, value]) => canonical(said[property]) === canonical(value));
}

/** Runs get an id of their own where the file has none; the same id twice with other facts is a problem of the later row. */
function sessionsOf(rows: RowReading[]): SessionInput[] {
  const sessions = new Map<string, SessionInput>();
  const unnamed = new Map<string, number>();
  for (const row of rows) {
    for (const session of row.sessions) {
      const externalId = session.externalId ?? unnamedId(session, unnamed);
      const known = sessions.get(externalId);
      const full = { ...session, externalId };
      if (known && canonical(known) !== canonical(full))
        row.sessionProblems.push({ code: "sessionTwice", field: "session_id", value: externalId });
      else sessions.set(externalId, full);
    }
  }
  return [...sessions.values()];
}

/**
 * The id of a run that the file gives none: its start and its place, which rarely change together. A second run of the same day and
 * place is told apart by its number in the file.
 */
function unnamedId({ startsOn, places }: RowReading["sessions"][number], seen: Map<string, number>): string {
  const place = places[0]?.town ? `-${slugFor(places[0].town)}` : "";
  const id = `${startsOn ?? "open"}${place}`;
  const times = (seen.get(id) ?? 0) + 1;
  seen.set(id, times);
  return times === 1 ? id : `${id}-${times}`;
}

export function problemsOf(row: RowReading): Problem[] {
  return [...row.refused, ...row.problems, ...row.sessionProblems, ...row.notes];
}
