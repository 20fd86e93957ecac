import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { identifiedSupervisions, toOfferingDocument } from "@/lib/catalogue/document";
import { type FacetName, facets, usualFacets } from "@/lib/catalogue/facets";
import { type Moment, sessionFilters } from "@/lib/catalogue/filters";
import { toItem } from "@/lib/catalogue/item";
import { listRecords } from "@/lib/catalogue/queries";
import type { SearchQuery } from "@/lib/catalogue/query";
import { emptyFacets, type Facets, placeOf, type SearchResult } from "@/lib/catalogue/result";
import { country } from "@/lib/country/country";
import type { Acceptance } from "@/lib/recognition/acceptance";
import { noSynonyms, toTsquery } from "@/lib/synonyms/synonym";

/** The same search by SQL: while the engine is away, and as the truth that tests compare the engine with. */
export async function searchDatabase(
  query: SearchQuery,
  locale: string,
  perPage: number,
  moment: Moment,
  counted = usualFacets,
): Promise<SearchResult> {
  const [found, facets] = await Promise.all([pageOf(query, perPage, moment), countFacets(db, query, moment, counted)]);
  const ids = found.map(({ id }) => id);
  const total = found[0]?.total ?? (query.page > 1 ? await countAll(db, query, moment) : 0);
  const records = new Map((await listRecords(db, ids, moment.day)).map((record) => [record.id, record]));
  return {
    total,
    page: query.page,
    pages: Math.ceil(total / perPage),
    perPage,
    items: ids.flatMap((id) => {
      const record = records.get(id);
      if (!record) return [];
      const document = toOfferingDocument(record, moment.day);
      return [toItem({ ...document, texts: document }, query, locale, moment)];
    }),
    facets,
    source: "database",
    place: placeOf(query, moment),
  };
}

async function pageOf(query: SearchQuery, perPage: number, moment: Moment) {
  return await db.execute<{ id: string; total: number }>(sql`
    ${withRuns(moment)} select o.id, count(*) over ()::int as total ${from()} where ${conditions(query, moment)}
    order by ${orderOf(query, moment)}, o.id limit ${perPage} offset ${(query.page - 1) * perPage}`);
}

/** How many offerings match. */
export async function countAll(database: Database, query: SearchQuery, moment: Moment): Promise<number> {
  const [row] = await database.execute<{ total: number }>(
    sql`${withRuns(moment)} select count(*)::int as total ${from()} where ${conditions(query, moment)}`,
  );
  return row?.total ?? 0;
}

/** Offerings by value for each facet, which ignores its own selection. In one statement: all look at the same runs of the day. */
export async function countFacets(database: Database, query: SearchQuery, moment: Moment, counted = usualFacets): Promise<Facets> {
  const found = emptyFacets();
  if (counted.length === 0) return found;
  const counts = counted.map(
    (name) => sql`select ${name}::text as name, value, total from (${counting(name, facets[name].without(query), moment)}) counted`,
  );
  const rows = await database.execute<{ name: FacetName; value: string; total: number }>(
    sql`${withRuns(moment)} ${sql.join(counts, sql` union all `)}`,
  );
  for (const { name, value, total } of rows) {
    if (name === "open" || name === "free") found[name].true = total;
    else found[name][value] = total;
  }
  return found;
}

/** Computing them takes most of a search's time, and is left out where nothing refers to them. */
export function withRuns(moment: Moment): SQL {
  return sql`with runs as materialized (select * from current_runs(${moment.day}::date))`;
}

