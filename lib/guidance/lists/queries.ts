import "server-only";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { cache } from "react";
import { db } from "@/db";
import { type ListRow, lists } from "@/db/schema";
import { type Actor, mayAtAll, personIdOf, rolesWith } from "@/lib/auth/permissions";
import { dayOf, today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { isId } from "@/lib/id";
import { itemsOfLists, type ListItem } from "@/lib/lists/queries";
import { says } from "@/lib/texts/says";
import { mayKeepList } from "./list";

export type OwnList = { id: string; label: string; count: number };

const countOfItems = sql<number>`(select count(*)::int from list_items i where i.list_id = lists.id)`;

/** Of one's own lists for clients, those that a condition fits, the last changed first. */
function ownLists(actor: Actor, fits?: SQL) {
  const [organisationId, personId] = [actor.organisationId, personIdOf(actor)];
  if (!organisationId || !personId || !mayAtAll(actor, "guidance.use")) return sql`false`;
  return and(eq(lists.organisationId, organisationId), eq(lists.personId, personId), eq(lists.isTemplate, false), fits);
}

/** The lists that a counsellor keeps for clients, the last changed first: to choose one of. */
export async function listsOf(actor: Actor): Promise<OwnList[]> {
  return await db
    .select({ id: lists.id, label: lists.title, count: countOfItems })
    .from(lists)
    .where(ownLists(actor))
    .orderBy(desc(lists.updatedAt), lists.id);
}

export type ListedList = OwnList & { sharedUntil: Day | null; changedOn: Day; toLookAt: number };

const perPage = 25;

/** A page of a counsellor's lists, by words of their labels, each with how many of its offerings have changed since. */
export async function listOwnLists(actor: Actor, asked: { q: string; page: number }) {
  const where = ownLists(actor, asked.q === "" ? undefined : says(sql`lists.title`, asked.q));
  const [total, kept] = await Promise.all([db.$count(lists, where), db.$count(lists, ownLists(actor))]);
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(pages, Math.max(1, asked.page));
  const rows = await db
    .select({ id: lists.id, label: lists.title, expiresOn: lists.expiresOn, updatedAt: lists.updatedAt })
    .from(lists)
    .where(where)
    .orderBy(desc(lists.updatedAt), lists.id)
    .limit(perPage)
    .offset((page - 1) * perPage);
  const day = today();
  const items = await itemsOfLists(
    rows.map(({ id }) => id),
    day,
  );
  const shown = rows.map(({ id, label, expiresOn, updatedAt }): ListedList => {
    const own = items.get(id) ?? [];
    const sharedUntil = expiresOn !== null && expiresOn >= day ? expiresOn : null;
    return { id, label, sharedUntil, changedOn: dayOf(updatedAt), count: own.length, toLookAt: own.filter(hasChanged).length };
  });
  return { shown, total, kept, page, pages };
}

const hasChanged = ({ changes }: ListItem) => changes.length > 0;

/** A list with what stands in it, for whoever keeps it; for everybody else there is none. */
export const findOwnList = cache(async (actor: Actor, id: string): Promise<{ list: ListRow; items: ListItem[] } | undefined> => {
  if (!isId(id)) return undefined;
  const [list] = await db.select().from(lists).where(eq(lists.id, id));
  if (!list || !mayKeepList(actor, list)) return undefined;
  return { list, items: (await itemsOfLists([id], today())).get(id) ?? [] };
});

/** The templates of the service for which one acts, by name. */
export async function listTemplates(actor: Actor): Promise<OwnList[]> {
  const { organisationId } = actor;
  if (!organisationId || !mayAtAll(actor, "guidance.use")) return [];
  return await db
    .select({ id: lists.id, label: lists.title, count: countOfItems })
    .from(lists)
    .where(and(eq(lists.organisationId, organisationId), eq(lists.isTemplate, true)))
    .orderBy(lists.title, lists.id);
}

/** Who of a service can keep a list for a client: counsellors whose account is not suspended. */
export const canKeepLists = (organisationId: string | SQL) => sql`select m.person_id from memberships m join people p on p.id = m.person_id
  where m.organisation_id = ${organisationId} and m.role::text = any (${sql.param(rolesWith("guidance.use"))}::text[]) and p.suspended_at is null`;

/** Those to whom a list can be handed over, oneself not among them unless asked for. */
export async function listColleagues(actor: Actor, { withSelf = false } = {}): Promise<{ personId: string; name: string }[]> {
  const { organisationId } = actor;
  if (!organisationId || !mayAtAll(actor, "guidance.use")) return [];
  const rows = await db.execute<{ personId: string; name: string }>(sql`select id as "personId", coalesce(nullif(name, ''), email) as name
    from people where id in (${canKeepLists(organisationId)}) order by name, id`);
  return rows.filter(({ personId }) => withSelf || personId !== personIdOf(actor));
}

/** Lists whose counsellor is no longer there, for whoever leads the service: that there are some, and nothing of what they say. */
export async function listLeftLists(actor: Actor): Promise<{ id: string; count: number; changedOn: Day }[]> {
  const { organisationId } = actor;
  if (!organisationId || !mayAtAll(actor, "guidance.lead")) return [];
  const rows = await db
    .select({ id: lists.id, count: countOfItems, updatedAt: lists.updatedAt })
    .from(lists)
    .where(and(eq(lists.organisationId, organisationId), eq(lists.isTemplate, false), isLeft(organisationId)))
    .orderBy(desc(lists.updatedAt), lists.id);
  return rows.map(({ updatedAt, ...row }) => ({ ...row, changedOn: dayOf(updatedAt) }));
}

/** Whether nobody is there any more who keeps a list. */
export const isLeft = (organisationId: string) =>
  sql`(${lists.personId} is null or ${lists.personId} not in (${canKeepLists(organisationId)}))`;
