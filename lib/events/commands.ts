import type { Transaction } from "@/db";
import { events } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";

export type EventType =
  | "offering.drafted"
  | "offering.published"
  | "offering.superseded"
  | "sessions.changed"
  | "catalogue.stated"
  | "organisation.registered"
  | "organisation.accredited"
  | "recognition.published"
  | "import.finished";

export type NewEvent = {
  type: EventType;
  subject: "offering" | "organisation" | "import";
  subjectId: string;
  organisationId?: string | null;
  before?: unknown;
  after?: unknown;
};

/** Writes down what happened, in the transaction in which it happens. */
export async function recordEvents(tx: Transaction, actor: Actor, happened: NewEvent[]): Promise<void> {
  if (happened.length === 0) return;
  await tx.insert(events).values(happened.map((event) => ({ ...event, actor: actor.id })));
}
