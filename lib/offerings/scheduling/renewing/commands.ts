import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db";
import { pendingVersions } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { recordEvents } from "@/lib/events/commands";
import { findScheduled } from "@/lib/offerings/scheduling/queries";

/** A scheduled state with its mark before and after a change that somebody saw and confirmed for it. */
type Renewed = { id: string; was: string; is: string };

/**
 * Has what is scheduled published on its day as the change has left it, in the name of whoever confirmed the change. An order that no longer
 * held before it goes on not to hold: nobody has looked at what was changed then.
 */
export async function renewOrders(tx: Transaction, actor: Actor, providerId: string, renewed: Renewed[]): Promise<void> {
  const standing: { id: string; after: unknown }[] = [];
  for (const { id, was, is } of renewed) {
    const order = await findScheduled(tx, id);
    if (order?.shown === was) standing.push({ id, after: { ...order, shown: is } });
  }
  if (standing.length === 0) return;
  const ids = standing.map(({ id }) => id);
  await tx.update(pendingVersions).set({ publishBy: actor.id }).where(inArray(pendingVersions.offeringId, ids));
  await recordEvents(
    tx,
    actor,
    standing.map(({ id, after }) => ({
      type: "offering.scheduled",
      subject: "offering",
      subjectId: id,
      organisationId: providerId,
      after,
    })),
  );
}
