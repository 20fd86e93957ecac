import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { organisations, pendingPolicies, recognitionPolicies } from "@/db/schema";
import { lastDay } from "@/lib/accreditations/accreditation";
import { type Actor, may } from "@/lib/auth/permissions";
import { type Day, fromRange } from "@/lib/days/days";
import { type PolicyDraft, type PolicyRules, policyDraft, policyRules, type RecognitionPolicy } from "./policy";

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

/** The rules by which an organisation recognises what others certify, as in force on a day. */
export async function findRulesInForce(slug: string, day: Day): Promise<PolicyRules | undefined> {
  const [row] = await db
    .select({ rules: recognitionPolicies.rules })
    .from(recognitionPolicies)
    .innerJoin(organisations, eq(organisations.id, recognitionPolicies.organisationId))
    .where(and(eq(organisations.slug, slug), sql`${recognitionPolicies.valid} @> ${day}::date`));
  return row && policyRules.parse(row.rules);
}

export type PendingPolicy = { draft: PolicyDraft; revision: number };

/** The next policy while it is being edited: for the organisation's own people. */
export async function findPendingPolicy(actor: Actor): Promise<PendingPolicy | undefined> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "policy.read", { organisationId })) return undefined;
  const [row] = await db.select().from(pendingPolicies).where(eq(pendingPolicies.organisationId, organisationId));
  return row && { draft: policyDraft.parse(row.content), revision: row.revision };
}
