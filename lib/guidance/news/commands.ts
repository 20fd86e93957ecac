import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { db } from "@/db";
import { listItems, lists } from "@/db/schema";
import { today } from "@/lib/clock";
import { changesSince } from "@/lib/lists/kept";
import { listKept } from "@/lib/lists/offerings/queries";
import { notify } from "@/lib/notices/commands";
import { plainText } from "@/lib/texts/texts";
import { newsIn } from "./news";

/**
 * Tells the counsellor of a list what has changed in it and was not told yet: one notice for each offering, which names the offering and never
 * the list, since labels do not leave the desk. Two workers tell it once, since each holds the list first. Answers how many notices there were.
 */
export async function tellOfList(listId: string): Promise<number> {
  return await db.transaction(async (tx) => {
    const [list] = await tx.select().from(lists).where(eq(lists.id, listId)).for("update", { skipLocked: true });
    if (!list?.personId || list.isTemplate) return 0;
    const items = await tx.select().from(listItems).where(eq(listItems.listId, listId));
    const offerings = new Map((await listKept({ ids: items.map(({ offeringId }) => offeringId) }, tx)).map((one) => [one.id, one]));
    let notices = 0;
    for (const { offeringId, kept, told: before } of items) {
      const offering = offerings.get(offeringId);
      if (!offering) continue;
      const { fresh, told } = newsIn(changesSince(kept, offering, today()), before);
      if (fresh.length === 0) continue;
      await tx
        .update(listItems)
        .set({ told })
        .where(and(eq(listItems.listId, listId), eq(listItems.offeringId, offeringId)));
      notices += await notify(tx, {
        kind: "list-changed",
        organisationId: list.organisationId,
        personIds: [list.personId],
        about: `${listId} ${offeringId} ${createHash("sha256")
          .update(JSON.stringify([kept.on, fresh]))
          .digest("base64url")}`,
        values: { offering: plainText(offering.title, offering.original), changes: fresh.length },
        path: `guidance/lists/${listId}`,
      });
    }
    return notices;
  });
}
