import { type SQL, sql } from "drizzle-orm";
import { identifiedSupervisions } from "@/lib/catalogue/document";
import type { Moment } from "@/lib/catalogue/filters";
import type { SearchQuery } from "@/lib/catalogue/query";
import { country } from "@/lib/country/country";
import type { Acceptance } from "@/lib/recognition/acceptance";
import { noSynonyms, toTsquery } from "@/lib/synonyms/synonym";

export function from(): SQL {
  return sql`from offerings o join versions v on v.id = o.current_version_id join organisations p on p.id = o.provider_id`;
}

/**
 * What all parts of a search look at, found once: the runs of the day, and which offerings have the words. Computing the runs takes most of a
 * search's time, and is left out where nothing refers to them.
 */
export function withCommon(query: SearchQuery, moment: Moment): SQL {
  const near = query.near ? sql`exists (select from unnest(cairn_spots(places)) spot where ${isNear(moment)})` : sql`null::boolean`;
  const regions = query.region.length > 0 ? sql`cairn_regions(places)` : sql`null::text[]`;
  const words = wordsOf(query, moment);
  const worded = words
    ? sql`, worded as materialized (select o.id ${from()} where o.status = 'published' and ${wordsCondition(words)})`
    : sql``;
  return sql`with runs as materialized (select *, ${near} as is_near, ${regions} as regions from current_runs(${moment.day}::date))${worded}`;
}

/**
 * How far away the nearest place of an offering that fits is, null without one: as a number that grows with `distanceInKm`, half a chord squared,
 * to the middle of a spot as `pointOf` says it. Found once for all offerings, as with `among`.
 */
export function distanceOf(id: SQL, query: SearchQuery, moment: Moment): SQL {
  if (!moment.near) return sql`null::float8`;
  const { latitude, longitude } = moment.near.point;
  const here = sql`radians(${latitude}::float8)`;
  const there = sql`radians((spot / 36000) * 0.01 + 0.005 - 90)`;
  const across = sql`radians((spot % 36000) * 0.01 + 0.005 - 180 - ${longitude}::float8)`;
  const chord = sql`sin((${there} - ${here}) / 2) ^ 2 + cos(${here}) * cos(${there}) * sin(${across} / 2) ^ 2`;
  const nearest = sql`select r.offering_id, min(${chord}) as far from runs r cross join unnest(cairn_spots(r.places)) spot
    where ${isNear(moment)} and ${runCondition(query, moment)} group by r.offering_id`;
  return sql`((select jsonb_object_agg(offering_id, far) from (${nearest}) found) ->> ${id}::text)::float8`;
}

/**
 * Whether an id is among those of a question, which is asked once. Nobody can foresee how many it finds among so many conditions: joined to it,
 * a plan that expects one row asks again for each of thousands, which took more than 24 minutes in a national set.
 */
export function among(id: SQL, found: SQL): SQL {
  return sql`(${id} in (select unnest(array_agg(found.id)) from (${found}) as found(id))) is true`;
}

/** A list of codes of an offering's content. */
export const codes = (name: string) => sql`array(select jsonb_array_elements_text(v.content -> ${name}))`;
export const priorLearning = sql`array_remove(array[v.content ->> 'validation'], null)`;
const array = (values: string[]) => sql`${sql.param(values)}::text[]`;
const all = (parts: SQL[]) => sql.join([sql`true`, ...parts], sql` and `);
export const list = (values: (string | number)[]) =>
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
  if (wordsOf(query, moment)) parts.push(among(sql`o.id`, sql`select id from worded`));
  return all(parts);
}

function wordsOf(query: SearchQuery, moment: Moment): SQL | undefined {
  const words = toTsquery(query.q, moment.synonyms ?? noSynonyms);
  return words === "" ? undefined : sql`to_tsquery('simple', cairn_fold(${words}))`;
}

/** In its own words, or in these together with those for the skills that it teaches, whatever language they are in. */
function wordsCondition(asked: SQL): SQL {
  return sql`(v.search @@ ${asked} or cairn_taught(v.content) <> '[]' and v.search || cairn_skill_search(cairn_taught(v.content)) @@ ${asked})`;
}

/** Whether a title, in any of its languages, has all the words that are asked; undefined where none are. */
export function titled(query: SearchQuery, moment: Moment): SQL | undefined {
  const words = wordsOf(query, moment);
  return words && sql`(to_tsvector('simple', cairn_fold((v.content -> 'title')::text)) @@ ${words})`;
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
  if (query.region.length > 0) parts.push(sql`r.regions && ${array(query.region)}`);
  if (query.near) parts.push(query.orOnline ? sql`(r.is_near or 'online' = any(r.modes))` : sql`r.is_near`);
  if (query.startFrom) parts.push(sql`r.starts_on >= ${query.startFrom}::date`);
  if (query.startTo) parts.push(sql`r.starts_on <= ${query.startTo}::date`);
  if (query.open) parts.push(sql`r.opens_on <= ${moment.day}::date and r.closes_on >= ${moment.day}::date`);
  if (query.priceMax !== undefined) parts.push(sql`r.price <= ${query.priceMax}`);
  if (query.free) parts.push(sql`r.price = 0`);
  return all(parts);
}

/** Whether `spot` lies within the radius. */
export function isNear({ near }: Moment): SQL {
  if (!near) return sql`false`;
  const within = `{${near.spots.map(({ from, to }) => `[${from},${to}]`).join(",")}}`;
  return sql`${within}::int4multirange @> spot`;
}
