import { and, eq, gte } from "drizzle-orm";
import { db } from "@/db";
import { lists } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { hashOf, newSecret } from "@/lib/auth/secret";
import { now, today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { recordEvents } from "@/lib/events/commands";
import { holdList } from "@/lib/guidance/lists/commands";
import { countUse } from "@/lib/guidance/use";
import { secretOfForm } from "@/lib/lists/secrets";
import { ok, type Result, refuse } from "@/lib/result";

/**
 * Makes the link by which a client reads a list; one that was there before leads nowhere from now on. It is in the answer and nowhere else, and
 * follows from `once`, which is drawn anew for each form: sent twice it is one link.
 */
export async function shareClientList(
  actor: Actor,
  id: string,
  { days, once = newSecret() }: { days: number; once?: string | undefined },
): Promise<Result<{ token: string }>> {
  const token = secretOfForm(once, { id, days });
  return await db.transaction(async (tx): Promise<Result<{ token: string }>> => {
    const list = await holdList(tx, actor, id);
    if (!list?.organisationId || list.isTemplate) return refuse({ code: "guidanceListUnknown" });
    if (list.readHash === hashOf(token)) return ok({ token });
    const link = { readHash: hashOf(token), sharedAt: now(), expiresOn: addDays(today(), days) };
    await tx.update(lists).set(link).where(eq(lists.id, id));
    const { organisationId } = list;
    await recordEvents(tx, actor, [
      { type: "list.shared", subject: "list", subjectId: id, organisationId, after: { until: link.expiresOn } },
    ]);
    await countUse(tx, organisationId, "list-shared");
    return ok({ token });
  });
}

/** Ends the link of a list: from now on it leads nowhere. To end it again changes nothing. */
export async function endSharing(actor: Actor, id: string): Promise<Result<null>> {
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const list = await holdList(tx, actor, id);
    if (!list) return refuse({ code: "guidanceListUnknown" });
    if (list.readHash === null) return ok(null);
    await tx.update(lists).set({ readHash: null, sharedAt: null, expiresOn: null }).where(eq(lists.id, id));
    await recordEvents(tx, actor, [{ type: "list.unshared", subject: "list", subjectId: id, organisationId: list.organisationId }]);
    return ok(null);
  });
}

/** Counts that a service's list was read by its link, whoever reads it. */
export async function countLinkRead(token: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [list] = await tx
      .select({ organisationId: lists.organisationId })
      .from(lists)
      .where(and(eq(lists.readHash, hashOf(token)), gte(lists.expiresOn, today())));
    if (list?.organisationId) await countUse(tx, list.organisationId, "link-read");
  });
}
