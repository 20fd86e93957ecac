import "server-only";
import { desc, eq } from "drizzle-orm";
import { type Database, db } from "@/db";
import { pendingPolicies, recognitionPolicies } from "@/db/schema";
import { lastDay } from "@/lib/accreditations/accreditation";
import { type Actor, may } from "@/lib/auth/permissions";
import { fromRange } from "@/lib/days/days";
import { type PolicyDraft, policyDraft, policyRules, type RecognitionPolicy } from "./policy";

/** All that an organisation has published, the newest first. */
export async function listPolicies(organisationId: string, from: Database = db): Promise<RecognitionPolicy[]> {
  const rows = await from
    .select()
    .from(recognitionPolicies)
    .where(eq(recognitionPolicies.organisationId, organisationId))
    .orderBy(desc(recognitionPolicies.number));
  return rows.map(({ number, text, rules, valid }) => {
    const period = fromRange(valid);
    return { number, text, rules: policyRules.parse(rules), from: period.from, lastDay: lastDay(period) };
  });
}

export type PendingPolicy = { draft: PolicyDraft; revision: number };

/** The next policy while it is being edited: for the organisation's own people. */
export async function findPendingPolicy(actor: Actor): Promise<PendingPolicy | undefined> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "policy.read", { organisationId })) return undefined;
  const [row] = await db.select().from(pendingPolicies).where(eq(pendingPolicies.organisationId, organisationId));
  return row && { draft: policyDraft.parse(row.content), revision: row.revision };
}
