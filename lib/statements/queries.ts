import "server-only";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { events, organisations } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import type { Day } from "@/lib/days/days";
import { type CatalogueStatements, offeringContent } from "@/lib/offerings/content";
import { type Doer, findDoers } from "@/lib/offerings/history/queries";
import type { Found } from "./effect";
import { isStatedField, readStatements, type Stance, type StatedField, statedFields } from "./statements";

/** A stance in SQL; `c` is the document, `field` names the statement. */
export function stanceIn(c: SQL, field: SQL): SQL<Stance> {
  return sql<Stance>`case when ${c}->'statedForCatalogue' ? ${field} then 'takes'
    when coalesce(nullif(${c}->${field}, 'null'), '[]') in ('[]', '{}', '""') then 'silent' else 'own' end`;
}

export type StatementUse = Record<Stance, number> & {
  /** Of those that take it, how many still say what was stated before. */
  outdated: number;
};

/** What one's organisation states for its whole catalogue. */
export async function findStatements(actor: Actor, database: Database = db): Promise<CatalogueStatements | undefined> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "catalogue.read", { organisationId })) return undefined;
  const [row] = await database
    .select({ statements: organisations.statements, roles: organisations.roles })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return row?.roles.includes("provider") ? readStatements(row.statements) : undefined;
}

/** What documents say beside what can be stated once for all of them. */
const unstatedFields = Object.keys(offeringContent.shape).filter((field) => !isStatedField(field) && field !== "statedForCatalogue");

/**
 * How the offerings of one's organisation that are not archived stand to each statement, in their next state where there is one. Most say
 * the same of what can be stated for all: equal ones are looked at once.
 */
export async function countUses(actor: Actor): Promise<Map<StatedField, StatementUse>> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "catalogue.read", { organisationId })) return new Map();
  const fields = JSON.stringify(statedFields);
  const counted = (which: SQL) => sql`coalesce(sum(offerings) filter (where ${which}), 0)::int`;
  const rows = await db.execute<{ field: StatedField } & StatementUse>(sql`
    with own as materialized (
      select coalesce(p.content, v.content) - ${sql.param(unstatedFields)}::text[] as c, g.statements
      from offerings o join organisations g on g.id = o.provider_id
      left join versions v on v.id = o.current_version_id left join pending_versions p on p.offering_id = o.id
      where o.provider_id = ${organisationId}::uuid and o.status <> 'archived'
    ), alike as materialized (
      select c, statements, count(*) as offerings from own where c is not null group by c, statements
    ), each as (
      select f.field, offerings, ${stanceIn(sql`c`, sql`f.field`)} as stance, c->f.field is distinct from statements->f.field as differs
      from alike, jsonb_array_elements_text(${fields}::jsonb) f(field)
    )
    select field, ${counted(sql`stance = 'takes'`)} as takes, ${counted(sql`stance = 'own'`)} as own, ${counted(sql`stance = 'silent'`)} as silent,
      ${counted(sql`stance = 'takes' and differs`)} as outdated
    from each group by field`);
  return new Map(rows.map(({ field, ...use }) => [field, use]));
}

type Row = Omit<Found, "live" | "pending"> & { number: number | null; live: unknown; pending: unknown; publishOn: Day | null };

/** The offerings that a change of these statements can touch: those that take one of them, and those that say nothing in its place. */
export async function listTouchable(database: Database, providerId: string, fields: readonly StatedField[]): Promise<Found[]> {
  const rows = await database.execute<Row>(sql`
    with own as materialized (
      select o.id, o.slug, o.external_id, o.status, v.number, v.content as live, p.content as pending, p.publish_on,
        coalesce(p.content, v.content) || '{}' as c
      from offerings o left join versions v on v.id = o.current_version_id left join pending_versions p on p.offering_id = o.id
      where o.provider_id = ${providerId}::uuid and o.status <> 'archived'
    )
    select id, slug, external_id as "externalId", status, number, live, pending, publish_on::text as "publishOn" from own
    where exists (select from jsonb_array_elements_text(${JSON.stringify(fields)}::jsonb) f(field)
      where ${stanceIn(sql`c`, sql`f.field`)} <> 'own') order by id`);
  return rows.map(({ number, live, pending, publishOn, ...row }) => ({
    ...row,
    live: live && number !== null ? { content: offeringContent.parse(live), number } : null,
    pending: pending ? { content: offeringContent.parse(pending), publishOn } : null,
  }));
}

export type StatementsChanged = { id: number; at: Date; by: Doer; before: CatalogueStatements; after: CatalogueStatements };

const mostShown = 50;

/** What was stated when and by whom, the latest first. */
export async function listStatementsChanged(actor: Actor): Promise<StatementsChanged[]> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "catalogue.read", { organisationId })) return [];
  const rows = await db
    .select({ id: events.id, at: events.happenedAt, actor: events.actor, before: events.before, after: events.after })
    .from(events)
    .where(and(eq(events.subjectId, organisationId), eq(events.type, "catalogue.stated")))
    .orderBy(desc(events.id))
    .limit(mostShown);
  const doers = await findDoers(rows.map((row) => row.actor));
  return rows.map(({ actor: id, before, after, ...row }) => ({
    ...row,
    by: doers.get(id) ?? { kind: "gone", name: "" },
    before: readStatements(before),
    after: readStatements(after),
  }));
}
