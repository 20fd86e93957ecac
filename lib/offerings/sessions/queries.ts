import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { offerings } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { sessionsOf } from "@/lib/catalogue/queries";
import type { SessionRecord } from "@/lib/catalogue/session-record";
import type { SessionFacts } from "./commands";

/** The sessions of an offering of the actor's own; another's are as absent as those of one that is not there. */
export async function listOwnSessions(actor: Actor, slug: string): Promise<SessionRecord[] | undefined> {
  const [offering] = await db
    .select({ id: offerings.id, providerId: offerings.providerId })
    .from(offerings)
    .where(eq(offerings.slug, slug));
  if (!offering || !may(actor, "offering.read", offering)) return undefined;
  return (await sessionsOf(db, [offering.id])).get(offering.id) ?? [];
}

/** The sessions of an offering as they are written: what a command compares and changes. */
export async function factsOfSessions(tx: Transaction, offeringId: string): Promise<SessionFacts[]> {
  return ((await sessionsOf(tx, [offeringId])).get(offeringId) ?? []).map(toFacts);
}

export function toFacts({ offeringId: _, updatedAt: __, windows, prices, ...session }: SessionRecord): SessionFacts {
  return {
    ...session,
    windows: windows.map(({ opensOn, closesOn }) => ({ opensOn, closesOn })),
    // In one order, whatever the database gives: the same prices are the same session.
    prices: prices
      .map(({ learnerGroup, amount, currency }) => ({ learnerGroup, amount, currency }))
      .sort((a, b) => (a.learnerGroup < b.learnerGroup ? -1 : 1)),
  };
}
