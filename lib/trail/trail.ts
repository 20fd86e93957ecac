import type { EventType, NewEvent } from "@/lib/events/commands";

/** What people ask the trail about, in their own words rather than by the names of nouns. */
export const trailGroups = [
  "offerings",
  "decisions",
  "applications",
  "reading",
  "monitoring",
  "audits",
  "quality",
  "reports",
  "feedback",
  "recognition",
  "files",
  "keys",
  "people",
  "criteria",
  "vocabularies",
] as const;
export type TrailGroup = (typeof trailGroups)[number];

/** Every type of event with where it is found. A type that is missing does not compile; its sentence is `trail.what.<type>`. */
export const groupOf: Record<EventType, TrailGroup> = {
  "offering.drafted": "offerings",
  "offering.discarded": "offerings",
  "offering.published": "offerings",
  "offering.superseded": "offerings",
  "offering.scheduled": "offerings",
  "offering.unscheduled": "offerings",
  "offering.publication-failed": "offerings",
  "offering.withdrawn": "offerings",
  "offering.restored": "offerings",
  "offering.archived": "offerings",
  "offering.copied": "offerings",
  "offering.deleted": "offerings",
  "sessions.changed": "offerings",
  "catalogue.stated": "offerings",
  "organisation.decided": "decisions",
  "organisation.named": "decisions",
  "organisation.identified": "decisions",
  "conflict.declared": "decisions",
  "recognition.drafted": "recognition",
  "recognition.discarded": "recognition",
  "recognition.published": "recognition",
  "import.started": "files",
  "import.finished": "files",
  "import.undone": "files",
  "harvest.added": "files",
  "harvest.changed": "files",
  "harvest.removed": "files",
  "feedback.invited": "feedback",
  "feedback.responded": "feedback",
  "feedback.response-taken-back": "feedback",
  "review.signed": "feedback",
  "review.taken-back": "feedback",
  "key.created": "keys",
  "key.revoked": "keys",
  "person.joined": "people",
  "person.signed-in": "people",
  "person.signed-out": "people",
  "person.suspended": "people",
  "person.readmitted": "people",
  "person.changed": "people",
  "person.given-role": "people",
  "member.changed": "people",
  "member.removed": "people",
  "member.left": "people",
  "member.joined": "people",
  "invitation.sent": "people",
  "invitation.revoked": "people",
  "invitation.accepted": "people",
  "application.begun": "applications",
  "application.changed": "applications",
  "application.submitted": "applications",
  "application.questioned": "applications",
  "application.answered": "applications",
  "application.withdrawn": "applications",
  "application.registered": "applications",
  "application.refused": "applications",
  "application.represented": "applications",
  "application.appealed": "applications",
  "application.remitted": "applications",
  "case.declared-free": "applications",
  "case.taken": "applications",
  "case.checked": "applications",
  "case.assigned": "applications",
  "case.assessed": "applications",
  "case.assessment-kept": "applications",
  "case.moderated": "applications",
  "criteria.drafted": "criteria",
  "criteria.published": "criteria",
  "evidence.viewed": "reading",
  "trail.exported": "reading",
  "monitoring.acknowledged": "monitoring",
  "monitoring.commented": "monitoring",
  "monitoring.shared": "monitoring",
  "monitoring.dismissed": "monitoring",
  "monitoring.verified": "monitoring",
  "audit-plan.announced": "audits",
  "audit-plan.seeded": "audits",
  "audit-plan.drawn": "audits",
  "audit.opened": "audits",
  "audit.declared-free": "audits",
  "audit.filed": "audits",
  "audit.unfiled": "audits",
  "audit.assigned": "audits",
  "audit.announced": "audits",
  "audit.asked": "audits",
  "audit.extended": "audits",
  "audit.handedIn": "audits",
  "audit.proceeded": "audits",
  "audit.found": "audits",
  "audit.sent": "audits",
  "audit.answered": "audits",
  "audit.kept": "audits",
  "audit.changed": "audits",
  "audit.dropped": "audits",
  "audit.finalised": "audits",
  "audit.demanded": "audits",
  "audit.prolonged": "audits",
  "audit.stated": "audits",
  "audit.accepted": "audits",
  "audit.returned": "audits",
  "audit.proposed": "audits",
  "audit.closed": "audits",
  "audit.ended": "audits",
  "audit.published": "audits",
  "quality.import-started": "quality",
  "quality.import-finished": "quality",
  "quality.matched": "quality",
  "quality.rejected": "quality",
  "report.forwarded": "reports",
  "report.answered": "reports",
  "report.closed": "reports",
  "synonyms.added": "vocabularies",
  "synonyms.ended": "vocabularies",
  "jurisdiction.changed": "vocabularies",
};

export const eventTypes = Object.keys(groupOf) as EventType[];

export function typesIn(group: TrailGroup): EventType[] {
  return eventTypes.filter((type) => groupOf[type] === group);
}

/** What an event can be about. As with types: what is missing does not compile, and each has its name in the messages. */
const subjects: Record<NewEvent["subject"], true> = {
  offering: true,
  organisation: true,
  person: true,
  application: true,
  report: true,
  monitoring: true,
  audit: true,
  "audit-plan": true,
  quality: true,
  criteria: true,
  policy: true,
  import: true,
  harvest: true,
  key: true,
  feedback: true,
  review: true,
  invitation: true,
  trail: true,
  synonyms: true,
  jurisdiction: true,
};
export const trailSubjects = Object.keys(subjects) as NewEvent["subject"][];

export const trailPerPage = 50;

/** A place in the trail: the moment as the database writes it, to the microsecond, and the event at it. */
export type TrailPlace = { at: string; id: number };

const place = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)_(\d{1,15})$/;

export function fromCursor(text: string): TrailPlace | undefined {
  const [, at, id] = place.exec(text) ?? [];
  return at && id && !Number.isNaN(Date.parse(at)) ? { at, id: Number(id) } : undefined;
}

export function toCursor({ at, id }: TrailPlace): string {
  return `${at}_${id}`;
}
