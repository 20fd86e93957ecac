import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db";
import type { AuditPlan } from "@/db/schema";
import { type Risk, type RiskFacts, riskOf } from "@/lib/audits/risk/risk";
import { addDays, type Day } from "@/lib/days/days";
import { overseenBy } from "@/lib/decisions/overview/queries";
import type { Unit } from "./sample";

type Authority = { id: string; slug: string };
type Draws = AuditPlan["draws"];

const registered = (day: Day) => sql`exists (select from registrations r where r.provider_id = o.id and upper_inf(r.recorded)
  and r.status in ('registered', 'suspended') and r.valid @> ${day}::date)`;

/** Those whom an authority can draw: its registered providers, or what they publish. */
export async function listUnits(database: Database, { id, slug }: Authority, draws: Draws, byType: boolean, day: Day): Promise<Unit[]> {
  const stratum = byType ? sql`coalesce(o.provider_type, 'other')` : sql`''`;
  const own = sql`(${overseenBy(id, slug)}) and ${registered(day)}`;
  const rows =
    draws === "providers"
      ? await database.execute<Unit>(sql`select o.slug, ${stratum} as stratum from organisations o where ${own}`)
      : await database.execute<Unit>(sql`select f.slug, ${stratum} as stratum from offerings f join organisations o on o.id = f.provider_id
          where f.status = 'published' and ${own}`);
  return [...rows];
}

export type Drawable = { slug: string; organisationId: string; offeringId: string | null };

/** The records behind names of a frame: what left the register since is still what it was. */
export async function findDrawable(database: Database, draws: Draws, slugs: string[]): Promise<Map<string, Drawable>> {
  const wanted = sql`in (select jsonb_array_elements_text(${JSON.stringify(slugs)}::jsonb))`;
  const rows =
    draws === "providers"
      ? await database.execute<Drawable>(
          sql`select slug, id as "organisationId", null as "offeringId" from organisations where slug ${wanted}`,
        )
      : await database.execute<Drawable>(
          sql`select slug, provider_id as "organisationId", id as "offeringId" from offerings where slug ${wanted}`,
        );
  return new Map(rows.map((row) => [row.slug, row]));
}

/** Everything that speaks for an audit, of each name in a frame on a day (lib/audits/risk/risk.ts). */
export async function listRisks(database: Database, draws: Draws, slugs: string[], day: Day): Promise<Map<string, Risk>> {
  const rows = await database.execute<{ slug: string } & RiskFacts>(factsSql(draws, slugs, day));
  return new Map(rows.map(({ slug, ...facts }) => [slug, riskOf(facts)]));
}

/** Of a provider, all its published offerings count; of an offering, what is said of it alone, and the accreditations of its provider. */
function factsSql(draws: Draws, slugs: string[], day: Day): SQL {
  const isProvider = draws === "providers";
  const of = isProvider ? sql`f.provider_id = u.organisation_id and f.status = 'published'` : sql`f.id = u.offering_id`;
  const about = isProvider ? sql`x.organisation_id = u.organisation_id` : sql`x.offering_id = u.offering_id`;
  const units = isProvider
    ? sql`select slug, id as organisation_id, null::uuid as offering_id from organisations`
    : sql`select slug, provider_id as organisation_id, id as offering_id from offerings`;
  const lapses = addDays(day, 183);
  return sql`
    with u as (select * from (${units}) all_units where slug in (select jsonb_array_elements_text(${JSON.stringify(slugs)}::jsonb)))
    select u.slug,
      (select count(*)::int from monitoring_flags g join offerings f on f.id = g.offering_id where ${of}
        and g.gone_at is null and g.dismissed_at is null) as "openFlags",
      (select coalesce(sum(m.risk), 0)::int from monitored m join offerings f on f.id = m.offering_id where ${of}) as "monitoringRisk",
      (select count(*)::int from reports x where ${about} and x.outcome = 'substantiated' and x.closed_at > ${addDays(day, -730)}::date) as "substantiatedReports",
      (select (${day}::date - max(x.closed_on)) / 30 from audit_cases x where ${about} and x.closed_on is not null
        and x.result <> 'discontinued') as "monthsSinceAudit",
      not exists (select from accreditations a where a.organisation_id = u.organisation_id and upper_inf(a.recorded) and a.effect <> 'withdrawn'
        and a.valid @> ${lapses}::date) as "accreditationLapses",
      (select count(distinct x.key)::int from restrictions x where ${isProvider ? about : sql`x.organisation_id = u.organisation_id and (x.offering_id is null or x.offering_id = u.offering_id)`}
        and upper_inf(x.recorded) and x.valid && daterange(${addDays(day, -730)}::date, ${day}::date, '[]')) as restrictions,
      (select count(*)::int from sessions s join offerings f on f.id = s.offering_id where ${of} and s.cancelled_on is null
        and coalesce(s.ends_on, s.starts_on) >= ${day}::date) as sessions,
      (select count(*)::int from sessions s join offerings f on f.id = s.offering_id where ${of} and s.cancelled_on is null
        and coalesce(s.ends_on, s.starts_on) >= ${day}::date and coalesce(s.confirmed_on, s.updated_at::date) < ${addDays(day, -60)}::date) as "unconfirmedSessions"
    from u`;
}
