import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { type ListRow, lists } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { recordEvents } from "@/lib/events/commands";
import { holdList } from "@/lib/guidance/lists/commands";
import { canKeepLists, isLeft } from "@/lib/guidance/lists/queries";
import { isId } from "@/lib/id";
import { ok, type Result, refuse } from "@/lib/result";

/** Hands a client's list to a colleague of the same service. From then on it is theirs alone. */
export async function handOverList(actor: Actor, id: string, personId: string): Promise<Result<null>> {
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const list = await holdList(tx, actor, id);
    if (!list || list.isTemplate) return refuse({ code: "guidanceListUnknown" });
    return await give(tx, actor, list, personId);
  });
}

/** Gives a list whose counsellor has left or is suspended to another, by whoever leads the service, who does not read it. */
export async function assignList(actor: Actor, id: string, personId: string): Promise<Result<null>> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "guidance.lead", { organisationId })) return refuse({ code: "notAllowed" });
  if (!isId(id)) return refuse({ code: "guidanceListUnknown" });
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const [list] = await tx
      .select()
      .from(lists)
      .where(and(eq(lists.id, id), eq(lists.organisationId, organisationId), eq(lists.isTemplate, false)))
      .for("update");
    if (!list) return refuse({ code: "guidanceListUnknown" });
    if (list.personId === personId) return ok(null);
    const [left] = await tx
      .select({ id: lists.id })
      .from(lists)
      .where(and(eq(lists.id, id), isLeft(organisationId)));
    return left ? await give(tx, actor, list, personId) : refuse({ code: "guidanceListUnknown" });
  });
}

async function give(tx: Transaction, actor: Actor, { id, organisationId, personId: from }: ListRow, personId: string) {
  const absent = refuse({ code: "colleagueUnknown", field: "colleague" });
  if (!organisationId || !isId(personId)) return absent;
  const known = await tx.execute(sql`select from people where id = ${personId} and id in (${canKeepLists(organisationId)})`);
  if (known.length === 0 || personId === from) return absent;
  await tx.update(lists).set({ personId }).where(eq(lists.id, id));
  await recordEvents(tx, actor, [
    { type: "list.handed-over", subject: "list", subjectId: id, organisationId, before: { by: from }, after: { by: personId } },
  ]);
  return ok(null);
}

/** Deletes a list with all that it says; its link leads nowhere. To delete it again is to find it gone. */
export async function deleteList(actor: Actor, id: string): Promise<Result<null>> {
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const list = await holdList(tx, actor, id);
    if (!list) return refuse({ code: "guidanceListUnknown" });
    await tx.delete(lists).where(eq(lists.id, id));
    await recordEvents(tx, actor, [{ type: "list.deleted", subject: "list", subjectId: id, organisationId: list.organisationId }]);
    return ok(null);
  });
}

/** Calls a list something else. */
export async function labelList(actor: Actor, id: string, label: string): Promise<Result<null>> {
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const list = await holdList(tx, actor, id);
    if (!list) return refuse({ code: "guidanceListUnknown" });
    if (list.title === label) return ok(null);
    await tx.update(lists).set({ title: label }).where(eq(lists.id, id));
    await recordEvents(tx, actor, [{ type: "list.changed", subject: "list", subjectId: id, organisationId: list.organisationId }]);
    return ok(null);
  });
}
