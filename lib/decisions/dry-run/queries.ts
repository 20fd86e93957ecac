import "server-only";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import type { Change } from "@/lib/decisions/decision";
import { readDecided } from "@/lib/decisions/drafts/queries";
import { type Renaming, renamingOf } from "@/lib/decisions/facts/renaming";
import { applied, factsIn, type RegisterState } from "@/lib/decisions/history";
import type { Ordered } from "@/lib/decisions/kinds/input";
import type { Decided } from "@/lib/decisions/kinds/kinds";
import type { SentForm } from "@/lib/decisions/kinds/words";
import type { OverseenProvider } from "@/lib/decisions/queries";
import { readState } from "@/lib/decisions/rows/queries";
import { canonical } from "@/lib/offerings/publication";
import { nameOn } from "@/lib/providers/names/queries";
import { ok, type Result } from "@/lib/result";
import type { Texts } from "@/lib/texts/texts";
import {
  type DayOfChange,
  type DryOffering,
  daysOfChange,
  happens,
  type SessionCounts,
  sessionsTouched,
  type TouchedOffering,
  touchedBy,
} from "./touched";

type Statuses = { published: number; draft: number; withdrawn: number; archived: number };

/** All that a decision touches, before it is signed. */
export type DryRun = {
  ordered: Ordered;
  decided: Decided;
  statuses: Statuses;
  touched: TouchedOffering[];
  days: DayOfChange[];
  sessions: SessionCounts;
  /** Part-of links that lead to offerings which leave, from other pages and from pages of other providers. */
  links: { inward: number; foreign: number };
  feeds: number;
  /** In how many lists the touched offerings stand, in how many of those of guidance services, and how many people follow them by mail. */
  kept: { lists: number; ofServices: number; followers: number };
  /** Of accreditations and successors, by their keys. */
  titles: Map<string, Texts>;
  /** What readers will see it called in place of what they see now, and from when. */
  name: Renaming | null;
  /** Of all the above but what people keep: whoever puts something into a list must not hold up a signature. */
  fingerprint: string;
};

/** Everything that a decision would touch: the same rule as for pages, asked of what is known now and of what would be known then. */
export async function dryRun(
  database: Database,
  provider: OverseenProvider,
  draft: { id: string; form: SentForm },
  day = today(),
): Promise<Result<DryRun>> {
  const read = await readDecided(database, provider, draft, day);
  if (!read.ok) return read;
  const { ordered, decided } = read.value;
  const state = await readState(provider.id, database);
  const [before, after] = [state, applied(state, provider.authority.id, decided.changes)].map(factsIn);
  if (!before || !after) throw new Error("Two states were asked for");
  const [published, statuses, feeds] = await Promise.all([
    listPublished(database, provider),
    countStatuses(database, provider.id),
    countFeeds(database, provider.id),
  ]);
  const name = renamingOf(state, decided.changes, provider.name, day);
  const touched = touchedBy(published, before, after, day);
  const idsOf = (some: TouchedOffering[]) => some.map(({ offering }) => offering.offeringId);
  const [sessions, links, kept] = await Promise.all([
    listSessions(database, provider.id, day),
    countLinks(database, idsOf(touched.filter((one) => happens(one, "leaves")))),
    countKept(database, provider.id, idsOf(touched), day),
  ]);
  const seen = {
    statuses,
    touched,
    days: daysOfChange(touched),
    sessions: sessionsTouched(touched, sessions, before, after, day),
    links,
    feeds,
  };
  const titles = new Map([...titlesIn(state), ...(await namesOfSuccessors(database, decided.changes, day))]);
  return ok({ ordered, decided, ...seen, kept, titles, name, fingerprint: fingerprintOf({ day, ordered, decided, name, ...seen }) });
}

function fingerprintOf(shown: unknown): string {
  return createHash("sha256").update(canonical(shown)).digest("base64url");
}

async function listPublished(database: Database, { id, nuts }: OverseenProvider): Promise<DryOffering[]> {
  const rows = await database.execute<Omit<DryOffering, "nuts">>(sql`
    select o.id as "offeringId", o.slug, v.content->'title' as title, v.content->>'originalLanguage' as original, v.eqf,
      v.content->'fields' as fields, v.setting, v.effective_from::text as "effectiveFrom"
    from offerings o join versions v on v.id = o.current_version_id
    where o.provider_id = ${id}::uuid and o.status = 'published' order by o.slug`);
  return rows.map((row) => ({ ...row, nuts }));
}

