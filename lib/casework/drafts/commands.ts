import { and, eq, notInArray } from "drizzle-orm";
import type { Transaction } from "@/db";
import { assessmentDrafts } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { readCase } from "@/lib/casework/acts/queries";
import { readAssessmentDraft, type SentForm } from "@/lib/casework/input";
import { withReview } from "@/lib/casework/review/commands";
import { whyNot } from "@/lib/casework/why-not";
import { now } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { ok, type Result, refuse } from "@/lib/result";

const nothing = { answers: {}, levels: [], fields: [] };

/** Keeps an assessment half done, for its assessor alone. Kept again, it takes the place of what was kept before. */
export async function keepAssessment(actor: Actor, id: string, form: SentForm): Promise<Result<null>> {
  return await withReview(actor, "case.assess", id, async (tx, application, _, personId): Promise<Result<null>> => {
    const { state, criteria } = await readCase(tx, application);
    const why = whyNot(state, { kind: "assessed", assessment: nothing }, personId);
    if (why) return refuse({ code: why });
    const draft = readAssessmentDraft(criteria.content, form);
    if (!draft.ok) return draft;
    const values = { content: draft.value, savedAt: now() };
    await tx
      .insert(assessmentDrafts)
      .values({ applicationId: id, personId, ...values })
      .onConflictDoUpdate({ target: [assessmentDrafts.applicationId, assessmentDrafts.personId], set: values });
    await recordEvents(tx, actor, [
      { type: "case.assessment-kept", subject: "application", subjectId: id, organisationId: application.authorityId },
    ]);
    return ok(null);
  });
}

/** Once an assessment is in, or somebody else's to make, what was kept of it goes. */
export async function dropDrafts(tx: Transaction, applicationId: string, stillAssessing: string[]): Promise<void> {
  await tx
    .delete(assessmentDrafts)
    .where(and(eq(assessmentDrafts.applicationId, applicationId), notInArray(assessmentDrafts.personId, stillAssessing)));
}
