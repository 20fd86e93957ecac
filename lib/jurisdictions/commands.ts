import { sql } from "drizzle-orm";
import { db } from "@/db";
import { jurisdictionChanges } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { ok, type Result, refuse } from "@/lib/result";
import type { JurisdictionInput } from "./input";
import { assignmentFor } from "./jurisdiction";
import { findAssignments } from "./queries";

/**
 * Gives a region to other authorities from a later day on. What has passed, and today, stays what it was: decisions were made by it. A change
 * for a day that has one already takes its place; both stay in the books.
 */
export async function changeJurisdiction(actor: Actor, { code, authorities, from, reason }: JurisdictionInput): Promise<Result<null>> {
  if (!may(actor, "instance.manage", { organisationId: actor.organisationId })) return refuse({ code: "notAllowed" });
  if (from <= today()) return refuse({ code: "dayNotAhead", field: "from" });
  return await db.transaction(async (tx) => {
    // One at a time: what was sent twice finds itself.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('jurisdiction-changes', 0))`);
    const before = assignmentFor(await findAssignments(tx), code, from);
    const same = before?.code === code && before.authorities.join() === [...authorities].sort().join();
    if (same) return before?.from === from ? ok(null) : refuse({ code: "jurisdictionSame", field: "authorities" });
    const change = { code, authorities: [...authorities].sort(), validFrom: from, reason, decidedById: personIdOf(actor) };
    const [row] = await tx.insert(jurisdictionChanges).values(change).returning({ id: jurisdictionChanges.id });
    if (!row) throw new Error("A change was not written");
    await recordEvents(tx, actor, [
      {
        type: "jurisdiction.changed",
        subject: "jurisdiction",
        subjectId: row.id,
        organisationId: actor.organisationId,
        before: { authorities: before?.authorities ?? [] },
        after: { region: code, authorities: change.authorities, from, reason },
      },
    ]);
    return ok(null);
  });
}