function counting(name: FacetName, query: SearchQuery, moment: Moment): SQL {
  const values: Partial<Record<FacetName, SQL>> = {
    eqf: sql`array[v.eqf::text]`,
    field: sql`v.fields`,
    qa: sql`v.quality`,
    provider: sql`array[p.slug]`,
    providerType: sql`array_remove(array[p.provider_type], null)`,
    assessment: codes("assessment"),
    funding: codes("funding"),
    target: codes("targetGroups"),
    access: codes("accessProvisions"),
    priorLearning: priorLearning,
    credential: codes("credential"),
    skill: sql`array(select distinct jsonb_array_elements_text(cairn_taught(v.content)))`,
  };
  const value = values[name];
  if (value) {
    return sql`select value, count(*)::int as total ${from()} cross join unnest(${value}) as value where ${conditions(query, moment)} group by value`;
  }
  const ofRun = {
    mode: sql`cross join unnest(r.modes) as value where true`,
    lang: sql`cross join unnest(r.languages) as value where true`,
    open: sql`cross join (values ('true')) as x(value) where ${runCondition({ ...query, open: true }, moment)}`,
    free: sql`cross join (values ('true')) as x(value) where ${runCondition({ ...query, free: true }, moment)}`,
    schedule: sql`cross join lateral (select r.schedule as value) of_run where r.schedule is not null`,
    region: sql`cross join unnest(cairn_regions(r.places)) as value where value in (${list(Object.keys(country.regions))})`,
  }[name as "mode" | "lang" | "open" | "free" | "schedule" | "region"];
  return sql`select value, count(distinct r.offering_id)::int as total
    from runs r ${ofRun} and ${runCondition(query, moment)}
    and r.offering_id in (select o.id ${from()} where ${offeringCondition(query, moment)}) group by value`;
}

export function from(): SQL {
  return sql`from offerings o join versions v on v.id = o.current_version_id join organisations p on p.id = o.provider_id`;
}

function conditions(query: SearchQuery, moment: Moment): SQL {
  const session = sessionFilters(query).size > 0;
  const runs = sql`o.id in (select r.offering_id from runs r where ${runCondition(query, moment)})`;
  return session ? sql`${offeringCondition(query, moment)} and ${runs}` : offeringCondition(query, moment);
}

/** A list of codes of an offering's content. */
const codes = (name: string) => sql`array(select jsonb_array_elements_text(v.content -> ${name}))`;
const priorLearning = sql`array_remove(array[v.content ->> 'validation'], null)`;
const array = (values: string[]) => sql`${sql.param(values)}::text[]`;
const all = (parts: SQL[]) => sql.join([sql`true`, ...parts], sql` and `);
const list = (values: (string | number)[]) =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

export function offeringCondition(query: SearchQuery, moment: Moment): SQL {
  const parts = [sql`o.status = 'published'`, sql`o.visible @> to_timestamp(${moment.seconds})`];
  if (query.eqf.length > 0) parts.push(sql`v.eqf in (${list(query.eqf.map(Number))})`);
  if (query.field.length > 0) parts.push(sql`v.fields && array[${list(query.field)}]::text[]`);
  if (query.qa.length > 0) parts.push(sql`v.quality && array[${list(query.qa)}]::text[]`);
  if (query.provider.length > 0) parts.push(sql`p.slug in (${list(query.provider)})`);
  if (query.ectsMin !== undefined) parts.push(sql`v.ects >= ${query.ectsMin}`);
  if (query.ectsMax !== undefined) parts.push(sql`v.ects <= ${query.ectsMax}`);
  if (query.providerType.length > 0) parts.push(sql`p.provider_type in (${list(query.providerType)})`);
  if (query.assessment.length > 0) parts.push(sql`${codes("assessment")} && ${array(query.assessment)}`);
  if (query.funding.length > 0) parts.push(sql`${codes("funding")} && ${array(query.funding)}`);
  if (query.target.length > 0) parts.push(sql`${codes("targetGroups")} && ${array(query.target)}`);
  if (query.access.length > 0) parts.push(sql`${codes("accessProvisions")} && ${array(query.access)}`);
  if (query.priorLearning.length > 0) parts.push(sql`${priorLearning} && ${array(query.priorLearning)}`);
  if (query.credential.length > 0) parts.push(sql`${codes("credential")} && ${array(query.credential)}`);
  if (query.topic.length > 0)
    parts.push(sql`exists (select from jsonb_each(v.content -> 'keywords') k, jsonb_array_elements_text(k.value) word
      where lower(trim(word)) = any(${array(query.topic)}))`);
  if (query.skill.length > 0) parts.push(sql`cairn_taught(v.content) ?| ${array(query.skill)}`);
  if (query.stackable) parts.push(sql`v.content ->> 'stacking' = 'stackable'`);
  if (query.hoursMax !== undefined)
    parts.push(sql`coalesce(v.hours, v.ects * ${country.hoursPerEcts.from}::numeric) <= ${query.hoursMax}::numeric`);
  if (query.acceptedBy) parts.push(acceptedCondition(moment.accepted));
  const words = toTsquery(query.q, moment.synonyms ?? noSynonyms);
  if (words !== "") parts.push(wordsCondition(sql`to_tsquery('simple', cairn_fold(${words}))`));
  return all(parts);
}

