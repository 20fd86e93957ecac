import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import type { Texts } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { overseenBy } from "@/lib/decisions/overview/queries";
import { type OfferingContent, offeringContent } from "@/lib/offerings/content";
import { saysOrIsCalled } from "@/lib/providers/names/queries";
import type { Flag } from "./flags";
import { type MonitoringFilter, type MonitoringQuery, monitoringPerPage } from "./input";

export type MonitoredRow = {
  id: string;
  slug: string;
  title: Texts;
  original: string;
  provider: Texts;
  seen: number;
  number: number;
  publishedAt: Date;
  changed: string[];
  reopensReview: number;
  risk: number;
  flags: string[];
};

export type MonitoredPage = { rows: MonitoredRow[]; total: number; pages: number; page: number };

const named = (id: string) => sql`(select k.name from known_names k where k.organisation_id = ${sql.raw(id)}
  order by k.valid @> ${today()}::date desc, lower(k.valid) desc nulls last limit 1)`;
const openFlags = (rest = sql``) =>
  sql`from monitoring_flags g where g.offering_id = f.id and g.gone_at is null and g.dismissed_at is null ${rest}`;
const unseen = sql`v.number > coalesce(m.acknowledged_number, 0)`;
const sharedWith = (authorityId: string) =>
  sql`exists (select from monitoring_notes s where s.offering_id = f.id and s.shared_with_id = ${authorityId}::uuid)`;

/** What an authority may look at: the offerings of the providers it answers for, and what another authority has shared with it. */
async function scopeOf(actor: Actor, database: Database = db): Promise<{ own: SQL; all: SQL; authorityId: string } | undefined> {
  const authorityId = actor.organisationId;
  if (!authorityId || !may(actor, "monitoring.read", { organisationId: authorityId })) return undefined;
  const [authority] = await database.execute<{ slug: string }>(sql`select slug from organisations where id = ${authorityId}::uuid`);
  if (!authority) return undefined;
  const own = sql`(${overseenBy(authorityId, authority.slug)})`;
  return { own, all: sql`(${own} or ${sharedWith(authorityId)})`, authorityId };
}

const from = sql`from offerings f join versions v on v.id = f.current_version_id join organisations o on o.id = f.provider_id
  left join monitored m on m.offering_id = f.id`;

function condition(what: MonitoringFilter, authorityId: string): SQL {
  const conditions: Record<MonitoringFilter, SQL> = {
    all: sql`(${unseen} or exists (select ${openFlags()}) or ${sharedWith(authorityId)})`,
    review: sql`${unseen} and m.reopens_review > 0`,
    flagged: sql`exists (select ${openFlags()})`,
    new: sql`coalesce(m.acknowledged_number, 0) = 0`,
    shared: sharedWith(authorityId),
    seen: sql`not ${unseen}`,
  };
  return conditions[what];
}

/** The queue, what is most at risk first. */
export async function listMonitored(actor: Actor, query: MonitoringQuery): Promise<MonitoredPage> {
  const scope = await scopeOf(actor);
  if (!scope) return { rows: [], total: 0, pages: 1, page: 1 };
  const says = saysOrIsCalled(sql`v.title || ' ' || f.slug`, (called) => sql`o.id in (${called})`, query.q);
  const flagged = query.flag === "" ? [] : [sql`exists (select ${openFlags(sql`and g.kind = ${query.flag}`)})`];
  const where = sql.join([sql`f.status = 'published'`, scope.all, condition(query.what, scope.authorityId), ...flagged, says], sql` and `);
  const [counted] = await db.execute<{ total: number }>(sql`select count(*)::int as total ${from} where ${where}`);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / monitoringPerPage));
  const page = Math.min(query.page, pages);
  const order = sql`order by m.risk desc nulls first, v.published_at, f.slug`;
  // Which they are is found first, so that what a row tells is asked of those alone that are shown.
  const shown = sql`select f.id ${from} where ${where} ${order} limit ${monitoringPerPage} offset ${(page - 1) * monitoringPerPage}`;
  const rows = await db.execute<Omit<MonitoredRow, "publishedAt"> & { publishedAt: string }>(sql`
    select f.id, f.slug, v.content->'title' as title, v.content->>'originalLanguage' as original, ${named("o.id")} as provider,
      coalesce(m.acknowledged_number, 0) as seen, v.number, v.published_at as "publishedAt", coalesce(m.changed, '{}') as changed,
      coalesce(m.reopens_review, 0) as "reopensReview", coalesce(m.risk, 0) as risk,
      array(select g.kind ${openFlags()} order by g.kind) as flags
    ${from} where f.id in (${shown}) ${order}`);
  return { rows: rows.map((row) => ({ ...row, publishedAt: new Date(row.publishedAt) })), total, pages, page };
}

