import { sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import type { Act } from "@/lib/audits/act";
import type { Actor } from "@/lib/auth/permissions";

export type EventType =
  | "offering.drafted"
  | "offering.discarded"
  | "offering.published"
  | "offering.superseded"
  | "offering.scheduled"
  | "offering.unscheduled"
  | "offering.publication-failed"
  | "offering.withdrawn"
  | "offering.restored"
  | "offering.archived"
  | "offering.copied"
  | "sessions.changed"
  | "catalogue.stated"
  | "organisation.decided"
  | "conflict.declared"
  | "recognition.drafted"
  | "recognition.discarded"
  | "recognition.published"
  | "import.started"
  | "import.finished"
  | "import.failed"
  | "import.stopped"
  | "import.resumed"
  | "import.repaired"
  | "import.mapping-kept"
  | "feedback.invited"
  | "feedback.responded"
  | "feedback.response-taken-back"
  | "review.signed"
  | "review.taken-back"
  | "import.undo-asked"
  | "import.undo-given-up"
  | "import.undone"
  | "offering.deleted"
  | "key.created"
  | "key.revoked"
  | "harvest.added"
  | "harvest.changed"
  | "harvest.removed"
  | "person.joined"
  | "person.signed-in"
  | "person.signed-out"
  | "person.suspended"
  | "person.readmitted"
  | "person.changed"
  | "person.given-role"
  | "member.changed"
  | "member.removed"
  | "member.left"
  | "member.joined"
  | "invitation.sent"
  | "invitation.revoked"
  | "invitation.accepted"
  | "application.begun"
  | "application.changed"
  | "application.submitted"
  | "application.questioned"
  | "application.answered"
  | "application.withdrawn"
  | "application.registered"
  | "application.refused"
  | "application.represented"
  | "application.appealed"
  | "application.remitted"
  | "case.declared-free"
  | "case.taken"
  | "case.checked"
  | "case.assigned"
  | "case.guest-invited"
  | "case.guest-taken-back"
  | "case.assessment-kept"
  | "case.assessed"
  | "case.moderated"
  | "criteria.drafted"
  | "criteria.published"
  | "evidence.viewed"
  | "monitoring.acknowledged"
  | "monitoring.commented"
  | "monitoring.shared"
  | "monitoring.dismissed"
  | "monitoring.verified"
  | "quality.import-started"
  | "quality.import-finished"
  | "quality.matched"
  | "quality.rejected"
  | "organisation.identified"
  | "audit-plan.announced"
  | "audit-plan.seeded"
  | "audit-plan.drawn"
  | "audit.opened"
  | "audit.declared-free"
  | "audit.filed"
  | "audit.unfiled"
  | `audit.${Act["kind"]}`
  | "report.forwarded"
  | "report.answered"
  | "report.closed"
  | "trail.exported"
  | "synonyms.added"
  | "synonyms.ended"
  | "skills.imported"
  | "term.added"
  | "term.renamed"
  | "term.ended"
  | "term.resumed"
  | "jurisdiction.changed"
  | "service.registered"
  | "service.ended"
  | "service.resumed"
  | "service.closed"
  | "list.started"
  | "list.changed"
  | "list.shared"
  | "list.unshared"
  | "list.handed-over"
  | "list.deleted";

export type NewEvent = {
  type: EventType;
  subject:
    | "offering"
    | "organisation"
    | "import"
    | "person"
    | "application"
    | "criteria"
    | "invitation"
    | "key"
    | "harvest"
    | "policy"
    | "feedback"
    | "review"
    | "report"
    | "monitoring"
    | "quality"
    | "audit"
    | "audit-plan"
    | "trail"
    | "synonyms"
    | "skills"
    | "term"
    | "jurisdiction"
    | "list";
  subjectId: string;
  organisationId?: string | null;
  before?: unknown;
  after?: unknown;
};

/** About offerings and organisations, but nothing that the public can search for. */
const unsearched: EventType[] = [
  "offering.drafted",
  "offering.discarded",
  "offering.scheduled",
  "offering.unscheduled",
  "offering.publication-failed",
  "offering.copied",
  "catalogue.stated",
  "import.mapping-kept",
  "organisation.identified",
  "service.registered",
  "service.ended",
  "service.resumed",
  "service.closed",
];

/**
 * Writes down what happened, in the transaction in which it happens. One statement however many: imports record thousands. What is nothing
 * to the search index does not wait for it.
 */
export async function recordEvents(tx: Transaction, actor: Actor, happened: NewEvent[]): Promise<void> {
  if (happened.length === 0) return;
  await tx.execute(sql`
    insert into events (type, subject, subject_id, organisation_id, actor, actor_role, actor_organisation_id, before, after, indexed_at)
    select type, subject, "subjectId", "organisationId", ${actor.id}, ${actor.role}, ${actor.organisationId}::uuid, before, after,
      case when subject in ('offering', 'organisation', 'synonyms') and type <> all (${sql.param(unsearched)}::text[]) then null else now() end
    from jsonb_to_recordset(${JSON.stringify(happened)}::jsonb)
      as happened (type text, subject text, "subjectId" uuid, "organisationId" uuid, before jsonb, after jsonb)`);
}
