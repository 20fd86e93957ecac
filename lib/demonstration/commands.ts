import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { events, organisations } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { country, findPlace } from "@/lib/country/country";
import type { DemonstrationOrganisation } from "./input";
import { type Ids, writeNames, writePast } from "./past/commands";

export async function markDemonstrationDone(actor: Actor): Promise<void> {
  await db
    .insert(events)
    .values({ type: "demonstration.done", subject: "instance", subjectId: crypto.randomUUID(), actor: actor.id, indexedAt: new Date() });
}

/** Registers the invented organisations with their past, all in one transaction. */
export async function loadOrganisations(actor: Actor, all: DemonstrationOrganisation[]): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .insert(events)
      .values({ type: "demonstration.begun", subject: "instance", subjectId: crypto.randomUUID(), actor: actor.id, indexedAt: new Date() });
    const ids: Ids = new Map();
    for (const one of all) ids.set(one.slug, await insertOrganisation(tx, one));
    for (const one of all) await writePast(tx, actor, one, ids);
  });
}

async function insertOrganisation(tx: Transaction, one: DemonstrationOrganisation): Promise<string> {
  const place = findPlace(one.address.town);
  const [row] = await tx
    .insert(organisations)
    .values({
      slug: one.slug,
      roles: one.roles,
      providerType: one.type ?? null,
      description: one.description,
      homepage: one.homepage,
      email: one.email,
      phone: one.phone ?? null,
      ...one.address,
      country: country.country,
      nuts: place?.nuts ?? null,
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
    })
    .returning({ id: organisations.id });
  if (!row) throw new Error(`${one.slug} was not written`);
  const organisationId = row.id;
  await writeNames(tx, one, organisationId);
  return organisationId;
}

/** An authority has checked some of what providers declare, so that "verified" stands beside "declared": every third level and credits. */
export async function verifySome(): Promise<void> {
  await db.execute(sql`
    insert into verifications (offering_id, version_number, field, value, verified_by_id, verified_on, evidence_url)
    select o.id, v.number, f.field::verified_field, case f.field when 'level' then v.eqf::text else v.ects::text end, r.authority_id,
      v.effective_from - 20, a.homepage || '/verifications/' || o.slug || '/' || f.field
    from offerings o
    join versions v on v.id = o.current_version_id
    join lateral (select authority_id from registrations where provider_id = o.provider_id and upper_inf(recorded) limit 1) r on true
    join organisations a on a.id = r.authority_id
    cross join (values ('level'), ('credits')) f(field)
    where hashtext(o.slug) % 3 = 0 and (f.field = 'level' or v.ects is not null)
    on conflict do nothing`);
}
