import "server-only";
import { createHash } from "node:crypto";
import { and, eq, or, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { type DecisionDraft, decisionDrafts, offerings, organisations } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { applied, factsIn } from "@/lib/decisions/history";
import { type Ordered, readOrder, type SentForm } from "@/lib/decisions/kinds/input";
import { changesFor, type Decided } from "@/lib/decisions/kinds/kinds";
import { listDecisions, type OverseenProvider, readState } from "@/lib/decisions/queries";
import { isId } from "@/lib/id";
import { canonical } from "@/lib/offerings/publication";
import { ok, type Result } from "@/lib/result";
import type { Texts } from "@/lib/texts/texts";
import {
  type DayOfChange,
  type DryOffering,
  daysOfChange,
  type SessionCounts,
  sessionsTouched,
  type TouchedOffering,
  touchedBy,
} from "./touched";

type Statuses = { published: number; draft: number; withdrawn: number; archived: number };

/** All that a decision touches, before it is signed. The fingerprint changes with anything of it. */
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
  fingerprint: string;
};

/** A draft of the authority's own about a provider that it answers for. */
export async function findDraft(
  actor: Actor,
  provider: OverseenProvider,
  id: string,
  database: Database = db,
): Promise<DecisionDraft | undefined> {
  if (!isId(id) || !may(actor, "decision.sign", { organisationId: provider.authority.id })) return undefined;
  const [row] = await database
    .select()
    .from(decisionDrafts)
    .where(
      and(eq(decisionDrafts.id, id), eq(decisionDrafts.organisationId, provider.id), eq(decisionDrafts.authorityId, provider.authority.id)),
    );
  return row;
}

/** What a form of the provider's orders, and what it comes to on a day with all that is known now. */
export async function readDecided(
  database: Database,
  provider: OverseenProvider,
  { id, form }: { id: string; form: SentForm },
  day: Day,
): Promise<Result<{ ordered: Ordered; decided: Decided; history: Awaited<ReturnType<typeof listDecisions>> }>> {
  const [offeringId, bodyId] = await Promise.all([findNamedOffering(database, provider.id, form), findNamedBody(database, form)]);
  const ordered = readOrder(form, { authorityId: provider.authority.id, offeringId, bodyId });
  if (!ordered.ok) return ordered;
  const [state, history] = [await readState(provider.id, database), await listDecisions(provider.id, database)];
  const decided = changesFor(ordered.value.order, { state, history, authorityId: provider.authority.id, day, newKey: id });
  return decided.ok ? ok({ ordered: ordered.value, decided: decided.value, history }) : decided;
}

/** By the end of its address, or by the provider's own id. */
async function findNamedOffering(database: Database, providerId: string, form: SentForm): Promise<string | null> {
  const named = form.offering?.[0]?.trim();
  if (!named) return null;
  const slug =
    named
      .replace(/[?#].*$/, "")
      .split("/")
      .filter(Boolean)
      .at(-1) ?? named;
  const [row] = await database
    .select({ id: offerings.id })
    .from(offerings)
    .where(and(eq(offerings.providerId, providerId), or(eq(offerings.slug, slug), eq(offerings.externalId, named))))
    .limit(1);
  return row?.id ?? null;
}

async function findNamedBody(database: Database, form: SentForm): Promise<string | null> {
  const slug = form.body?.[0]?.trim();
  if (!slug) return null;
  const accrediting = sql`${organisations.roles} && array['quality-agency', 'competent-authority']::organisation_role[]`;
  const [row] = await database
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.slug, slug), accrediting));
  return row?.id ?? null;
}

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
  const touched = touchedBy(published, before, after, day);
  const [sessions, links] = await Promise.all([
    listSessions(database, provider.id, day),
    countLinks(
      database,
      touched.filter(({ outcome }) => outcome === "leaves").map(({ offering }) => offering.offeringId),
    ),
  ]);
  const seen = {
    statuses,
    touched,
    days: daysOfChange(touched),
    sessions: sessionsTouched(touched, sessions, before, after, day),
    links,
    feeds,
  };
  return ok({ ordered, decided, ...seen, fingerprint: fingerprintOf({ day, ordered, decided, ...seen }) });
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

/** What offerings are called, for the scopes that name one. */
export async function titlesOfOfferings(database: Database, ids: string[]): Promise<Map<string, { slug: string; title: Texts }>> {
  if (ids.length === 0) return new Map();
  const rows = await database.execute<{ id: string; slug: string; title: Texts }>(sql`
    select o.id, o.slug, v.content->'title' as title from offerings o join versions v on v.id = o.current_version_id
    where o.id in (select (jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))::uuid)`);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
