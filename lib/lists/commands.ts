import { and, eq, isNotNull, isNull, lt } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { type ListRow, listItems, lists } from "@/db/schema";
import { operator } from "@/lib/auth/permissions";
import { hashOf, newSecret } from "@/lib/auth/secret";
import { now, today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { addDays, type Day, startOfDay } from "@/lib/days/days";
import { recordEvents } from "@/lib/events/commands";
import { ok, type Result, refuse } from "@/lib/result";
import type { ListEntry, ListInput } from "./input";
import { keptState } from "./kept";
import { listKept } from "./offerings/queries";
import { readTokenOf, secretOfForm } from "./secrets";

/**
 * Shares a list that belongs to nobody: one link reads it, another, which only its maker is told, changes and ends it. Nobody is asked who they
 * are, so there is no actor and no event (docs/decisions: what is kept stands in the address). The secret follows from what is in the form,
 * `once` among it, which is drawn anew for each form: sent twice it is one list, and with other words another one.
 */
export async function shareList(
  locale: string,
  { title, days, entries }: ListInput,
  once: string = newSecret(),
): Promise<Result<{ secret: string }>> {
  const secret = secretOfForm(once, { locale, title, days, entries });
  return await db.transaction(async (tx): Promise<Result<{ secret: string }>> => {
    const items = await toItems(tx, entries);
    if (items.length === 0) return refuse({ code: "listEmpty" });
    const [list] = await tx
      .insert(lists)
      .values({
        secretHash: hashOf(secret),
        readHash: hashOf(readTokenOf(secret)),
        title,
        locale,
        expiresOn: addDays(today(), days),
        createdAt: now(),
        updatedAt: now(),
      })
      .onConflictDoNothing({ target: lists.secretHash })
      .returning({ id: lists.id });
    if (!list) return ok({ secret });
    await tx.insert(listItems).values(items.map((item) => ({ ...item, listId: list.id })));
    return ok({ secret });
  });
}

/** Says what is in a list from now on. What stays keeps what was known of it when it came in, so that its changes go on being told. */
export async function changeList(secret: string, { title, days, entries }: ListInput): Promise<Result<null>> {
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const list = await holdList(tx, secret);
    if (!list) return refuse({ code: "listUnknown" });
    const items = await toItems(tx, entries);
    if (items.length === 0) return refuse({ code: "listEmpty" });
    const before = await tx.select().from(listItems).where(eq(listItems.listId, list.id));
    const kept = new Map(before.map((item) => [item.offeringId, item.kept]));
    await tx.delete(listItems).where(eq(listItems.listId, list.id));
    await tx.insert(listItems).values(items.map((item) => ({ ...item, listId: list.id, kept: kept.get(item.offeringId) ?? item.kept })));
    await tx
      .update(lists)
      .set({ title, expiresOn: addDays(today(), days), updatedAt: now() })
      .where(eq(lists.id, list.id));
    return ok(null);
  });
}

/** Ends a list: nothing of it stays. To end it again is to find it ended. */
export async function endList(secret: string): Promise<void> {
  await db.delete(lists).where(eq(lists.secretHash, hashOf(secret)));
}

/** For so long a client's list is kept after its last change. */
const daysKept = 730;

/** What nobody can read any more is deleted, and what a service has kept for a client and left alone for two years. */
export async function forgetOldLists(day: Day): Promise<void> {
  await db.delete(lists).where(and(lt(lists.expiresOn, day), isNull(lists.organisationId)));
  const last = new Date(startOfDay(addDays(day, -daysKept), country.timeZone) * 1000);
  const left = and(isNotNull(lists.organisationId), eq(lists.isTemplate, false), lt(lists.updatedAt, last));
  await db.transaction(async (tx) => {
    const gone = await tx.delete(lists).where(left).returning({ id: lists.id, organisationId: lists.organisationId });
    const told = gone.map(({ id, organisationId }) => ({ type: "list.deleted", subject: "list", subjectId: id, organisationId }) as const);
    await recordEvents(tx, operator("forgetting old lists"), told);
  });
}

/** Its row, held until the transaction ends: two that change a list at once do so one after the other. */
async function holdList(tx: Transaction, secret: string): Promise<ListRow | undefined> {
  const [list] = await tx
    .select()
    .from(lists)
    .where(eq(lists.secretHash, hashOf(secret)))
    .for("update");
  return list?.expiresOn && list.expiresOn >= today() ? list : undefined;
}

async function toItems(tx: Transaction, entries: ListEntry[]) {
  const known = await listKept({ slugs: entries.map(({ slug }) => slug) }, tx);
  return known.map((offering, position) => ({
    offeringId: offering.id,
    position,
    note: entries.find(({ slug }) => slug === offering.slug)?.note ?? "",
    kept: keptState(offering, today()),
  }));
}
