type Role = "viewer" | "editor" | "manager" | "registrar" | "system";

/** Whoever acts: a person, or a process of the instance itself. Only lib/auth makes one; commands take it on trust. */
export type Actor = { id: string; role: Role; organisationId: string | null };

/** Commands run on the instance's own machine (`npm run import`) act in its operator's name. */
export function operator(name: string): Actor {
  return { id: `operator:${name}`, role: "system", organisationId: null };
}

/** Who may do what. Rights of a provider's people end at their own provider's records. */
const allowed = {
  "catalogue.import": ["editor", "manager", "system"],
  "register.load": ["system"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof allowed;

export function may(actor: Actor, permission: Permission, record: { providerId: string | null }): boolean {
  const roles: readonly Role[] = allowed[permission];
  const own = actor.role === "system" || actor.role === "registrar" || actor.organisationId === record.providerId;
  return own && roles.includes(actor.role);
}
