import { eq } from "drizzle-orm";
import { db } from "@/db";
import { type MemberRole, memberships, organisations, people } from "@/db/schema";
import { type Actor, may, personIdOf, rolesFor } from "@/lib/auth/permissions";
import { keepPerson } from "@/lib/auth/sign-ins/commands";
import { recordEvents } from "@/lib/events/commands";
import { defaultLocale } from "@/lib/i18n/locales";
import { ok, type Result, refuse } from "@/lib/result";
import type { ProfileInput } from "./input";

/** What somebody says about themselves. Their address proves who they are and changes only with a new sign-in. */
export async function keepProfile(actor: Actor, profile: ProfileInput): Promise<Result<null>> {
  const personId = personIdOf(actor);
  if (!personId || !may(actor, "account.keep", { personId })) return refuse({ code: "notAllowed" });
  return await db.transaction(async (tx) => {
    const [before] = await tx
      .select({ name: people.name, locale: people.locale })
      .from(people)
      .where(eq(people.id, personId))
      .for("update");
    await tx.update(people).set(profile).where(eq(people.id, personId));
    await recordEvents(tx, actor, [
      {
        type: "person.changed",
        subject: "person",
        subjectId: personId,
        before: { locale: before?.locale },
        after: { locale: profile.locale },
      },
    ]);
    return ok(null);
  });
}

/**
 * Gives somebody a role in an organisation, known to the register by its slug, in the operator's name: how a new instance gets its first
 * people. Whoever has not come yet is waited for under their address.
 */
export async function giveRole(
  actor: Actor,
  { email, organisation, role }: { email: string; organisation: string; role: MemberRole },
): Promise<Result<null>> {
  if (!may(actor, "role.give", { organisationId: null })) return refuse({ code: "notAllowed" });
  const [found] = await db
    .select({ id: organisations.id, roles: organisations.roles })
    .from(organisations)
    .where(eq(organisations.slug, organisation));
  if (!found) return refuse({ code: "organisationUnknown", field: "organisation", value: organisation });
  if (!rolesFor(found.roles).includes(role)) return refuse({ code: "roleDoesNotFit", field: "role", value: role });
  const person = await keepPerson({ email, name: "", locale: defaultLocale, isVerified: false });
  return await db.transaction(async (tx) => {
    const given = { personId: person.id, organisationId: found.id, role };
    await tx
      .insert(memberships)
      .values(given)
      .onConflictDoUpdate({ target: [memberships.personId, memberships.organisationId], set: { role } });
    await recordEvents(tx, actor, [
      { type: "person.given-role", subject: "person", subjectId: person.id, organisationId: found.id, after: { role } },
    ]);
    return ok(null);
  });
}
