import "server-only";
import { and, asc, eq, gte } from "drizzle-orm";
import { cache } from "react";
import { db } from "@/db";
import { listItems, lists } from "@/db/schema";
import { hashOf } from "@/lib/auth/secret";
import { dayOf, today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { changesSince, type KeptChange, type KeptOffering } from "./kept";
import { listKept } from "./offerings/queries";

type SharedItem = { offering: KeptOffering; note: string; changes: KeptChange[]; since: Day };

export type SharedList = { title: string; sharedOn: Day; changedOn: Day; expiresOn: Day; items: SharedItem[] };

/** A list by the link that reads it; one that is over or ended is as absent as one that never was. */
export const findListByLink = cache((token: string) => findList(eq(lists.readHash, hashOf(token))));

/** A list by its maker's secret. */
export const findListBySecret = cache((secret: string) => findList(eq(lists.secretHash, hashOf(secret))));

async function findList(by: ReturnType<typeof eq>): Promise<SharedList | undefined> {
  const day = today();
  const [list] = await db
    .select()
    .from(lists)
    .where(and(by, gte(lists.expiresOn, day)));
  if (!list?.expiresOn) return undefined;
  const items = await db.select().from(listItems).where(eq(listItems.listId, list.id)).orderBy(asc(listItems.position));
  const offerings = new Map((await listKept({ ids: items.map(({ offeringId }) => offeringId) })).map((one) => [one.id, one]));
  const { title, createdAt, updatedAt, expiresOn } = list;
  return {
    title,
    sharedOn: dayOf(createdAt),
    changedOn: dayOf(updatedAt),
    expiresOn,
    items: items.flatMap(({ offeringId, note, kept }) => {
      const offering = offerings.get(offeringId);
      return offering ? [{ offering, note, since: kept.on, changes: changesSince(kept, offering, day) }] : [];
    }),
  };
}
