import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import type { Texts } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { nameOn } from "@/lib/providers/names/queries";

/**
 * Whether an organisation that only guides is no more on a day: it is one as long as it has a name, and its end is the end of its name. Only for
 * queries that join `organisations`.
 */
export function hasEndedBy(day: Day): SQL {
  return sql`(organisations.roles = array['guidance-service']::organisation_role[] and not exists (select from known_names n
    where n.organisation_id = organisations.id and n.valid @> ${day}::date))`;
}

export type ServiceRow = {
  slug: string;
  name: Texts;
  town: string;
  email: string;
  /** The last day, where it was given one. */
  lastDay: Day | null;
  counsellors: number;
  /** Of them, those who lead it and are not suspended. */
  leads: number;
  /** Open invitations. */
  invited: number;
};

/** The guidance services of the instance for its keeper, those that go on first. Undefined for everybody else. */
export async function listServices(actor: Actor): Promise<ServiceRow[] | undefined> {
  if (!may(actor, "instance.manage", { organisationId: actor.organisationId })) return undefined;
  return await db.execute<ServiceRow>(sql`
    select o.slug, ${nameOn(sql`o.id`, today())} as name, o.town, o.email,
      (select case when bool_or(upper_inf(n.valid)) then null else (max(upper(n.valid)) - 1)::text end
        from known_names n where n.organisation_id = o.id) as "lastDay",
      (select count(*)::int from memberships m where m.organisation_id = o.id) as counsellors,
      (select count(*)::int from memberships m join people p on p.id = m.person_id
        where m.organisation_id = o.id and m.role = 'lead-counsellor' and p.suspended_at is null) as leads,
      (select count(*)::int from invitations i where i.organisation_id = o.id and i.accepted_at is null and i.revoked_at is null
        and i.expires_at > ${now().toISOString()}::timestamptz) as invited
    from organisations o where 'guidance-service' = any (o.roles) order by "lastDay" nulls first, o.slug`);
}