export type MonitoredFlag = Flag & { id: string; foundAt: Date; dismissedReason: string | null };
export type MonitoredNote = { text: string; writtenAt: Date; by: Texts; sharedWith: Texts | null };

export type MonitoredOffering = {
  id: string;
  slug: string;
  providerId: string;
  providerSlug: string;
  provider: Texts;
  /** Whether the authority answers for the provider; where not, it was shared and can be read only. */
  own: boolean;
  seen: number;
  number: number;
  was: OfferingContent | null;
  now: OfferingContent;
  flags: MonitoredFlag[];
  notes: MonitoredNote[];
};

type Found = Pick<MonitoredOffering, "id" | "slug" | "providerId" | "providerSlug" | "provider" | "own" | "seen" | "number">;

/** One offering with what it was and is; for authorities without a part in it there is none. */
export async function findMonitored(actor: Actor, slug: string, database: Database = db): Promise<MonitoredOffering | undefined> {
  const scope = await scopeOf(actor, database);
  if (!scope) return undefined;
  const [row] = await database.execute<Found & { was: unknown; now: unknown }>(sql`
    select f.id, f.slug, o.id as "providerId", o.slug as "providerSlug", ${named("o.id")} as provider, ${scope.own} as own,
      coalesce(m.acknowledged_number, 0) as seen, v.number, v.content as now,
      (select w.content from versions w where w.offering_id = f.id and w.number = m.acknowledged_number) as was
    ${from} where f.slug = ${slug} and f.status <> 'draft' and ${scope.all}`);
  if (!row) return undefined;
  const [flags, notes] = await Promise.all([
    database.execute<MonitoredFlag & { foundAt: string }>(sql`
      select id, kind, values, found_at as "foundAt", dismissed_reason as "dismissedReason" from monitoring_flags
      where offering_id = ${row.id}::uuid and gone_at is null order by dismissed_at is not null, kind`),
    database.execute<MonitoredNote & { writtenAt: string }>(sql`
      select n.text, n.written_at as "writtenAt", ${named("n.authority_id")} as by,
        case when n.shared_with_id is not null then ${named("n.shared_with_id")} end as "sharedWith"
      from monitoring_notes n where n.offering_id = ${row.id}::uuid and (${row.own} or n.shared_with_id = ${scope.authorityId}::uuid)
      order by n.written_at`),
  ]);
  return {
    ...row,
    was: row.was ? offeringContent.parse(row.was) : null,
    now: offeringContent.parse(row.now),
    flags: flags.map((flag) => ({ ...flag, foundAt: new Date(flag.foundAt) })),
    notes: notes.map((note) => ({ ...note, writtenAt: new Date(note.writtenAt) })),
  };
}

/** The other authorities that something can be shared with. */
export async function listOtherAuthorities(actor: Actor): Promise<{ slug: string; name: Texts }[]> {
  if (!actor.organisationId || !may(actor, "monitoring.act", { organisationId: actor.organisationId })) return [];
  return await db.execute<{ slug: string; name: Texts }>(sql`select o.slug, ${named("o.id")} as name from organisations o
    where 'competent-authority' = any (o.roles) and o.id <> ${actor.organisationId}::uuid order by o.slug`);
}
