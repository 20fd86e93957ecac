import { asc, eq } from "drizzle-orm";
import { db } from "@/db";
import { listItems, lists } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { holdList } from "@/lib/guidance/lists/commands";
import { keptState } from "@/lib/lists/kept";
import { listKept } from "@/lib/lists/offerings/queries";
import { ok, type Result, refuse } from "@/lib/result";
import type { NewTemplate } from "./input";

/**
 * Makes a template of the service, empty or with what stands in a list of whoever makes it. Nothing that a client can give comes along, and no note
 * unless asked for: it was written for one person. `id` is drawn for each form, so that the same form sent twice makes one.
 */
export async function makeTemplate(actor: Actor, input: NewTemplate & { locale: string }): Promise<Result<{ id: string }>> {
  const { id = crypto.randomUUID(), name, from, notes, locale } = input;
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "guidance.lead", { organisationId })) return refuse({ code: "notAllowed" });
  return await db.transaction(async (tx): Promise<Result<{ id: string }>> => {
    const source = from === null ? null : await holdList(tx, actor, from);
    if (source === undefined) return refuse({ code: "guidanceListUnknown", field: "from" });
    const made = { id, organisationId, title: name, locale, isTemplate: true, createdAt: now(), updatedAt: now() };
    const [template] = await tx.insert(lists).values(made).onConflictDoNothing({ target: lists.id }).returning({ id: lists.id });
    if (!template) return (await holdList(tx, actor, id)) ? ok({ id }) : refuse({ code: "guidanceListUnknown" });
    if (source) {
      const items = await tx.select().from(listItems).where(eq(listItems.listId, source.id)).orderBy(asc(listItems.position));
      const noteOf = new Map(items.map(({ offeringId, note }) => [offeringId, notes ? note : ""]));
      const offerings = await listKept({ ids: items.map(({ offeringId }) => offeringId) }, tx);
      const copied = offerings.map((offering, position) => ({
        listId: id,
        offeringId: offering.id,
        position,
        note: noteOf.get(offering.id) ?? "",
        kept: keptState(offering, today()),
      }));
      if (copied.length > 0) await tx.insert(listItems).values(copied);
    }
    await recordEvents(tx, actor, [{ type: "list.started", subject: "list", subjectId: id, organisationId }]);
    return ok({ id });
  });
}
