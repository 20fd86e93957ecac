import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { recognitionPolicies } from "@/db/schema";
import { lastDay } from "@/lib/accreditations/accreditation";
import { type Day, fromRange } from "@/lib/days/days";
import { policyRules, type RecognitionPolicy } from "./policy";

/** The recognition policy of an organisation that holds on a day. */
export async function findPolicy(organisationId: string, day: Day): Promise<RecognitionPolicy | undefined> {
  const [row] = await db
    .select()
    .from(recognitionPolicies)
    .where(and(eq(recognitionPolicies.organisationId, organisationId), sql`${recognitionPolicies.valid} @> ${day}::date`));
  if (!row) return undefined;
  const valid = fromRange(row.valid);
  return { number: row.number, text: row.text, rules: policyRules.parse(row.rules), from: valid.from, lastDay: lastDay(valid) };
}
