import { db } from "@/db";
import { type Actor, may } from "@/lib/auth/permissions";
import { countUse, type Use } from "@/lib/guidance/use";

/** Counts what somebody does who only reads, and so in no transaction of its own. Whoever keeps no desk is not counted. */
export async function noteUse(actor: Actor, what: Use): Promise<void> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "guidance.use", { organisationId })) return;
  await db.transaction((tx) => countUse(tx, organisationId, what));
}
