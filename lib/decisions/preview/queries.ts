import "server-only";
import { inArray, sql } from "drizzle-orm";
import { db } from "@/db";
import { accreditations, type Texts } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { type Day, startOfDay } from "@/lib/days/days";
import type { DryOffering } from "@/lib/decisions/dry-run/touched";
import { overseenBy } from "@/lib/decisions/overview/queries";
import { factsOf, knownAt } from "@/lib/visibility/queries";
import { type PreviewedOffering, previewOf, type Turn, turnsUntil } from "./preview";

type Provider = { id: string; slug: string; name: Texts };
export type PreviewTurn = Turn & { provider: Provider };
export type PreviewRow = PreviewedOffering & { provider: Provider };
export type Preview = { turns: PreviewTurn[]; rows: PreviewRow[]; visible: { now: number; later: number } };

/**
 * The register and the catalogue of an authority's providers on a day to come, beside today. Only providers of which something turns until then
 * are looked at; how many offerings are seen stands with the offerings themselves.
 */
export async function findPreview(actor: Actor, on: Day): Promise<Preview> {
  const none = { turns: [], rows: [], visible: { now: 0, later: 0 } };
  const authorityId = actor.organisationId;
  if (!authorityId || !may(actor, "decision.read", { organisationId: authorityId })) return none;
  const [authority] = await db.execute<{ slug: string }>(sql`select slug from organisations where id = ${authorityId}::uuid`);
  if (!authority) return none;
  const day = today();
  const overseen = overseenBy(authorityId, authority.slug);
  const at = (moment: Day) => sql`to_timestamp(${startOfDay(moment, country.timeZone) + 12 * 3600})`;
  const [providers, [visible]] = await Promise.all([
    db.execute<Provider & { nuts: string | null }>(sql`
      select o.id, o.slug, o.nuts, n.name from organisations o
      cross join lateral (select name from known_names where organisation_id = o.id order by valid @> ${day}::date desc, lower(valid) desc nulls last limit 1) n
      where ${overseen} and o.id in (${turning(day, on)}) order by o.slug`),
    db.execute<{ now: number; later: number }>(sql`
      select count(*) filter (where f.visible @> ${at(day)})::int as now, count(*) filter (where f.visible @> ${at(on)})::int as later
      from offerings f join organisations o on o.id = f.provider_id where ${overseen}`),
  ]);
  const ids = providers.map(({ id }) => id);
  const [facts, offerings, titles] = await Promise.all([factsOf(db, ids), listOfferings(ids), titlesOf(ids)]);
  const preview: Preview = { ...none, visible: visible ?? none.visible, turns: [], rows: [] };
  for (const { nuts, ...provider } of providers) {
    const known = facts.get(provider.id);
    if (!known) continue;
    const held = known.accreditations.map((one) => ({ ...one, title: titles.get(one.key) ?? {} }));
    preview.turns.push(...turnsUntil({ ...known, accreditations: held }, day, on).map((turn) => ({ ...turn, provider })));
    const theirs = (offerings.get(provider.id) ?? []).map((offering) => ({ ...offering, nuts }));
    preview.rows.push(...previewOf(theirs, known, day, on).map((row) => ({ ...row, provider })));
  }
  preview.turns.sort((a, b) => a.on.localeCompare(b.on));
  return preview;
}

/** Providers of which anything that is known now begins, ends or takes effect after a day and up to another. */
function turning(day: Day, on: Day) {
  const within = (value: ReturnType<typeof sql>) => sql`(${value} > ${day}::date and ${value} <= ${on}::date)`;
  const edges = sql`upper_inf(recorded) and (${within(sql`lower(valid)`)} or ${within(sql`upper(valid)`)}`;
  return sql`select provider_id from registrations where ${edges})
    union select organisation_id from accreditations where ${edges} or ${within(sql`effect_on + 1`)} or ${within(sql`effect_on`)})
    union select organisation_id from restrictions where ${edges} or ${within(sql`effect_on + 1`)} or ${within(sql`effect_on`)})
    union select f.provider_id from offerings f join versions v on v.id = f.current_version_id where f.status = 'published' and ${within(sql`v.effective_from`)}`;
}

async function listOfferings(providerIds: string[]): Promise<Map<string, Omit<DryOffering, "nuts">[]>> {
  if (providerIds.length === 0) return new Map();
  const rows = await db.execute<Omit<DryOffering, "nuts"> & { providerId: string }>(sql`
    select o.id as "offeringId", o.provider_id as "providerId", o.slug, v.content->'title' as title, v.content->>'originalLanguage' as original, v.eqf,
      v.content->'fields' as fields, v.setting, v.effective_from::text as "effectiveFrom"
    from offerings o join versions v on v.id = o.current_version_id
    where o.provider_id in (select (jsonb_array_elements_text(${JSON.stringify(providerIds)}::jsonb))::uuid) and o.status = 'published' order by o.slug`);
  return Map.groupBy(rows, ({ providerId }) => providerId);
}

async function titlesOf(providerIds: string[]): Promise<Map<string, Texts>> {
  if (providerIds.length === 0) return new Map();
  const rows = await db
    .select({ key: accreditations.key, title: accreditations.title })
    .from(accreditations)
    .where(sql`${inArray(accreditations.organisationId, providerIds)} and ${knownAt(accreditations.recorded, null)}`);
  return new Map(rows.map(({ key, title }) => [key, title]));
}
