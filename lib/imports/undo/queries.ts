import { sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import type { RecordedAfter, RecordedBefore } from "@/lib/imports/recorded";

/**
 * An offering `o` as one text that differs whenever anybody changed it: its publication, its draft, its runs. Every write of a draft or
 * run leaves a new moment, so nothing needs to be compared word by word.
 */
export const stateOf = sql`concat_ws('|', o.status, o.current_version_id, o.superseded_by_id, extract(epoch from o.withdrawn_at),
  coalesce((select concat_ws(' ', p.revision, extract(epoch from p.updated_at), p.publish_on) from pending_versions p where p.offering_id = o.id), '-'),
  (select concat_ws(' ', count(*), extract(epoch from max(s.updated_at))) from sessions s where s.offering_id = o.id))`;

/** People answered or asked about it in the meantime: that is never thrown away. */
const isReferredTo = sql`(exists (select from feedback_links f where f.offering_id = o.id) or exists (select from peer_reviews f where f.offering_id = o.id)
  or exists (select from feedback_answers f where f.offering_id = o.id) or exists (select from verifications f where f.offering_id = o.id)
  or exists (select from accreditations f where f.offering_id = o.id))`;

/** Nothing but the import made it what it is. */
const isAsLeft = sql`(o.id is not null and c.after->>'state' = ${stateOf} and (c.before is not null or not ${isReferredTo})
  and not exists (select from feedback_links f where f.session_id in (select (jsonb_array_elements_text(c.after->'added'))::uuid)))`;

export type UndoCounts = { created: number; drafts: number; updated: number; changedSince: number; undone: number };

/** What an undo would do, or has done: how many offerings in each way. */
export async function countUndo(importId: string): Promise<UndoCounts> {
  const [row] = await db.execute<UndoCounts>(sql`
    select count(*) filter (where left_so and before is null and published)::int as created,
      count(*) filter (where left_so and before is null and not published)::int as drafts,
      count(*) filter (where left_so and before is not null)::int as updated,
      count(*) filter (where undone_at is null and not left_so)::int as "changedSince", count(*) filter (where undone_at is not null)::int as undone
    from (select c.before, c.undone_at, c.after->>'versionId' is not null as published, c.undone_at is null and not c.after ? 'kept' and ${isAsLeft} as left_so
      from import_changes c left join offerings o on o.id = c.offering_id where c.import_id = ${importId}) as change`);
  return row ?? { created: 0, drafts: 0, updated: 0, changedSince: 0, undone: 0 };
}

export type ChangedSince = { id: string; slug: string; externalId: string; title: string };

/** Offerings that somebody changed since the import: an undo leaves them alone. */
export async function listChangedSince(importId: string, limit: number): Promise<ChangedSince[]> {
  return await db.execute<ChangedSince>(sql`
    select o.id, o.slug, o.external_id as "externalId", coalesce(v.title, (select t.value from jsonb_each_text(p.content->'title') t limit 1), o.external_id) as title
    from import_changes c join offerings o on o.id = c.offering_id left join versions v on v.id = o.current_version_id
    left join pending_versions p on p.offering_id = o.id
    where c.import_id = ${importId} and c.undone_at is null and (c.after ? 'kept' or not ${isAsLeft}) order by o.external_id limit ${limit}`);
}

export type UndoRecord = {
  offeringId: string;
  slug: string;
  externalId: string;
  before: RecordedBefore | null;
  after: RecordedAfter;
  /** Nobody changed it since. */
  asLeft: boolean;
  /** The number of the version that is public now. */
  number: number | null;
  /** The content that was public before. */
  content: unknown;
};

/** The next changes that are still to be undone, with their offerings locked against everybody else. */
export async function nextUndo(database: Database, importId: string, limit: number): Promise<UndoRecord[]> {
  await database.execute(sql`
    select o.id from offerings o where o.id in (select c.offering_id from import_changes c where c.import_id = ${importId} and c.undone_at is null
      and not c.after ? 'kept' order by c.offering_id limit ${limit}) order by o.id for update`);
  return await database.execute<UndoRecord>(sql`
    select c.offering_id as "offeringId", o.slug, o.external_id as "externalId", c.before, c.after, ${isAsLeft} as "asLeft", now_in_force.number, was.content
    from import_changes c left join offerings o on o.id = c.offering_id
    left join versions now_in_force on now_in_force.id = o.current_version_id left join versions was on was.id = (c.before->>'versionId')::uuid
    where c.import_id = ${importId} and c.undone_at is null and not c.after ? 'kept' order by c.offering_id limit ${limit}`);
}
