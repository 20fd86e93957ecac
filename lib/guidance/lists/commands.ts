import { and, asc, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { type ListRow, listItems, lists } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { countUse } from "@/lib/guidance/use";
import { isId } from "@/lib/id";
import { mostKept } from "@/lib/lists/chosen";
import { type KeptOffering, keptState } from "@/lib/lists/kept";
import { listKept } from "@/lib/lists/offerings/queries";
import { ok, type Result, refuse } from "@/lib/result";
import type { NewList } from "./input";
import { firstSession, mayKeepList } from "./list";

/**
 * Starts a list for a client, empty or as a template of the service has it. `id` is drawn for each form that starts one, so that the same
 * form sent twice starts one list.
 */
export async function startList(actor: Actor, input: NewList & { locale: string }): Promise<Result<{ id: string }>> {
  const { id = crypto.randomUUID(), label, templateId, ...rest } = input;
  const [organisationId, personId] = [actor.organisationId, personIdOf(actor)];
  if (!organisationId || !personId || !may(actor, "guidance.use", { organisationId })) return refuse({ code: "notAllowed" });
  return await db.transaction(async (tx): Promise<Result<{ id: string }>> => {
    const template = templateId === null ? [] : await itemsOfTemplate(tx, organisationId, templateId);
    if (!template) return refuse({ code: "templateUnknown", field: "templateId" });
    const started = { id, organisationId, personId, title: label, ...rest, createdAt: now(), updatedAt: now() };
    const [list] = await tx.insert(lists).values(started).onConflictDoNothing({ target: lists.id }).returning();
    if (!list) return (await holdList(tx, actor, id)) ? ok({ id }) : refuse({ code: "guidanceListUnknown" });
    const offerings = await listKept({ ids: template.map(({ offeringId }) => offeringId) }, tx);
    const noteOf = new Map(template.map(({ offeringId, note }) => [offeringId, note]));
    await addItems(tx, list, offerings, 0, (offering) => noteOf.get(offering.id) ?? "");
    await recordEvents(tx, actor, [{ type: "list.started", subject: "list", subjectId: id, organisationId }]);
    await countUse(tx, organisationId, "list-started");
    if (templateId !== null) await countUse(tx, organisationId, "template-used");
    return ok({ id });
  });
}

/** Keeps offerings in a list, after those that it has. What is in it already stays where it is; what the register does not know is left out. */
export async function keepInList(actor: Actor, listId: string, slugs: readonly string[]): Promise<Result<{ added: number }>> {
  return await db.transaction(async (tx): Promise<Result<{ added: number }>> => {
    const list = await holdList(tx, actor, listId);
    if (!list) return refuse({ code: "guidanceListUnknown" });
    const before = await tx.select().from(listItems).where(eq(listItems.listId, list.id)).orderBy(asc(listItems.position));
    const known = new Set(before.map(({ offeringId }) => offeringId));
    const found = await listKept({ slugs: [...new Set(slugs)] }, tx);
    if (found.length === 0) return refuse({ code: "keptUnknown", field: "offering" });
    const fresh = found.filter(({ id }) => !known.has(id));
    if (before.length + fresh.length > mostKept) return refuse({ code: "listFull", field: "offering" });
    if (fresh.length === 0) return ok({ added: 0 });
    await addItems(tx, list, fresh, (before.at(-1)?.position ?? -1) + 1);
    await noteChange(tx, actor, list);
    if (list.organisationId) await countUse(tx, list.organisationId, "offering-kept", fresh.length);
    return ok({ added: fresh.length });
  });
}

async function itemsOfTemplate(tx: Transaction, organisationId: string, templateId: string) {
  if (!isId(templateId)) return undefined;
  const [template] = await tx
    .select({ id: lists.id })
    .from(lists)
    .where(and(eq(lists.id, templateId), eq(lists.organisationId, organisationId), eq(lists.isTemplate, true)));
  return template && (await tx.select().from(listItems).where(eq(listItems.listId, template.id)).orderBy(asc(listItems.position)));
}

async function addItems(tx: Transaction, list: ListRow, offerings: KeptOffering[], first: number, noteOf = (_: KeptOffering) => "") {
  if (offerings.length === 0) return;
  const day = today();
  const from = list.startsFrom !== null && list.startsFrom > day ? list.startsFrom : day;
  await tx.insert(listItems).values(
    offerings.map((offering, place) => ({
      listId: list.id,
      offeringId: offering.id,
      position: first + place,
      note: noteOf(offering),
      sessionId: list.isTemplate ? null : (firstSession(offering, from, day)?.id ?? null),
      kept: keptState(offering, day),
    })),
  );
}

/** The row of a list that the actor keeps, held until the transaction ends: two who change it at once do so one after the other. */
export async function holdList(tx: Transaction, actor: Actor, id: string): Promise<ListRow | undefined> {
  if (!isId(id)) return undefined;
  const [list] = await tx.select().from(lists).where(eq(lists.id, id)).for("update");
  return list && mayKeepList(actor, list) ? list : undefined;
}

/** Says that a list was changed, and by whom; never what it says of a client. The moment is told apart from the last even in one millisecond. */
export async function noteChange(tx: Transaction, actor: Actor, { id, organisationId }: Pick<ListRow, "id" | "organisationId">) {
  await tx
    .update(lists)
    .set({ updatedAt: sql`greatest(${now().toISOString()}::timestamptz, updated_at + interval '1 millisecond')` })
    .where(eq(lists.id, id));
  await recordEvents(tx, actor, [{ type: "list.changed", subject: "list", subjectId: id, organisationId }]);
}
