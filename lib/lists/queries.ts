import "server-only";
import { and, asc, eq, gte, inArray } from "drizzle-orm";
import { cache } from "react";
import { db } from "@/db";
import { type ListRow, listItems, lists, organisations, type Texts } from "@/db/schema";
import { hashOf } from "@/lib/auth/secret";
import { dayOf, today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import type { ClientBounds } from "@/lib/plans/steps";
import { nameOn } from "@/lib/providers/names/queries";
import { changesSince, type KeptChange, type KeptOffering } from "./kept";
import { listKept } from "./offerings/queries";

export type ListItem = { offering: KeptOffering; note: string; sessionId: string | null; changes: KeptChange[]; since: Day };

export type SharedList = {
  title: string;
  sharedOn: Day;
  changedOn: Day;
  expiresOn: Day;
  items: ListItem[];
  /** Of a guidance service's list: who hands it over, and the bounds of its plan. Its title is the counsellor's label and goes nowhere. */
  service: { id: string; name: Texts; bounds: ClientBounds } | null;
};

/** A list by the link that reads it; one that is over or ended is as absent as one that never was. */
export const findListByLink = cache((token: string) => findList(eq(lists.readHash, hashOf(token))));

/** A list by its maker's secret. */
export const findListBySecret = cache((secret: string) => findList(eq(lists.secretHash, hashOf(secret))));

async function findList(by: ReturnType<typeof eq>): Promise<SharedList | undefined> {
  const day = today();
  const [found] = await db
    .select({ list: lists, name: nameOn(organisations.id, day) })
    .from(lists)
    .leftJoin(organisations, eq(organisations.id, lists.organisationId))
    .where(and(by, gte(lists.expiresOn, day)));
  if (!found?.list.expiresOn) return undefined;
  const { list, name } = found;
  const { organisationId: id, title, createdAt, sharedAt, updatedAt, expiresOn } = list;
  return {
    title: id === null ? title : "",
    sharedOn: dayOf(sharedAt ?? createdAt),
    changedOn: dayOf(updatedAt),
    expiresOn: expiresOn ?? day,
    items: (await itemsOfLists([list.id], day)).get(list.id) ?? [],
    service: id === null ? null : { id, name, bounds: boundsOf(list) },
  };
}

export function boundsOf({ hoursPerWeek, budget, learnerGroup, startsFrom }: ListRow): ClientBounds {
  return { hoursPerWeek, budget, learnerGroup, startsFrom };
}

/** What stands in some lists, each in its order, with what has changed since: in a few questions however many. */
export async function itemsOfLists(listIds: readonly string[], day: Day): Promise<Map<string, ListItem[]>> {
  if (listIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(listItems)
    .where(inArray(listItems.listId, [...listIds]))
    .orderBy(asc(listItems.position));
  const offerings = new Map((await listKept({ ids: [...new Set(rows.map(({ offeringId }) => offeringId))] })).map((one) => [one.id, one]));
  const items = rows.flatMap(({ listId, offeringId, note, sessionId, kept }) => {
    const offering = offerings.get(offeringId);
    return offering ? [{ listId, offering, note, sessionId, since: kept.on, changes: changesSince(kept, offering, day) }] : [];
  });
  return Map.groupBy(items, ({ listId }) => listId);
}
