import { sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import type { Actor } from "@/lib/auth/permissions";
import type { Day } from "@/lib/days/days";
import { type NewEvent, recordEvents } from "@/lib/events/commands";
import { logOfferings, type Publication, type WrittenVersion } from "@/lib/public-log/commands";
import { versionFacts } from "@/lib/public-log/facts";
import { refreshVisibility } from "@/lib/visibility/commands";
import type { OfferingContent } from "./content";
import { factsOfVersion, slugFor, titleOf } from "./publication";
import { type SessionChange, writeSessions } from "./sessions/commands";

/** The mark of the state that somebody saw and confirmed, and the changed fields for which the authority looks at it again (field-rules.ts). */
type Confirmed = { shown: string; reopensReview: string[] };

/** What is to be written for one offering. The caller has decided; nothing here judges. */
export type OfferingChange = {
  offeringId: string;
  externalId: string;
  create: boolean;
  supersedes: { id: string; slug: string } | null;
  publish: { versionId: string; content: OfferingContent; number: number; confirmed?: Confirmed } | null;
  pending: OfferingContent | null;
  sessions: SessionChange[];
};

/** The day from which versions hold, and the moment of their publication where that is not now. */
export type PublishedOn = { day: Day; publishedAt: string | null };

/** What is published now holds from today on. */
export const asOf = (day: Day): PublishedOn => ({ day, publishedAt: null });

/** Writes many offerings of one provider in few statements, with their events, visibility and log, in the caller's transaction. */
export async function writeOfferings(
  tx: Transaction,
  actor: Actor,
  provider: { id: string; slug: string },
  changes: OfferingChange[],
  on: PublishedOn,
): Promise<void> {
  if (changes.length === 0) return;
  await insertOfferings(tx, provider.id, changes, on);
  await supersede(tx, changes);
  const publications = await publishVersions(tx, changes, on);
  await writePending(tx, actor, changes);
  await writeSessions(
    tx,
    changes.flatMap(({ offeringId, sessions }) => sessions.map((session) => ({ ...session, offeringId }))),
  );
  const published = changes.filter(({ publish }) => publish).map(({ offeringId }) => offeringId);
  const archived = changes.flatMap(({ supersedes }) => (supersedes ? [supersedes.id] : []));
  if (published.length + archived.length > 0) await refreshVisibility(tx, { offeringIds: [...published, ...archived] });
  await recordEvents(
    tx,
    actor,
    changes.flatMap((change) => eventsOf(change, provider.id)),
  );
  await logOfferings(
    tx,
    publications,
    archived.map((offeringId) => ({ offeringId, act: "supersession" })),
  );
}

async function insertOfferings(tx: Transaction, providerId: string, changes: OfferingChange[], on: PublishedOn): Promise<void> {
  const created = changes.filter(({ create }) => create);
  if (created.length === 0) return;
  const slugs = await freeSlugs(tx, created);
  const rows = created.map(({ offeringId, externalId, supersedes, publish }) => ({
    id: offeringId,
    slug: slugs.get(offeringId) ?? offeringId,
    // Two live offerings cannot hold one id: the successor gets it when its predecessor has given it up, in the next statement.
    external_id: supersedes ? `${externalId} ${offeringId}` : externalId,
    status: publish ? "published" : "draft",
    version: publish?.versionId ?? null,
  }));
  // The version that is named here follows in the same transaction; its foreign key is looked at when that commits.
  await tx.execute(sql`
    insert into offerings (id, slug, provider_id, external_id, status, current_version_id, first_published_at)
    select id, slug, ${providerId}::uuid, external_id, status, version, case when version is not null then ${momentOf(on)} end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, slug text, external_id text, status publication_status, version uuid)`);
}

/** An address out of the title; where it is taken, with some characters of the offering's own id. It stays for life. */
async function freeSlugs(tx: Transaction, created: OfferingChange[]): Promise<Map<string, string>> {
  const wanted = created.map(({ offeringId, publish, pending }) => {
    const content = publish?.content ?? pending;
    const slug = slugFor(content ? titleOf(content) : "");
    const id = offeringId.replaceAll("-", "");
    return { offeringId, candidates: [slug, `${slug}-${id.slice(0, 5)}`, `${slug}-${id.slice(0, 12)}`, `${slug}-${id}`] };
  });
  const candidates = JSON.stringify(wanted.flatMap((one) => one.candidates));
  const rows = await tx.execute<{ slug: string }>(
    sql`select slug from offerings where slug in (select jsonb_array_elements_text(${candidates}::jsonb))`,
  );
  const taken = new Set(rows.map(({ slug }) => slug));
  return new Map(
    wanted.map(({ offeringId, candidates }) => {
      const slug = candidates.find((candidate) => !taken.has(candidate)) ?? offeringId;
      taken.add(slug);
      return [offeringId, slug];
    }),
  );
}

async function supersede(tx: Transaction, changes: OfferingChange[]): Promise<void> {
  const superseding = changes.flatMap(({ offeringId, externalId, supersedes }) =>
    supersedes ? [{ old: supersedes.id, new: offeringId, external_id: externalId }] : [],
  );
  if (superseding.length === 0) return;
  const rows = sql`jsonb_to_recordset(${JSON.stringify(superseding)}::jsonb) as r(old uuid, new uuid, external_id text)`;
  await tx.execute(
    sql`update offerings o set status = 'archived', superseded_by_id = r.new, updated_at = now() from ${rows} where o.id = r.old`,
  );
  await tx.execute(sql`update offerings o set external_id = r.external_id from ${rows} where o.id = r.new`);
  await tx.execute(sql`delete from pending_versions p using ${rows} where p.offering_id = r.old`);
}

async function publishVersions(tx: Transaction, changes: OfferingChange[], on: PublishedOn): Promise<Publication[]> {
  const published = changes.flatMap(({ offeringId, publish }) => {
    if (!publish) return [];
    const { searchText, ...facts } = factsOfVersion(publish.content);
    return [
      {
        id: publish.versionId,
        offering_id: offeringId,
        number: publish.number,
        effective_from: on.day,
        content: publish.content,
        search_text: searchText,
        ...facts,
      },
    ];
  });
  if (published.length === 0) return [];
  const rows = await tx.execute<WrittenVersion>(sql`
    with written as (
    insert into versions (id, offering_id, number, effective_from, published_at, content, title, eqf, ects, hours, fields, modes, languages, quality, setting, completeness, search_text)
    select id, offering_id, number, effective_from, ${momentOf(on)}, content, title, eqf, ects, hours, fields, modes, languages, quality, setting, completeness, search_text
    from jsonb_to_recordset(${JSON.stringify(published)}::jsonb) as r(id uuid, offering_id uuid, number int, effective_from date, content jsonb, title text, eqf int,
      ects numeric, hours numeric, fields text[], modes text[], languages text[], quality text[], setting text, completeness int, search_text text)
    returning *) ${versionFacts({ from: sql`written` })}`);
  const texts = new Map(published.map(({ id, content, search_text }) => [id, { content, searchText: search_text }]));
  const written = rows.flatMap((row) => {
    const said = texts.get(row.version.id);
    return said ? [{ written: row, ...said }] : [];
  });

  const again = changes.flatMap(({ offeringId, create, publish }) =>
    publish && !create ? [{ id: offeringId, version: publish.versionId }] : [],
  );
  if (again.length === 0) return written;
  const live = sql`jsonb_to_recordset(${JSON.stringify(again)}::jsonb) as r(id uuid, version uuid)`;
  await tx.execute(sql`
    update offerings o set status = 'published', current_version_id = r.version, first_published_at = coalesce(o.first_published_at, ${momentOf(on)}),
      withdrawn_at = null, withdrawn_reason = null, updated_at = now()
    from ${live} where o.id = r.id`);
  await tx.execute(sql`delete from pending_versions p using ${live} where p.offering_id = r.id`);
  return written;
}

function momentOf({ publishedAt }: PublishedOn) {
  return sql`coalesce(${publishedAt}::timestamptz, now())`;
}

async function writePending(tx: Transaction, actor: Actor, changes: OfferingChange[]): Promise<void> {
  const pending = changes.flatMap(({ offeringId, pending: content }) => (content ? [{ offering_id: offeringId, content }] : []));
  if (pending.length === 0) return;
  await tx.execute(sql`
    insert into pending_versions (offering_id, content, updated_by)
    select offering_id, content, ${actor.id} from jsonb_to_recordset(${JSON.stringify(pending)}::jsonb) as r(offering_id uuid, content jsonb)
    on conflict (offering_id) do update set content = excluded.content, revision = pending_versions.revision + 1, updated_at = now(),
      updated_by = excluded.updated_by`);
}

function eventsOf({ offeringId, supersedes, publish, pending, sessions }: OfferingChange, organisationId: string): NewEvent[] {
  const of = { subject: "offering", subjectId: offeringId, organisationId } as const;
  const happened: NewEvent[] = [];
  if (supersedes)
    happened.push({
      type: "offering.superseded",
      subject: "offering",
      subjectId: supersedes.id,
      organisationId,
      after: { supersededBy: offeringId },
    });
  if (publish) {
    happened.push({
      type: "offering.published",
      ...of,
      before: publish.number > 1 ? { version: publish.number - 1 } : null,
      after: { version: publish.number, ...publish.confirmed },
    });
  }
  if (pending) happened.push({ type: "offering.drafted", ...of, after: { title: titleOf(pending) } });
  if (sessions.length > 0) {
    const before = sessions.flatMap((session) => session.before ?? []);
    happened.push({ type: "sessions.changed", ...of, before, after: sessions.map((session) => session.after) });
  }
  return happened;
}
