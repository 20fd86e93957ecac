import { sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import type { Day } from "@/lib/days/days";

/** A run with its enrolment windows and prices. */
export type SessionFacts = {
  id: string;
  externalId: string;
  startsOn: Day | null;
  endsOn: Day | null;
  schedule: string | null;
  times: unknown;
  modes: string[];
  languages: string[];
  places: unknown;
  seats: number | null;
  seatsLeft: number | null;
  url: string | null;
  cancelledOn: Day | null;
  confirmedOn: Day | null;
  windows: Array<{ opensOn: Day | null; closesOn: Day | null }>;
  prices: Array<{ learnerGroup: string; amount: number; currency: string }>;
};

export type SessionChange = { before: SessionFacts | null; after: SessionFacts };

/** Writes runs, new and changed, each with exactly the windows and prices it now has. */
export async function writeSessions(tx: Transaction, changes: Array<SessionChange & { offeringId: string }>): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ offeringId, after }) => ({ offeringId, ...after }));
  await tx.execute(sql`
    insert into sessions (id, offering_id, external_id, starts_on, ends_on, schedule, times, modes, languages, places, seats, seats_left, url, cancelled_on, confirmed_on)
    select id, "offeringId", "externalId", "startsOn", "endsOn", schedule, times, modes, languages, places, seats, "seatsLeft", url, "cancelledOn", "confirmedOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "offeringId" uuid, "externalId" text, "startsOn" date, "endsOn" date, schedule text,
      times jsonb, modes text[], languages text[], places jsonb, seats int, "seatsLeft" int, url text, "cancelledOn" date, "confirmedOn" date)
    on conflict (id) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on, schedule = excluded.schedule, times = excluded.times,
      modes = excluded.modes, languages = excluded.languages, places = excluded.places, seats = excluded.seats, seats_left = excluded.seats_left,
      url = excluded.url, cancelled_on = excluded.cancelled_on, confirmed_on = excluded.confirmed_on, updated_at = now()`);

  const changed = JSON.stringify(changes.flatMap(({ before, after }) => (before ? [after.id] : [])));
  if (changed !== "[]") {
    await tx.execute(sql`delete from enrolment_windows where session_id in (select (jsonb_array_elements_text(${changed}::jsonb))::uuid)`);
    await tx.execute(sql`delete from session_prices where session_id in (select (jsonb_array_elements_text(${changed}::jsonb))::uuid)`);
  }
  const windows = rows.flatMap(({ id, windows }) => windows.map((window) => ({ id, ...window })));
  await tx.execute(sql`
    insert into enrolment_windows (session_id, opens_on, closes_on)
    select id, "opensOn", "closesOn" from jsonb_to_recordset(${JSON.stringify(windows)}::jsonb) as r(id uuid, "opensOn" date, "closesOn" date)`);
  const prices = rows.flatMap(({ id, prices }) => prices.map((price) => ({ id, ...price })));
  await tx.execute(sql`
    insert into session_prices (session_id, learner_group, amount, currency)
    select id, "learnerGroup", amount, currency
    from jsonb_to_recordset(${JSON.stringify(prices)}::jsonb) as r(id uuid, "learnerGroup" text, amount numeric, currency text)
    on conflict (session_id, learner_group) do nothing`);
}
