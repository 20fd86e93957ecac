import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import type { Texts } from "@/db/schema";
import { auditNumber } from "@/lib/audits/number";
import { today } from "@/lib/clock";
import { caseNumber } from "@/lib/reports/report";
import { recordKey, type TrailActor, type TrailNames, type TrailRecord } from "@/lib/trail/named";
import type { TrailEvent } from "@/lib/trail/queries";

const named = (id: SQL) => sql`(select n.name from known_names n where n.organisation_id = ${id}
  order by n.valid @> ${today()}::date desc, lower(n.valid) desc nulls last limit 1)`;

/** Names for a page of events, a question for each kind. */
export async function nameTrail(rows: readonly TrailEvent[]): Promise<TrailNames> {
  const about = (...subjects: string[]) => rows.flatMap((row) => (subjects.includes(row.subject) ? [row.subjectId] : []));
  const acting = (kind: string) => rows.flatMap(({ actor }) => (actor.startsWith(`${kind}:`) ? [actor.slice(kind.length + 1)] : []));
  const owners = rows.flatMap(({ organisationId, actorOrganisationId }) => [organisationId ?? [], actorOrganisationId ?? []].flat());
  const [organisations, offerings, people, plain] = await Promise.all([
    listOrganisations([...owners, ...about("organisation", "policy", "trail")]),
    listOfferings(about("offering", "monitoring", "feedback"), about("review")),
    listPeople([...acting("person"), ...about("person")]),
    listPlain({
      applications: about("application"),
      reports: about("report"),
      criteria: about("criteria"),
      imports: about("import"),
      harvest: [...acting("harvest"), ...about("harvest")],
      keys: [...acting("key"), ...about("key")],
      invitations: about("invitation"),
      synonyms: about("synonyms"),
      terms: about("term"),
      audits: about("audit"),
      plans: about("audit-plan"),
      quality: about("quality"),
      jurisdictions: about("jurisdiction"),
    }),
  ]);
  const plainly = (kind: string, id: string) => plain.get(`${kind} ${id}`);
  const actors = new Map(
    rows.map(({ actor }): [string, TrailActor] => {
      const [kind, id] = [actor.split(":", 1)[0] ?? "", actor.slice(actor.indexOf(":") + 1)];
      const person = kind === "person" ? people.get(id) : undefined;
      if (person) return [actor, { kind: "person", ...person }];
      const machine = kind === "key" || kind === "harvest" ? plainly(kind, id) : undefined;
      if (machine) return [actor, { kind: kind as "key" | "harvest", name: machine, email: null }];
      return [actor, { kind: kind === "operator" ? "operator" : "gone", name: kind === "operator" ? id : "", email: null }];
    }),
  );
  const records = new Map(
    rows.flatMap((row): [string, TrailRecord][] => {
      const { subject, subjectId: id } = row;
      const found = recordOf(subject, id, { organisations, offerings, people, plainly });
      return found ? [[recordKey(row), found]] : [];
    }),
  );
  return { actors, organisations, records };
}

type Known = {
  organisations: TrailNames["organisations"];
  offerings: Map<string, { name: Texts | string; slug: string; isPublic: boolean }>;
  people: Map<string, { name: string; email: string }>;
  plainly: (kind: string, id: string) => string | undefined;
};

function recordOf(subject: string, id: string, { organisations, offerings, people, plainly }: Known): TrailRecord | undefined {
  const organisation = organisations.get(id);
  if (organisation) return { name: organisation.name, path: null };
  const offering = offerings.get(id);
  if (offering) return { name: offering.name, path: offering.isPublic ? `offerings/${offering.slug}` : null };
  const person = people.get(id);
  if (subject === "person") return person && { name: person.name || person.email, path: null };
  const name = plainly(subject, id);
  if (name === undefined) return undefined;
  const path: Record<string, string> = {
    application: `oversight/applications/${id}`,
    audit: `oversight/audits/${name}`,
    "audit-plan": `oversight/audits/plans/${name}`,
    criteria: `oversight/criteria/${id}`,
    report: `oversight/reports/${name}`,
  };
  const number: Record<string, (number: number) => string> = { report: caseNumber, audit: auditNumber };
  return { name: number[subject]?.(Number(name)) ?? name, path: path[subject] ?? null };
}