/** In its own words, or in these together with those for the skills that it teaches, whatever language they are in. */
function wordsCondition(asked: SQL): SQL {
  return sql`(v.search @@ ${asked} or cairn_taught(v.content) <> '[]' and v.search || cairn_skill_search(cairn_taught(v.content)) @@ ${asked})`;
}

/** The same as filters.ts asks of the engine. */
function acceptedCondition(accepted: Acceptance | undefined): SQL {
  if (!accepted) return sql`false`;
  const { providers, standards, fields, eqfMin, eqfMax, identified } = accepted;
  const parts: SQL[] = [];
  if (providers) parts.push(sql`p.slug = any(${array(providers)})`);
  if (standards.length > 0) parts.push(sql`v.quality && ${array(standards)}`);
  if (fields.length > 0) parts.push(sql`v.fields && ${array(fields)}`);
  if (eqfMin !== undefined) parts.push(sql`v.eqf >= ${eqfMin}`);
  if (eqfMax !== undefined) parts.push(sql`v.eqf <= ${eqfMax}`);
  if (identified) parts.push(sql`v.content ->> 'supervision' = any(${array(identifiedSupervisions)})`);
  return all(parts);
}

export function runCondition(query: SearchQuery, moment: Moment): SQL {
  const parts: SQL[] = [];
  if (query.mode.length > 0) parts.push(sql`r.modes && array[${list(query.mode)}]::text[]`);
  if (query.lang.length > 0) parts.push(sql`r.languages && array[${list(query.lang)}]::text[]`);
  if (query.schedule.length > 0) parts.push(sql`r.schedule in (${list(query.schedule)})`);
  if (query.region.length > 0) parts.push(sql`cairn_regions(r.places) && ${array(query.region)}`);
  if (query.near) parts.push(nearCondition(moment));
  if (query.startFrom) parts.push(sql`r.starts_on >= ${query.startFrom}::date`);
  if (query.startTo) parts.push(sql`r.starts_on <= ${query.startTo}::date`);
  if (query.open) parts.push(sql`r.opens_on <= ${moment.day}::date and r.closes_on >= ${moment.day}::date`);
  if (query.priceMax !== undefined) parts.push(sql`r.price <= ${query.priceMax}`);
  if (query.free) parts.push(sql`r.price = 0`);
  return all(parts);
}

function nearCondition(moment: Moment): SQL {
  return sql`exists (select from unnest(cairn_spots(r.places)) spot where ${isNear(moment)})`;
}

/** Whether `spot` lies within the radius. */
export function isNear({ near }: Moment): SQL {
  if (!near) return sql`false`;
  const within = `{${near.spots.map(({ from, to }) => `[${from},${to}]`).join(",")}}`;
  return sql`${within}::int4multirange @> spot`;
}

/** The engine's orders (plan.ts), as far as SQL knows them: by words, what has more of them first. */
function orderOf(query: SearchQuery, moment: Moment): SQL {
  const next = sql`(select min(s.starts_on) from sessions s where s.offering_id = o.id and s.cancelled_on is null and s.starts_on >= ${moment.day}::date)`;
  const price = sql`(select min(sp.amount) from sessions s join session_prices sp on sp.session_id = s.id and sp.learner_group = 'everyone'
    where s.offering_id = o.id and s.cancelled_on is null)`;
  switch (query.sort ?? (query.q ? "relevance" : "start")) {
    case "ects":
      return sql`v.ects asc nulls last`;
    case "price":
      return sql`${price} asc nulls last`;
    case "newest":
      return sql`o.first_published_at desc`;
    case "relevance":
      return sql`v.completeness desc`;
    default:
      return sql`${next} asc nulls last`;
  }
}
