import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { cache } from "react";
import { db } from "@/db";
import { knownIdentifiers, knownNames, organisations, type Texts } from "@/db/schema";
import { type ProviderStanding, providerStanding } from "@/lib/accreditations/accreditation";
import { listAccreditations, listRegistrations, listRestrictions } from "@/lib/accreditations/queries";
import { toOfferingDocument } from "@/lib/catalogue/document";
import { toItem } from "@/lib/catalogue/item";
import { listRecords } from "@/lib/catalogue/queries";
import { parseSearchQuery } from "@/lib/catalogue/query";
import type { SearchItem } from "@/lib/catalogue/result";
import { now, today } from "@/lib/clock";
import { fromRange } from "@/lib/days/days";
import { nameOn } from "@/lib/providers/names/queries";
import type { Moment } from "@/lib/register/moment";
import { factsOf } from "@/lib/visibility/queries";

export type ProviderSummary = {
  id: string;
  slug: string;
  name: Texts;
  type: string | null;
  town: string | null;
  nuts: string | null;
  offerings: number;
  standing: ProviderStanding;
};

type Row = Omit<ProviderSummary, "standing"> & { names: Texts[] };

/** All providers that an authority has decided about, with how many offerings the public can see now. */
export async function listProviders(): Promise<(ProviderSummary & { names: Texts[] })[]> {
  const day = today();
  const rows = await db.execute<Row>(sql`
    select p.id, p.slug, p.provider_type as type, p.town, p.nuts, n.name, n.names, coalesce(c.offerings, 0)::int as offerings
    from organisations p
    cross join lateral (
      select (array_agg(name order by valid @> ${day}::date desc, lower(valid) desc nulls last))[1] as name, jsonb_agg(name) as names
      from known_names where organisation_id = p.id
    ) n
    left join (
      select provider_id, count(*) as offerings from offerings where visible @> ${now().toISOString()}::timestamptz group by provider_id
    ) c on c.provider_id = p.id
    where 'provider' = any (p.roles) and exists (
      select from registrations r where r.provider_id = p.id and upper_inf(r.recorded) and r.status in ('registered', 'suspended', 'withdrawn')
    )`);
  const facts = await factsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const known = facts.get(row.id);
    return { ...row, standing: providerStanding(known?.registrations ?? [], known?.accreditations ?? [], day) };
  });
}

/** One provider for its page. */
export const findProvider = cache(async (slug: string) => {
  const day = today();
  const [organisation] = await db
    .select()
    .from(organisations)
    .where(and(eq(organisations.slug, slug), sql`'provider' = any (${organisations.roles})`));
  if (!organisation) return undefined;

  const [names, identifiers, registrations, accreditations, restrictions, successions] = await Promise.all([
    db
      .select()
      .from(knownNames)
      .where(eq(knownNames.organisationId, organisation.id))
      .orderBy(asc(sql`lower(${knownNames.valid})`)),
    db
      .select({ scheme: knownIdentifiers.scheme, value: knownIdentifiers.value })
      .from(knownIdentifiers)
      .where(and(eq(knownIdentifiers.organisationId, organisation.id), sql`${knownIdentifiers.valid} @> ${day}::date`))
      .orderBy(asc(knownIdentifiers.scheme), asc(knownIdentifiers.id)),
    listRegistrations(organisation.id, day),
    listAccreditations([organisation.id], day),
    listRestrictions(organisation.id, day),
    listSuccessions(organisation.id),
  ]);
  // One that only applied, or was refused, is not in the register.
  if (!registrations.some(({ status }) => ["registered", "suspended", "withdrawn"].includes(status))) return undefined;

  const all = names.map(({ name, valid }) => ({ name, ...fromRange(valid) }));
  const present = all.find(({ from, until }) => (from === null || from <= day) && (until === null || day < until)) ?? all.at(-1);
  const held = accreditations.get(organisation.id) ?? [];
  return {
    ...organisation,
    name: present?.name ?? {},
    earlierNames: all.filter((one) => one !== present && one.until !== null && one.until <= day),
    identifiers,
    registrations,
    accreditations: held,
    restrictions,
    successions,
    standing: providerStanding(registrations, held, day),
  };
});

export type ProviderView = NonNullable<Awaited<ReturnType<typeof findProvider>>>;

export type Succession = {
  id: string;
  kind: "renamed" | "merged" | "absorbed" | "split";
  on: string;
  later: boolean;
  slug: string;
  provider: boolean;
  name: Texts;
};

/** What this organisation came from and what came of it, as the register knows it, or knew it at a moment. */
export async function listSuccessions(id: string, moment: Moment | null = null): Promise<Succession[]> {
  const known = moment === null ? sql`upper_inf(s.recorded)` : sql`s.recorded @> ${moment}::timestamptz`;
  return await db.execute<Succession>(sql`
    select o.id, s.kind, lower(s.valid)::text as "on", s.predecessor_id = ${id}::uuid as later, o.slug, 'provider' = any (o.roles) as provider,
      ${nameOn(sql`o.id`, today(), moment)} as name
    from organisation_successions s
    join organisations o on o.id = case when s.predecessor_id = ${id}::uuid then s.successor_id else s.predecessor_id end
    where ${id}::uuid in (s.predecessor_id, s.successor_id) and ${known} order by lower(s.valid)`);
}

/** The first offerings of a provider that the public can see now, and how many there are. */
export async function listCatalogue(providerId: string, locale: string, limit: number): Promise<{ items: SearchItem[]; total: number }> {
  const day = today();
  const found = await db.execute<{ id: string; total: number }>(sql`
    select o.id, count(*) over ()::int as total from offerings o join versions v on v.id = o.current_version_id
    where o.provider_id = ${providerId} and o.visible @> ${now().toISOString()}::timestamptz
    order by lower(v.title), o.id limit ${limit}`);
  const ids = found.map(({ id }) => id);
  const records = new Map((await listRecords(db, ids, day)).map((record) => [record.id, record]));
  const query = parseSearchQuery({});
  return {
    total: found[0]?.total ?? 0,
    items: ids.flatMap((id) => {
      const record = records.get(id);
      if (!record) return [];
      const document = toOfferingDocument(record, day);
      return [toItem({ ...document, texts: document }, query, locale, { day })];
    }),
  };
}
