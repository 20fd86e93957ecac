import type { MemberRole } from "@/db/schema";

/**
 * What somebody acts as: a member of an organisation; `person` is signed in and belongs to none; a machine by its key; `system` is the
 * instance itself.
 */
export type Role = MemberRole | "person" | "key-read" | "key-write" | "key-publish" | "system";

/** Whoever acts: a person, a key, or a process of the instance itself. Only lib/auth makes one; commands take it on trust. */
export type Actor = {
  id: string;
  role: Role;
  organisationId: string | null;
  /** Whether they act for the authority that keeps what all of the instance share (the country's file names it). */
  keeps?: boolean;
};

/** Commands run on the instance's own machine (`npm run import`) act in its operator's name. */
export function operator(name: string): Actor {
  return { id: `operator:${name}`, role: "system", organisationId: null };
}

/** The instance itself, where it takes in what a provider's feed says. */
export function harvester(sourceId: string, organisationId: string): Actor {
  return { id: `harvest:${sourceId}`, role: "system", organisationId };
}

/** The person behind an actor; a key or a process has none. */
export function personIdOf({ id }: Actor): string | null {
  return id.startsWith("person:") ? id.slice("person:".length) : null;
}

const readers = ["viewer", "editor", "manager", "key-read", "key-write", "key-publish"] as const;
const writers = ["editor", "manager", "key-write", "key-publish"] as const;
const publishers = ["editor", "manager", "key-publish"] as const;
const people = ["viewer", "editor", "manager"] as const;
const editors = ["editor", "manager"] as const;
const authority = ["registrar", "auditor", "analyst", "administrator"] as const;
/** Assessors see applications and nothing else of what their authority does. */
const office = [...authority, "assessor"] as const;
const counsellors = ["counsellor", "lead-counsellor"] as const;
const anybody = [...people, ...office, ...counsellors, "person"] as const;

/** Beside the roles, in the table of rights alone: an administrator of the authority that keeps the instance. */
type Holder = Role | "keeper";

/** The one table of rights: who may do what. Rights end at the records of one's own organisation (`may`). */
const allowed = {
  "account.keep": anybody,
  "application.write": anybody,
  "application.read": office,
  "case.check": ["registrar"],
  "case.assess": ["assessor"],
  "case.moderate": ["registrar", "auditor"],
  "case.compare": ["registrar", "auditor"],
  "criteria.read": office,
  "criteria.manage": ["administrator"],
  "application.ask": ["registrar"],
  "application.decide": ["registrar"],
  "decision.read": authority,
  "decision.sign": ["registrar"],
  "report.read": authority,
  "report.handle": ["registrar", "auditor"],
  "report.own": people,
  "report.answer": editors,
  "audit.read": authority,
  "audit.plan": ["auditor", "system"],
  "audit.act": ["auditor"],
  "audit.own": people,
  "audit.answer": editors,
  "monitoring.read": authority,
  "monitoring.act": ["registrar", "auditor"],
  "quality.read": authority,
  "quality.import": ["administrator", "registrar", "system"],
  "quality.match": ["registrar"],
  "guidance.use": counsellors,
  "guidance.lead": ["lead-counsellor"],
  "team.read": [...people, ...office, ...counsellors],
  "team.leave": [...people, ...office, ...counsellors],
  "team.manage": ["manager", "administrator", "lead-counsellor"],
  "offering.read": readers,
  "offering.write": writers,
  "offering.publish": publishers,
  "offering.withdraw": publishers,
  "offering.archive": ["manager"],
  "policy.read": people,
  "policy.write": editors,
  "policy.publish": editors,
  "statements.write": editors,
  "catalogue.read": readers,
  "catalogue.import": ["editor", "manager", "key-publish", "system"],
  "import.read": people,
  "import.undo": editors,
  "harvest.read": people,
  "harvest.manage": ["manager", "system"],
  "key.manage": ["manager"],
  "feedback.read": people,
  "feedback.oversee": authority,
  "feedback.invite": editors,
  "feedback.respond": editors,
  "review.sign": editors,
  "insight.read": people,
  "statistics.read": authority,
  "trail.read": ["auditor", "administrator"],
  "trail.export": ["administrator"],
  "account.manage": ["administrator", "system"],
  "vocabulary.read": ["administrator"],
  "authority.read": ["administrator", "registrar"],
  "instance.manage": ["keeper"],
  "register.load": ["system"],
  "skills.import": ["system"],
  "role.give": ["system"],
} as const satisfies Record<string, readonly Holder[]>;

export type Permission = keyof typeof allowed;
export const permissions = Object.keys(allowed) as Permission[];

/** Whose a record is: a provider's, another organisation's, or one person's. */
export type Owned = { providerId: string | null } | { organisationId: string | null } | { personId: string };

/**
 * Whether the actor's role has the right and the record is theirs. What somebody may not do with a record of others is not told apart
 * from a record that is not there: commands and pages answer both alike.
 */
export function may(actor: Actor, permission: Permission, record: Owned): boolean {
  return mayAtAll(actor, permission) && owns(actor, record);
}

/** Whether the role has the right at all, whatever the record: what a page offers. */
export function mayAtAll({ role, keeps }: Actor, permission: Permission): boolean {
  const holders: readonly Holder[] = allowed[permission];
  return holders.includes(role) || (keeps === true && role === "administrator" && holders.includes("keeper"));
}

/** The roles of people that have a right: whom a notice about it concerns. */
export function rolesWith(permission: Permission): MemberRole[] {
  return (allowed[permission] as readonly Holder[]).filter(
    (role): role is MemberRole => !["person", "system", "keeper", "key-read", "key-write", "key-publish"].includes(role),
  );
}

function owns(actor: Actor, record: Owned): boolean {
  if (actor.role === "system") return true;
  if ("personId" in record) return actor.id === `person:${record.personId}`;
  const owner = "providerId" in record ? record.providerId : record.organisationId;
  return owner !== null && actor.organisationId === owner;
}

/** The roles in which people can act for an organisation, by what it does in the register. */
export function rolesFor(organisationRoles: readonly string[]): MemberRole[] {
  const is = (role: string) => organisationRoles.includes(role);
  return [
    ...(is("provider") || is("awarding-body") ? people : []),
    ...(is("competent-authority") || is("quality-agency") ? office : []),
    ...(is("guidance-service") ? counsellors : []),
  ];
}
