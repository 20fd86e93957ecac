import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { type Application, caseGuests } from "@/db/schema";
import { type Actor, personIdOf } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { nameOn } from "@/lib/providers/names/queries";
import type { Texts } from "@/lib/texts/texts";

/**
 * As what somebody acts in a case: a guest as an assessor of the case's authority, in this case and in no other, so that the table of
 * rights says what they may as it does of every assessor. Anybody else as what they are.
 */
export async function actingIn(
  actor: Actor,
  { id, authorityId }: Pick<Application, "id" | "authorityId">,
  database: Database = db,
): Promise<Actor> {
  const personId = personIdOf(actor);
  if (!personId || !authorityId || actor.role !== "assessor" || actor.organisationId === authorityId) return actor;
  const [invited] = await database
    .select({ id: caseGuests.id })
    .from(caseGuests)
    .where(
      and(
        eq(caseGuests.applicationId, id),
        eq(caseGuests.personId, personId),
        eq(caseGuests.organisationId, actor.organisationId ?? ""),
        isNull(caseGuests.endedAt),
      ),
    );
  return invited ? { id: actor.id, role: "assessor", organisationId: authorityId } : actor;
}

/** Who can assess; `authority` is where a guest is from, `open` how many assessments they have yet to hand in. */
export type Assessor = { id: string; name: string; free: boolean; authority: Texts | null; open: number };

const name = sql`coalesce(nullif(p.name, ''), p.email)`;
const free = sql`not exists (select from conflict_declarations d where d.person_id = p.id and d.application_id = a.id and d.conflict is not null)`;

/** The assessors of a case's authority and its guests, with whether they said that they are not free. */
export async function listAssessors({ id }: Pick<Application, "id">, database: Database = db): Promise<Assessor[]> {
  return await database.execute<Assessor>(sql`
    select p.id, ${name} as name, ${free} as free, case when m.organisation_id <> a.authority_id then ${nameOn(sql`m.organisation_id`, today())} end as authority,
      coalesce(w.open, 0) as open
    from applications a
    join memberships m on m.role = 'assessor' and (m.organisation_id = a.authority_id or exists (select from case_guests g
      where g.application_id = a.id and g.person_id = m.person_id and g.organisation_id = m.organisation_id and g.ended_at is null))
    join people p on p.id = m.person_id
    left join (select h.id, count(*)::int as open from cases c, unnest(c.holder_ids) h(id) where c.stage = 'assessment' group by h.id) w on w.id = p.id
    where a.id = ${id}::uuid and p.suspended_at is null and p.id <> a.applicant_id order by 4 is not null, 2`);
}

export type Guest = { id: string; name: string; authority: Texts; reason: string; said: "free" | "conflict" | null };

/** The guests of a case that one may read, with whether they have said that they are free. */
export async function listGuests({ id }: Pick<Application, "id">, database: Database = db): Promise<Guest[]> {
  return await database.execute<Guest>(sql`
    select p.id, ${name} as name, ${nameOn(sql`g.organisation_id`, today())} as authority, g.reason,
      (select case when d.conflict is null then 'free' else 'conflict' end from conflict_declarations d
        where d.person_id = p.id and d.application_id = g.application_id) as said
    from case_guests g join people p on p.id = g.person_id
    where g.application_id = ${id}::uuid and g.ended_at is null order by 2`);
}

export type Invitable = { id: string; name: string; organisationId: string; authority: Texts };

/** Assessors of other authorities who can be asked into a case: none who has declared a conflict, assesses it already, or has applied. */
export async function listInvitable({ id }: Pick<Application, "id">, database: Database = db): Promise<Invitable[]> {
  return await database.execute<Invitable>(sql`
    select distinct on (${name}, p.id) p.id, ${name} as name, m.organisation_id as "organisationId", ${nameOn(sql`m.organisation_id`, today())} as authority
    from applications a
    join memberships m on m.role = 'assessor' and m.organisation_id <> a.authority_id
    join organisations o on o.id = m.organisation_id and 'competent-authority' = any (o.roles)
    join people p on p.id = m.person_id
    where a.id = ${id}::uuid and p.suspended_at is null and p.id <> a.applicant_id and ${free}
      and not exists (select from memberships own where own.person_id = p.id and own.organisation_id = a.authority_id)
      and not exists (select from case_guests g where g.application_id = a.id and g.person_id = p.id and g.ended_at is null)
    order by ${name}, p.id, m.organisation_id limit 200`);
}
