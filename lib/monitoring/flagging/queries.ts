import "server-only";
import { and, inArray, type SQL, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { accreditations } from "@/db/schema";
import { contains, type Day, fromRange } from "@/lib/days/days";
import { type OfferingContent, offeringContent } from "@/lib/offerings/content";
import { knownAt } from "@/lib/visibility/queries";
import { type AccreditationFact, covers, shownDuring } from "@/lib/visibility/visibility";

/** A published offering that was not looked at today. */
export type Due = {
  id: string;
  providerId: string;
  nuts: string | null;
  number: number;
  effectiveFrom: Day;
  eqf: number | null;
  fields: string[];
  setting: string | null;
  neverConfirmed: number;
  alike: string[];
  /** On what the last look rested; null where another is due whatever that was. */
  basis: string | null;
};

/** Offerings of other providers, not younger, that share a band of the fingerprint with `id`. */
const alikeTo = (id: SQL, providerId: SQL) => sql`
  from offerings a join versions w on w.id = a.current_version_id
  where a.status = 'published' and a.provider_id <> ${providerId}
    and a.first_published_at <= (select first_published_at from offerings where id = ${id})
    and a.id in (select b.offering_id from text_bands b join text_bands mine on mine.band = b.band and mine.hash = b.hash
      where mine.offering_id = ${id} and b.offering_id <> ${id})`;
const mostAlike = 20;

/** What is due for a look, those first that ask for one whatever the day. */
export async function listDue(day: Day, most: number): Promise<Due[]> {
  return await db.execute<Due>(sql`
    select o.id, o.provider_id as "providerId", p.nuts, v.number, v.effective_from::text as "effectiveFrom", v.eqf, v.fields, v.setting,
      (select count(*)::int from sessions s where s.offering_id = o.id and s.cancelled_on is null and s.confirmed_on is null
        and s.starts_on > ${day}::date and s.starts_on <= ${day}::date + 30) as "neverConfirmed",
      array(select a.slug || ' ' || w.number ${alikeTo(sql`o.id`, sql`o.provider_id`)} order by a.slug limit ${mostAlike}) as alike,
      case when m.flagged_on is not null and m.flagged_number = v.number then m.basis end as basis
    from offerings o join versions v on v.id = o.current_version_id join organisations p on p.id = o.provider_id
    left join monitored m on m.offering_id = o.id
    where o.status = 'published' and (m.offering_id is null or m.flagged_on is null or m.flagged_on < ${day}::date or m.flagged_number <> v.number)
    order by o.id limit ${most}`);
}

/** What an offering says, and what it said in the version that an officer has seen. */
export async function listContents(ids: string[]): Promise<Map<string, { now: OfferingContent; seen: OfferingContent | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ id: string; now: unknown; seen: unknown }>(sql`
    select o.id, v.content as now, (select w.content from versions w where w.offering_id = o.id and w.number = m.acknowledged_number) as seen
    from offerings o join versions v on v.id = o.current_version_id left join monitored m on m.offering_id = o.id
    where o.id = any (${`{${ids.join()}}`}::uuid[])`);
  return new Map(
    rows.map(({ id, now, seen }) => [id, { now: offeringContent.parse(now), seen: seen ? offeringContent.parse(seen) : null }]),
  );
}

/** The texts with which that of an offering is to be compared. */
export async function listAlike(
  { id, providerId }: Due,
  database: Database,
): Promise<{ slug: string; number: number; content: unknown }[]> {
  return await database.execute<{ slug: string; number: number; content: unknown }>(
    sql`select a.slug, w.number, w.content ${alikeTo(sql`${id}::uuid`, sql`${providerId}::uuid`)} order by a.slug limit ${mostAlike}`,
  );
}

export type Held = AccreditationFact & { organisationId: string; accreditingBodyId: string; standard: string; reportUrl: string | null };

/** The accreditations of providers. */
export async function listHeld(providers: string[]): Promise<Map<string, Held[]>> {
  const rows = await db
    .select()
    .from(accreditations)
    .where(and(inArray(accreditations.organisationId, providers), knownAt(accreditations.recorded, null)));
  return Map.groupBy(
    rows.map((row) => ({ ...row, valid: fromRange(row.valid) })),
    ({ organisationId }) => organisationId,
  );
}

/** What covers an offering today. */
export function coveredBy({ id, nuts, eqf, fields, setting }: Due, held: Held[], day: Day): Held[] {
  const scope = { offeringId: id, eqf: eqf ?? 0, fields, setting, nuts } as Parameters<typeof covers>[1];
  const holding = held.filter((one) => shownDuring(one).some((period) => contains(period, day)));
  return holding.filter((one) => covers(one, scope));
}
