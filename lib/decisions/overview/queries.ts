import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import type { Texts } from "@/db/schema";
import { type ProviderStanding, providerStanding } from "@/lib/accreditations/accreditation";
import { type Actor, may } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { addDays, type Day } from "@/lib/days/days";
import { answeringFor } from "@/lib/jurisdictions/queries";
import { factsOf } from "@/lib/visibility/queries";
import { endingWithin, type OverseenQuery, type OverseenStatus, overseenPerPage } from "./list";

export type OverseenRow = {
  id: string;
  slug: string;
  name: Texts;
  town: string | null;
  standing: ProviderStanding;
  offerings: number;
  ends: Day | null;
  restrictions: number;
  reviewOn: Day | null;
  drafts: number;
};

export type OverseenPage = { rows: OverseenRow[]; total: number; pages: number; page: number };

/** The providers that an authority answers for, as a condition on `organisations o`: by their seat, or because it registered them. */
export function overseenBy(authorityId: string, authoritySlug: string): SQL {
  // Asked once a query and place, and not once a provider.
  const places = sql`array(select p.nuts from (select distinct nuts from organisations where nuts is not null) p
    where ${authoritySlug} = any (${answeringFor(sql`p.nuts`, today())}))`;
  return sql`'provider' = any (o.roles) and (o.nuts = any (${places})
    or exists (select from registrations r where r.provider_id = o.id and r.authority_id = ${authorityId}::uuid and upper_inf(r.recorded)))`;
}

function isNow(status: string, day: Day): SQL {
  return sql`exists (select from registrations r where r.provider_id = o.id and upper_inf(r.recorded) and r.status = ${status} and r.valid @> ${day}::date)`;
}

const accredited = (
  day: Day,
) => sql`from accreditations a where a.organisation_id = o.id and upper_inf(a.recorded) and a.effect <> 'withdrawn' and a.valid @> ${day}::date
  and not (a.effect = 'teach-out' and a.effect_on < ${day}::date)`;
const restricted = (day: Day) =>
  sql`from restrictions x where x.organisation_id = o.id and upper_inf(x.recorded) and (upper_inf(x.valid) or upper(x.valid) > ${day}::date)`;
/** The earliest day by which a decision that still holds something is to be looked at again. */
function review(day: Day): SQL {
  const holds = (table: SQL) => sql`exists (select from ${table} h where h.decision_id = d.id and upper_inf(h.recorded)
    and (upper_inf(h.valid) or upper(h.valid) > ${day}::date))`;
  return sql`(select min(d.review_on) from decisions d where d.organisation_id = o.id and d.review_on is not null
    and (${holds(sql`registrations`)} or ${holds(sql`restrictions`)}))`;
}

function conditionFor(status: OverseenStatus, day: Day): SQL {
  const soon = addDays(day, endingWithin);
  const conditions: Record<OverseenStatus, SQL> = {
    all: sql`true`,
    registered: sql`${isNow("registered", day)} and not ${isNow("suspended", day)}`,
    suspended: isNow("suspended", day),
    ended: sql`not ${isNow("registered", day)} and not ${isNow("suspended", day)}`,
    ending: sql`exists (select ${accredited(day)} and upper(a.valid) <= ${soon}::date)`,
    unaccredited: sql`${isNow("registered", day)} and not exists (select ${accredited(day)})`,
    restricted: sql`exists (select ${restricted(day)})`,
    review: sql`${review(day)} <= ${soon}::date`,
  };
  return conditions[status];
}

/** A page of the authority's providers, by name: what each row tells is asked only of those that are shown. */
export async function listOverseen(actor: Actor, query: OverseenQuery, locale: string): Promise<OverseenPage> {
  const none = { rows: [], total: 0, pages: 1, page: 1 };
  const authorityId = actor.organisationId;
  if (!authorityId || !may(actor, "decision.read", { organisationId: authorityId })) return none;
  const [authority] = await db.execute<{ slug: string }>(sql`select slug from organisations where id = ${authorityId}::uuid`);
  if (!authority) return none;
  const day = today();
  const words = query.q.split(/\s+/).filter(Boolean);
  const says = words.map(
    (word) => sql`exists (select from organisation_names n where n.organisation_id = o.id and upper_inf(n.recorded)
      and strpos(cairn_fold(n.name::text || ' ' || coalesce(o.town, '') || ' ' || o.slug), cairn_fold(${word})) > 0)`,
  );
  const where = sql.join([overseenBy(authorityId, authority.slug), conditionFor(query.status, day), ...says], sql` and `);
  const [counted] = await db.execute<{ total: number }>(sql`select count(*)::int as total from organisations o where ${where}`);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / overseenPerPage));
  const page = Math.min(query.page, pages);
  const rows = await db.execute<Omit<OverseenRow, "standing">>(sql`
    with found as (
      select o.id, o.slug, o.town, n.name from organisations o
      cross join lateral (select name from known_names where organisation_id = o.id
        order by valid @> ${day}::date desc, lower(valid) desc nulls last limit 1) n
      where ${where} order by cairn_fold(coalesce(n.name->>${locale}, n.name->>'en', o.slug)), o.id
      limit ${overseenPerPage} offset ${(page - 1) * overseenPerPage}
    )
    select o.*, (select count(*)::int from offerings f where f.provider_id = o.id and f.visible @> ${now().toISOString()}::timestamptz) as offerings,
      (select (min(upper(a.valid)) - 1)::text ${accredited(day)} and upper(a.valid) <= ${addDays(day, endingWithin)}::date) as ends,
      (select count(distinct x.key)::int ${restricted(day)}) as restrictions, ${review(day)}::text as "reviewOn",
      (select count(*)::int from decision_drafts d where d.organisation_id = o.id and d.authority_id = ${authorityId}::uuid and d.decision_id is null) as drafts
    from found o`);
  const facts = await factsOf(
    db,
    rows.map(({ id }) => id),
  );
  return {
    total,
    pages,
    page,
    rows: rows.map((row) => {
      const known = facts.get(row.id);
      return { ...row, standing: providerStanding(known?.registrations ?? [], known?.accreditations ?? [], day) };
    }),
  };
}
