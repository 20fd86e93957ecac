import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { lists } from "@/db/schema";
import { type Actor, mayAtAll, personIdOf } from "@/lib/auth/permissions";

export type OwnList = { id: string; label: string; count: number };

/** The lists that a counsellor keeps for clients, the last changed first: to choose one of. */
export async function listsOf(actor: Actor): Promise<OwnList[]> {
  const [organisationId, personId] = [actor.organisationId, personIdOf(actor)];
  if (!organisationId || !personId || !mayAtAll(actor, "guidance.use")) return [];
  return await db
    .select({ id: lists.id, label: lists.title, count: sql<number>`(select count(*)::int from list_items i where i.list_id = lists.id)` })
    .from(lists)
    .where(and(eq(lists.organisationId, organisationId), eq(lists.personId, personId), eq(lists.isTemplate, false)))
    .orderBy(desc(lists.updatedAt), lists.id);
}