async function countStatuses(database: Database, providerId: string): Promise<Statuses> {
  const rows = await database.execute<{ status: keyof Statuses; count: number }>(sql`
    select status, count(*)::int as count from offerings where provider_id = ${providerId}::uuid group by status`);
  return { published: 0, draft: 0, withdrawn: 0, archived: 0, ...Object.fromEntries(rows.map(({ status, count }) => [status, count])) };
}

async function countFeeds(database: Database, providerId: string): Promise<number> {
  const [row] = await database.execute<{ count: number }>(sql`
    select count(*)::int as count from harvest_sources where provider_id = ${providerId}::uuid and removed_at is null`);
  return row?.count ?? 0;
}

type SessionRow = { offeringId: string; startsOn: Day | null; endsOn: Day | null; cancelledOn: Day | null; enrolling: boolean };

async function listSessions(database: Database, providerId: string, day: Day): Promise<SessionRow[]> {
  const rows = await database.execute<SessionRow>(sql`
    select s.offering_id as "offeringId", s.starts_on::text as "startsOn", s.ends_on::text as "endsOn", s.cancelled_on::text as "cancelledOn",
      exists (select from enrolment_windows w where w.session_id = s.id and coalesce(w.opens_on, '-infinity') <= ${day}::date
        and coalesce(w.closes_on, 'infinity') >= ${day}::date) as enrolling
    from sessions s join offerings o on o.id = s.offering_id
    where o.provider_id = ${providerId}::uuid and o.status = 'published' and s.cancelled_on is null
      and coalesce(s.ends_on, s.starts_on, 'infinity'::date) >= ${day}::date`);
  return [...rows];
}

/** Offerings that say they are part of one that leaves: their pages go on naming it, and it has a notice. */
async function countLinks(database: Database, offeringIds: string[]): Promise<DryRun["links"]> {
  if (offeringIds.length === 0) return { inward: 0, foreign: 0 };
  const [row] = await database.execute<DryRun["links"]>(sql`
    with gone as (
      select o.id, o.provider_id, p.slug || ':' || o.external_id as reference from offerings o join organisations p on p.id = o.provider_id
      where o.id in (select (jsonb_array_elements_text(${JSON.stringify(offeringIds)}::jsonb))::uuid)
    )
    select count(distinct o.id)::int as inward, count(distinct o.id) filter (where o.provider_id not in (select provider_id from gone))::int as foreign
    from versions v join offerings o on o.current_version_id = v.id
    where v.content->'stacksInto' ?| (select array_agg(reference) from gone) and o.status = 'published' and o.id not in (select id from gone)`);
  return row ?? { inward: 0, foreign: 0 };
}

/** Numbers alone: whose lists they are is nobody's business here. */
async function countKept(database: Database, providerId: string, offeringIds: string[], day: Day): Promise<DryRun["kept"]> {
  if (offeringIds.length === 0) return { lists: 0, ofServices: 0, followers: 0 };
  const [row] = await database.execute<DryRun["kept"]>(sql`
    with touched as (select (jsonb_array_elements_text(${JSON.stringify(offeringIds)}::jsonb))::uuid as id),
    holding as (
      select l.id, l.organisation_id from lists l where (l.organisation_id is not null or l.expires_on >= ${day}::date)
        and exists (select from list_items i join touched t on t.id = i.offering_id where i.list_id = l.id)
    )
    select (select count(*)::int from holding) as lists, (select count(*)::int from holding where organisation_id is not null) as "ofServices",
      (select count(distinct f.email)::int from follows f where f.confirmed_at is not null
        and (f.provider_id = ${providerId}::uuid or f.offering_id in (select id from touched))) as followers`);
  return row ?? { lists: 0, ofServices: 0, followers: 0 };
}

function titlesIn(state: RegisterState): Map<string, Texts> {
  const said = [...state.values()].flat().flatMap(({ change }) => (change.of === "accreditation" && change.holds ? [change] : []));
  return new Map(said.map(({ key, holds }) => [key, holds?.title ?? {}]));
}

async function namesOfSuccessors(database: Database, changes: Change[], day: Day): Promise<[string, Texts][]> {
  const ids = changes.flatMap((change) => (change.of === "succession" ? [change.key] : []));
  if (ids.length === 0) return [];
  const rows = await database.execute<{ id: string; name: Texts | null }>(sql`
    select o.id, ${nameOn(sql`o.id`, day)} as name from organisations o where o.id in (select (jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))::uuid)`);
  return rows.map(({ id, name }) => [id, name ?? {}]);
}

/** The dry run of a draft, as things are at this moment. */
export async function runDraft(provider: OverseenProvider, draft: { id: string; form: SentForm }): Promise<Result<DryRun>> {
  return await dryRun(db, provider, draft);
}
