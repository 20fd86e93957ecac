import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import type { Listed } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { type AttentionFacts, attentionOf, keptState, markDays } from "@/lib/offerings/attention";
import { type Element, mandatoryElements } from "@/lib/offerings/completeness";
import { stanceIn } from "@/lib/statements/queries";
import type { Stance, StatedField } from "@/lib/statements/statements";
import { factsOf } from "@/lib/visibility/queries";
import type { KeptOffering } from "./list";

type Row = Pick<AttentionFacts, "id" | "status" | "sessions" | "currentSessions" | "confirmedOn" | "audited"> & {
  slug: string;
  externalId: string;
  pending: boolean;
  publishOn: Day | null;
  nextOn: Day | null;
  stance: Stance | null;
  changedAt: string;
  nuts: string | null;
  /** Of the version that is being edited, else of the one in force. */
  listed: Listed;
};

/** The elements of Annex I and those asked for beside it: a test counts them. */
const elements = 16;

/** Every offering of one's own organisation with what the list says of it, and how it stands to a statement: two queries, however many there are. */
export async function listKept(actor: Actor, statement: StatedField | null = null): Promise<KeptOffering[]> {
  const providerId = actor.organisationId;
  if (!providerId || !may(actor, "offering.read", { providerId })) return [];
  const day = today();
  const [rows, facts] = await Promise.all([readRows(providerId, day, statement), factsOf(db, [providerId])]);
  const known = facts.get(providerId) ?? { accreditations: [], restrictions: [] };
  const days = markDays(day);
  return rows.map(({ nuts, changedAt, listed, ...row }) => {
    const absent = listed.absent as Element[];
    const missing = absent.filter((element) => mandatoryElements.has(element));
    const { title, original, fields } = listed;
    return {
      ...row,
      title,
      original,
      fields,
      state: keptState(row),
      stated: elements - absent.length,
      elements,
      missing,
      changedAt: new Date(changedAt),
      attention: attentionOf({ ...row, ...listed, missing }, known, nuts, days),
    };
  });
}

async function readRows(providerId: string, day: Day, statement: StatedField | null): Promise<Row[]> {
  const content = sql`coalesce(p.content, v.content)`;
  const rows = await db.execute<Row>(sql`
    with runs as (
      select s.offering_id, count(*)::int as sessions,
        count(*) filter (where ${current(day)})::int as current_sessions,
        min(s.starts_on) filter (where s.starts_on >= ${day}::date) as next_on,
        min(coalesce(s.confirmed_on, s.updated_at::date)) filter (where ${current(day)}) as confirmed_on
      from sessions s join offerings o on o.id = s.offering_id
      where o.provider_id = ${providerId}::uuid and s.cancelled_on is null group by s.offering_id
    )
    select o.id, o.slug, o.external_id as "externalId", o.status, g.nuts, p.publish_on::text as "publishOn", coalesce(p.listed, v.listed) as listed,
      ${statement ? stanceIn(content, sql`${statement}::text`) : sql`null`} as stance,
      greatest(o.updated_at, p.updated_at) as "changedAt",
      p.offering_id is not null and (v.id is null or p.content - 'translatedFrom' <> v.content - 'translatedFrom') as pending,
      exists (select from audit_actions a join audit_cases c on c.id = a.case_id
        where a.offering_id = o.id and a.state = 'open' and c.stage = 'final') as audited,
      coalesce(r.sessions, 0) as sessions, coalesce(r.current_sessions, 0) as "currentSessions", r.next_on::text as "nextOn",
      r.confirmed_on::text as "confirmedOn"
    from offerings o join organisations g on g.id = o.provider_id
    left join versions v on v.id = o.current_version_id left join pending_versions p on p.offering_id = o.id left join runs r on r.offering_id = o.id
    where o.provider_id = ${providerId}::uuid and (p.offering_id is not null or v.id is not null)`);
  return [...rows];
}

function current(day: Day): SQL {
  return sql`coalesce(s.ends_on, s.starts_on, 'infinity'::date) >= ${day}::date`;
}

export type LastChange = { actor: string; name: string | null };

/** Who changed these offerings last. */
export async function listLastChanges(ids: string[]): Promise<Map<string, LastChange>> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ id: string } & LastChange>(sql`
    select distinct on (e.subject_id) e.subject_id as id, e.actor, coalesce(nullif(p.name, ''), p.email) as name
    from events e left join people p on 'person:' || p.id = e.actor
    where e.subject_id in (select (jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))::uuid) order by e.subject_id, e.id desc`);
  return new Map(rows.map(({ id, ...change }) => [id, change]));
}