const list = (ids: readonly string[]) => sql`any (${sql.param([...new Set(ids)])}::uuid[])`;

async function listOrganisations(ids: readonly string[]): Promise<TrailNames["organisations"]> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ id: string; slug: string; name: Texts | null }>(
    sql`select o.id, o.slug, ${named(sql`o.id`)} as name from organisations o where o.id = ${list(ids)}`,
  );
  return new Map(rows.map(({ id, slug, name }) => [id, { slug, name: name ?? { en: slug } }]));
}

/** Offerings by their own id, and by the id of a review of them. */
async function listOfferings(ids: readonly string[], reviews: readonly string[]): Promise<Known["offerings"]> {
  if (ids.length + reviews.length === 0) return new Map();
  const rows = await db.execute<{ id: string; slug: string; name: Texts | null; isPublic: boolean }>(sql`
    with asked as (select id, id as "of" from offerings where id = ${list(ids)}
      union select r.id, r.offering_id from peer_reviews r where r.id = ${list(reviews)})
    select a.id, f.slug, coalesce(v.content->'title', w.content->'title') as name, v.id is not null as "isPublic"
    from asked a join offerings f on f.id = a.of left join versions v on v.id = f.current_version_id
    left join pending_versions w on w.offering_id = f.id`);
  return new Map(rows.map(({ id, slug, name, isPublic }) => [id, { slug, name: name ?? slug, isPublic }]));
}

async function listPeople(ids: readonly string[]): Promise<Known["people"]> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ id: string; name: string; email: string }>(
    sql`select id, name, email from people where id = ${list(ids)}`,
  );
  return new Map(rows.map(({ id, name, email }) => [id, { name: name || email, email }]));
}

type Asked = Record<
  | "applications"
  | "reports"
  | "criteria"
  | "imports"
  | "harvest"
  | "keys"
  | "invitations"
  | "synonyms"
  | "terms"
  | "jurisdictions"
  | "audits"
  | "plans"
  | "quality",
  string[]
>;

/** What has one plain name, by kind and id. */
async function listPlain({
  applications,
  reports,
  criteria,
  imports,
  harvest,
  keys,
  invitations,
  synonyms,
  terms,
  jurisdictions,
  audits,
  plans,
  quality,
}: Asked): Promise<Map<string, string>> {
  const rows = await db.execute<{ kind: string; id: string; name: string }>(sql`
    select 'application' as kind, a.id, coalesce((select min(n.value) from jsonb_each_text(a.content#>'{identity,names}') n where n.value <> ''), p.name) as name
      from applications a join people p on p.id = a.applicant_id where a.id = ${list(applications)}
    union all select 'report', id, number::text from reports where id = ${list(reports)}
    union all select 'criteria', id, number::text from criteria_sets where id = ${list(criteria)}
    union all select 'import', id, file_name from imports where id = ${list(imports)}
    union all select 'harvest', id, name from harvest_sources where id = ${list(harvest)}
    union all select 'key', id, name from api_keys where id = ${list(keys)}
    union all select 'jurisdiction', id, code from jurisdiction_changes where id = ${list(jurisdictions)}
    union all select 'audit', id, number::text from audit_cases where id = ${list(audits)}
    union all select 'audit-plan', id, slug from audit_plans where id = ${list(plans)}
    union all select 'quality', id, file_name from quality_imports where id = ${list(quality)}
    union all select 'quality', key, local_identifier from quality_reports where key = ${list(quality)} and upper_inf(recorded)
    union all select 'synonyms', id, array_to_string(words, ', ') from search_synonyms where id = ${list(synonyms)}
    union all select 'term', id, code from vocabulary_terms where id = ${list(terms)}
    union all select 'invitation', id, email from invitations where id = ${list(invitations)}`);
  return new Map(rows.map(({ kind, id, name }) => [`${kind} ${id}`, name]));
}
