import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db";
import { assessmentDrafts } from "@/db/schema";
import { type Actor, personIdOf } from "@/lib/auth/permissions";
import { type AssessmentDraft, assessmentDraft } from "@/lib/casework/assessment";

/** What whoever asks has kept of their own assessment of a case. */
export async function findOwnDraft(actor: Actor, applicationId: string): Promise<{ draft: AssessmentDraft; savedAt: Date } | undefined> {
  const personId = personIdOf(actor);
  if (!personId) return undefined;
  const [row] = await db
    .select()
    .from(assessmentDrafts)
    .where(and(eq(assessmentDrafts.applicationId, applicationId), eq(assessmentDrafts.personId, personId)));
  return row && { draft: assessmentDraft.parse(row.content), savedAt: row.savedAt };
}
