import "server-only";
import { sql } from "drizzle-orm";
import { type Database, db } from "@/db";

/** What was proposed to the registrars, and what became of it. */
export type ProposalView = { number: number; kind: string; draftId: string | null; decision: number | null };

export async function listProposals(caseId: string, database: Database = db): Promise<ProposalView[]> {
  const rows = await database.execute<ProposalView>(sql`
    select p.number, p.kind, p.draft_id as "draftId", d.number::int as decision
    from audit_proposals p left join decision_drafts r on r.id = p.draft_id left join decisions d on d.id = r.decision_id
    where p.case_id = ${caseId}::uuid order by p.number`);
  return [...rows];
}

/** The audit that a draft of a decision comes from; of a decision that was signed, its draft's. For the authority whose audit it is. */
export async function findAuditBehind(authorityId: string, draftId: string): Promise<number | undefined> {
  const [row] = await db.execute<{ number: number }>(sql`
    select c.number::int from audit_proposals p join audit_cases c on c.id = p.case_id where p.draft_id = ${draftId}::uuid and c.authority_id = ${authorityId}::uuid`);
  return row?.number;
}

/** The audits behind decisions about an organisation, by the decision's number. */
export async function listAuditsBehind(authorityId: string, organisationId: string): Promise<Map<number, number>> {
  const rows = await db.execute<{ decision: number; audit: number }>(sql`
    select d.number::int as decision, c.number::int as audit from audit_proposals p join audit_cases c on c.id = p.case_id
    join decision_drafts r on r.id = p.draft_id join decisions d on d.id = r.decision_id
    where c.authority_id = ${authorityId}::uuid and c.organisation_id = ${organisationId}::uuid`);
  return new Map(rows.map(({ decision, audit }) => [decision, audit]));
}
