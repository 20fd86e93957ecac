import "server-only";
import { eq, inArray } from "drizzle-orm";
import { db } from "@/db";
import { type ListRow, listItems, lists, offerings, versions } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { mayKeepList } from "@/lib/guidance/lists/list";
import { isId } from "@/lib/id";
import { type OfferingContent, offeringContent } from "@/lib/offerings/content";

/** The list or template for which somebody searches, with what is in it already. */
export type SearchedFor = Pick<ListRow, "id" | "title" | "budget" | "startsFrom" | "hoursPerWeek"> & { slugs: Set<string> };

/** Undefined where it is not one that the actor keeps. */
export async function findSearchedFor(actor: Actor, id: string | undefined): Promise<SearchedFor | undefined> {
  if (id === undefined || !isId(id)) return undefined;
  const [list] = await db.select().from(lists).where(eq(lists.id, id));
  if (!list || !mayKeepList(actor, list)) return undefined;
  const items = await db
    .select({ slug: offerings.slug })
    .from(listItems)
    .innerJoin(offerings, eq(offerings.id, listItems.offeringId))
    .where(eq(listItems.listId, id));
  const { title, budget, startsFrom, hoursPerWeek } = list;
  return { id, title, budget, startsFrom, hoursPerWeek, slugs: new Set(items.map(({ slug }) => slug)) };
}

/** What decides whether a client can take part, as an offering states it. */
export type ClientFacts = Pick<OfferingContent, "originalLanguage" | "prerequisites" | "targetGroups" | "accessProvisions" | "validation">;

/** By the ids of offerings. */
export async function clientFactsOf(ids: readonly string[]): Promise<Map<string, ClientFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: offerings.id, content: versions.content })
    .from(offerings)
    .innerJoin(versions, eq(versions.id, offerings.currentVersionId))
    .where(inArray(offerings.id, [...ids]));
  return new Map(rows.map(({ id, content }) => [id, offeringContent.parse(content)]));
}
