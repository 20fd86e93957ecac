import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { remindedBefore } from "@/lib/audits/actions/action";
import { addDays, type Day } from "@/lib/days/days";

/** Something that a provider owes in an audit by a day: evidence, an answer, or a corrective action by its number. */
export type OwedInAudit = { caseId: string; number: number; organisationId: string; what: string; dueOn: Day };

/** What is due within the days before which one reminds, or should have been done lately: of one that is long late people know. */
export async function listOwed(day: Day): Promise<OwedInAudit[]> {
  const [from, until] = [addDays(day, -30), addDays(day, remindedBefore)];
  const rows = await db.execute<OwedInAudit>(sql`
    select c.id as "caseId", c.number::int, c.organisation_id as "organisationId", c.stage as what, c.due_on::text as "dueOn"
    from audit_cases c where c.stage in ('asked', 'sent') and c.due_on between ${from}::date and ${until}::date
    union all
    select c.id, c.number::int, c.organisation_id, 'action ' || a.number, a.due_on::text
    from audit_actions a join audit_cases c on c.id = a.case_id where a.state = 'open' and c.stage = 'final' and a.due_on between ${from}::date and ${until}::date`);
  return [...rows];
}
