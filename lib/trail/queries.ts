import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import type { Actor } from "@/lib/auth/permissions";
import { findOversight, type Oversight } from "@/lib/authorities/queries";
import { country } from "@/lib/country/country";
import { addDays } from "@/lib/days/days";
import type { EventType } from "@/lib/events/commands";
import { problemsWithTrail, type TrailFilter } from "./input";
import { type TrailGroup, type TrailPlace, trailGroups, trailPerPage, typesIn } from "./trail";
import { findDecision, findRecords } from "./which/queries";
import { findActors, findOrganisations } from "./who/queries";

export type TrailEvent = TrailPlace & {
  type: string;
  subject: string;
  subjectId: string;
  organisationId: string | null;
  actor: string;
  actorRole: string | null;
  actorOrganisationId: string | null;
  before: unknown;
  after: unknown;
};

/** `isMore`: more people, records or organisations fit the words than are looked at. */
export type TrailPage = { rows: TrailEvent[]; older: TrailPlace | null; isMore: boolean };

const ids = (values: string[], type: "uuid" | "text") => sql`any (${sql.param(values)}::${sql.raw(type)}[])`;

/** What an authority's people are shown: what was done by it, in it, or by and in what it answers for, and what people of these did with their accounts. */
function within({ all, organisations }: Oversight): SQL {
  if (all) return sql`true`;
  const own = ids(organisations, "uuid");
  return sql`(e.organisation_id = ${own} or e.actor_organisation_id = ${own}
    or (e.subject = 'person' and e.organisation_id is null and e.actor_organisation_id is null
      and e.subject_id in (select m.person_id from memberships m where m.organisation_id = ${own})))`;
}

/** The filter as conditions on `events e`; what words stand for is looked up first, so that the trail itself is read by its indexes. */
async function narrowed(filter: TrailFilter): Promise<{ conditions: SQL[]; isMore: boolean }> {
  const { person, record, subject, organisation, type, from, to } = filter;
  const [who, which, decision, where] = await Promise.all([
    person ? findActors(person) : undefined,
    record ? findRecords(subject as "offering" | "", record) : undefined,
    record && (subject === "" || subject === "organisation") ? findDecision(record) : undefined,
    organisation ? findOrganisations(organisation) : undefined,
  ]);
  const conditions: SQL[] = [];
  if (who) {
    const persons = who.ids.flatMap((id) => (id.startsWith("person:") ? [id.slice("person:".length)] : []));
    conditions.push(sql`(e.actor = ${ids(who.ids, "text")} or (e.subject = 'person' and e.subject_id = ${ids(persons, "uuid")}))`);
  }
  if (which)
    conditions.push(
      decision
        ? sql`(e.subject_id = ${ids(which.ids, "uuid")} or (e.type = 'organisation.decided' and e.after->>'decision' = ${decision}))`
        : sql`e.subject_id = ${ids(which.ids, "uuid")}`,
    );
  if (where) conditions.push(sql`(e.organisation_id = ${ids(where.ids, "uuid")} or e.actor_organisation_id = ${ids(where.ids, "uuid")})`);
  if (subject) conditions.push(sql`e.subject = ${subject}`);
  if (type) conditions.push(sql`e.type = ${ids(typesOf(type), "text")}`);
  const dayStarts = (day: string) => sql`(${day}::date::timestamp at time zone ${country.timeZone})`;
  if (from) conditions.push(sql`e.happened_at >= ${dayStarts(from)}`);
  if (to) conditions.push(sql`e.happened_at < ${dayStarts(addDays(to, 1))}`);
  return { conditions, isMore: [who, which, where].some((found) => found?.isMore) };
}

function typesOf(type: string): string[] {
  return trailGroups.some((group) => group === type) ? typesIn(type as TrailGroup) : [type as EventType];
}

function select(conditions: SQL[], place: TrailPlace | null, limit: number) {
  const older = place ? [sql`(e.happened_at, e.id) < (${place.at}::timestamptz, ${place.id})`] : [];
  return db.execute<TrailEvent>(sql`
    select e.id::float8 as id, to_char(e.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.type, e.subject,
      e.subject_id as "subjectId", e.organisation_id as "organisationId", e.actor, e.actor_role as "actorRole",
      e.actor_organisation_id as "actorOrganisationId", e.before, e.after
    from events e where ${sql.join([...conditions, ...older], sql` and `)}
    order by e.happened_at desc, e.id desc limit ${limit}`);
}

/** A page of the trail, the newest first, from a place on. Undefined for whoever has no trail. */
export async function listTrail(actor: Actor, filter: TrailFilter, place: TrailPlace | null): Promise<TrailPage | undefined> {
  const oversight = await findOversight(actor, "trail.read");
  if (!oversight) return undefined;
  if (problemsWithTrail(filter).length > 0) return { rows: [], older: null, isMore: false };
  const { conditions, isMore } = await narrowed(filter);
  const rows = await select([within(oversight), ...conditions], place, trailPerPage + 1);
  const shown = rows.slice(0, trailPerPage);
  const last = shown.at(-1);
  return { rows: shown, older: rows.length > trailPerPage && last ? { at: last.at, id: last.id } : null, isMore };
}

/** All that a filter shows, page by page: what is written meanwhile stands above the first page and is not in it. */
export async function* readTrail(oversight: Oversight, filter: TrailFilter, pageSize = 1000): AsyncGenerator<TrailEvent[]> {
  const { conditions } = await narrowed(filter);
  let place: TrailPlace | null = null;
  for (;;) {
    const rows: TrailEvent[] = await select([within(oversight), ...conditions], place, pageSize);
    if (rows.length > 0) yield rows;
    if (rows.length < pageSize) return;
    place = rows.at(-1) ?? null;
  }
}
