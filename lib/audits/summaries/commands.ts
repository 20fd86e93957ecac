import { isDeepStrictEqual } from "node:util";
import { desc, eq } from "drizzle-orm";
import { auditSummaries, type Texts } from "@/db/schema";
import { recordAct, withAudit } from "@/lib/audits/acts/commands";
import type { Actor } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { ok, type Result, refuse } from "@/lib/result";

/** Publishes what the public reads of a closed audit; again, to put it right. Earlier editions are kept. */
export async function publishSummary(actor: Actor, number: number, text: Texts): Promise<Result<null>> {
  return await withAudit(actor, "audit.act", number, async (held): Promise<Result<null>> => {
    const { tx, audit, state } = held;
    if (state.result === "discontinued") return refuse({ code: "auditNothingToTell" });
    const [last] = await tx
      .select()
      .from(auditSummaries)
      .where(eq(auditSummaries.caseId, audit.id))
      .orderBy(desc(auditSummaries.edition))
      .limit(1);
    if (last && isDeepStrictEqual(last.text, text)) return ok(null);
    const edition = state.editions + 1;
    const done = await recordAct(held, { kind: "published", edition });
    if (!done.ok) return done;
    const { id: caseId, organisationId } = audit;
    await tx
      .insert(auditSummaries)
      .values({ caseId, edition, organisationId, result: state.result ?? "", text, publishedOn: today(), publishedAt: now() });
    return ok(null);
  });
}
