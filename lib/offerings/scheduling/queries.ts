import { and, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db";
import { apiKeys, events, memberships, offerings, people } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { type OwnOffering, readOwnOffering } from "@/lib/offerings/drafts/queries";
import type { Problem } from "@/lib/result";

export type Scheduled = { on: Day; shown: string; takeSessions: boolean };

/** What became last of the order to publish: it stands, or it failed and why; nothing where it was cancelled, carried out or never given. */
export type LastOrder = { kind: "scheduled"; order: Scheduled } | { kind: "failed"; on: Day; problems: Problem[]; at: Date };

const aboutOrders = ["offering.scheduled", "offering.unscheduled", "offering.published", "offering.publication-failed"];

export async function findLastOrder(database: Database, offeringId: string): Promise<LastOrder | undefined> {
  const [last] = await database
    .select({ type: events.type, after: events.after, at: events.happenedAt })
    .from(events)
    .where(and(eq(events.subjectId, offeringId), inArray(events.type, aboutOrders)))
    .orderBy(desc(events.id))
    .limit(1);
  if (last?.type === "offering.scheduled") return { kind: "scheduled", order: last.after as Scheduled };
  if (last?.type !== "offering.publication-failed") return undefined;
  return { kind: "failed", ...(last.after as { on: Day; problems: Problem[] }), at: last.at };
}

/** The same for a page. */
export async function findOrder(offeringId: string): Promise<LastOrder | undefined> {
  return await findLastOrder(db, offeringId);
}

/** The order that stands, with what it was given for. */
export async function findScheduled(database: Database, offeringId: string): Promise<Scheduled | undefined> {
  const last = await findLastOrder(database, offeringId);
  return last?.kind === "scheduled" ? last.order : undefined;
}

/** Somebody who gave an order earlier, with the right that they have for a provider now: none where it was taken from them since. */
export async function findWhoActs(tx: Transaction, actorId: string, providerId: string): Promise<Actor | undefined> {
  const [kind, id = ""] = actorId.split(":");
  if (kind === "person") {
    const [member] = await tx
      .select({ role: memberships.role })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(and(eq(memberships.personId, id), eq(memberships.organisationId, providerId), isNull(people.suspendedAt)));
    return member && { id: actorId, role: member.role, organisationId: providerId };
  }
  if (kind !== "key") return undefined;
  const [key] = await tx
    .select({ scope: apiKeys.scope })
    .from(apiKeys)
    .where(and(eq(apiKeys.id, id), eq(apiKeys.organisationId, providerId), isNull(apiKeys.revokedAt), gt(apiKeys.expiresOn, today())));
  return key && { id: actorId, role: `key-${key.scope}`, organisationId: providerId };
}

/** For the worker, which acts for the instance until it knows in whose name. */
export async function findOwnOfferingById(tx: Transaction, id: string, providerId: string): Promise<OwnOffering> {
  const [row] = await tx.select({ slug: offerings.slug }).from(offerings).where(eq(offerings.id, id));
  const reader: Actor = { id: "operator:worker", role: "viewer", organisationId: providerId };
  const own = row && (await readOwnOffering(tx, reader, row.slug));
  if (!own) throw new Error(`offering ${id} went away while it was held`);
  return own;
}
