import { asc, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { type ListRow, listItems, lists } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { holdList, noteChange } from "@/lib/guidance/lists/commands";
import type { Bounds } from "@/lib/guidance/lists/input";
import { changesSince, type KeptOffering, keptState } from "@/lib/lists/kept";
import { listKept } from "@/lib/lists/offerings/queries";
import { ok, type Result, refuse } from "@/lib/result";
import type { Entries, Entry } from "./entries";

type Item = typeof listItems.$inferSelect;

/** What a form says of a list: its offerings, the bounds of its plan where they stand in the form, and the moment of which it was made. */
export type ListForm = Entries & { bounds?: Bounds; basis: string };

/**
 * Saves notes, order and sessions together. Where the list was changed since the form was made, nothing is written: whoever sends it has not
 * seen what they would write over. A form that says what stands already changes nothing, whenever it was made.
 */
export async function saveList(actor: Actor, id: string, form: ListForm): Promise<Result<null>> {
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const list = await holdList(tx, actor, id);
    if (!list) return refuse({ code: "guidanceListUnknown" });
    const before = await tx.select().from(listItems).where(eq(listItems.listId, id)).orderBy(asc(listItems.position));
    const offerings = await listKept({ ids: before.map(({ offeringId }) => offeringId) }, tx);
    const after = withForm(before, offerings, form);
    const wrong = after.find(({ item, offering }) => !isOf(item.sessionId, offering));
    if (wrong) return refuse({ code: "sessionAbsent", field: `session.${wrong.offering?.slug}` });
    const items = after.map(({ item }, position) => ({ ...item, position }));
    const bounds = form.bounds && !sameBounds(list, form.bounds) ? form.bounds : null;
    if (!bounds && JSON.stringify(items) === JSON.stringify(before)) return ok(null);
    if (list.updatedAt.toISOString() !== form.basis) return refuse({ code: "listChangedMeanwhile" });
    await write(tx, id, items);
    if (bounds) await tx.update(lists).set(bounds).where(eq(lists.id, id));
    await noteChange(tx, actor, list);
    return ok(null);
  });
}

/** The items as the form has them: in its order, and after these what it does not name. */
function withForm(before: Item[], offerings: KeptOffering[], { entries, out, seen }: ListForm) {
  const byId = new Map(offerings.map((offering) => [offering.id, offering]));
  const slugOf = (item: Item) => byId.get(item.offeringId)?.slug ?? "";
  const placeOf = new Map(entries.map(({ slug }, place) => [slug, place]));
  const place = (item: Item) => placeOf.get(slugOf(item)) ?? entries.length + item.position;
  return before
    .filter((item) => out === null || slugOf(item) !== out)
    .toSorted((a, b) => place(a) - place(b))
    .map((item) => {
      const offering = byId.get(item.offeringId);
      const said = changed(item, entries[placeOf.get(slugOf(item)) ?? -1]);
      const isNews = offering?.slug === seen && changesSince(said.kept, offering, today()).length > 0;
      if (!offering || !isNews) return { item: said, offering };
      return { item: { ...said, kept: keptState(offering, today()), told: [] }, offering };
    });
}

function changed(item: Item, entry: Entry | undefined): Item {
  const { note = item.note, sessionId = item.sessionId } = entry ?? {};
  return { ...item, note, sessionId };
}

function isOf(sessionId: string | null, offering: KeptOffering | undefined): boolean {
  return sessionId === null || offering === undefined || offering.sessions.some(({ id }) => id === sessionId);
}

function sameBounds(list: ListRow, bounds: Bounds): boolean {
  return (Object.keys(bounds) as (keyof Bounds)[]).every((name) => list[name] === bounds[name]);
}

async function write(tx: Transaction, listId: string, items: Item[]): Promise<void> {
  await tx.delete(listItems).where(eq(listItems.listId, listId));
  if (items.length > 0) await tx.insert(listItems).values(items);
}
