import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { toOfferingDocument } from "@/lib/catalogue/document";
import { type FacetName, facets, usualFacets } from "@/lib/catalogue/facets";
import { type Moment, sessionFilters } from "@/lib/catalogue/filters";
import { toItem } from "@/lib/catalogue/item";
import { pagesTogether } from "@/lib/catalogue/pages-together";
import { listRecords } from "@/lib/catalogue/queries";
import type { SearchQuery } from "@/lib/catalogue/query";
import { emptyFacets, type Facets, placeOf, type SearchResult } from "@/lib/catalogue/result";
import { country } from "@/lib/country/country";
import { noSynonyms } from "@/lib/synonyms/synonym";
import { among, codes, distanceOf, from, list, offeringCondition, priorLearning, runCondition, titled, withCommon } from "./conditions";

/** The same search by SQL: while the engine is away, and as the truth that tests compare the engine with. */
export async function searchDatabase(
  query: SearchQuery,
  locale: string,
  perPage: number,
  moment: Moment,
  counted = usualFacets,
): Promise<SearchResult> {
  const together = pagesTogether(query, perPage);
  const asked = { ...query, page: together.page };
  const [found, facets] = await Promise.all([pageOf(asked, together.perPage, moment), countFacets(db, query, moment, counted)]);
  const ids = found.map(({ id }) => id);
  const total = found[0]?.total ?? (asked.page > 1 ? await countAll(db, query, moment) : 0);
  const records = new Map((await listRecords(db, ids, moment.day)).map((record) => [record.id, record]));
  const hits = ids.flatMap((id) => {
    const record = records.get(id);
    if (!record) return [];
    const document = toOfferingDocument(record, moment.day);
    return [{ ...document, texts: document }];
  });
  return {
    total,
    page: query.page,
    pages: Math.ceil(total / perPage),
    perPage,
    items: together.pageOf(hits, moment.synonyms ?? noSynonyms).map((hit) => toItem(hit, query, locale, moment)),
    facets,
    source: "database",
    place: placeOf(query, moment),
  };
}

async function pageOf(query: SearchQuery, perPage: number, moment: Moment) {
  return await db.execute<{ id: string; total: number }>(sql`
    ${withCommon(query, moment)} select o.id, count(*) over ()::int as total ${from()} where ${conditions(query, moment)}
    order by ${orderOf(query, moment)}, o.id limit ${perPage} offset ${(query.page - 1) * perPage}`);
}

/** How many offerings match. */
export async function countAll(database: Database, query: SearchQuery, moment: Moment): Promise<number> {
  const [row] = await database.execute<{ total: number }>(
    sql`${withCommon(query, moment)} select count(*)::int as total ${from()} where ${conditions(query, moment)}`,
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
    sql`${withCommon(query, moment)} ${sql.join(counts, sql` union all `)}`,
  );
  for (const { name, value, total } of rows) {
    if (name === "open" || name === "free") found[name].true = total;
    else found[name][value] = total;
  }
  return found;
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
    and ${among(sql`r.offering_id`, sql`select o.id ${from()} where ${offeringCondition(query, moment)}`)} group by value`;
}

function conditions(query: SearchQuery, moment: Moment): SQL {
  const session = sessionFilters(query).size > 0;
  const runs = among(sql`o.id`, sql`select distinct r.offering_id from runs r where ${runCondition(query, moment)}`);
  return session ? sql`${offeringCondition(query, moment)} and ${runs}` : offeringCondition(query, moment);
}

/**
 * The engine's orders (plan.ts), as far as SQL knows them. Words by whether a title has them all, then as without any; that of distance
 * by the nearest place that fits, and what has none, as it is online, last.
 */
function orderOf(query: SearchQuery, moment: Moment): SQL {
  const next = sql`(select min(s.starts_on) from sessions s where s.offering_id = o.id and s.cancelled_on is null and s.starts_on >= ${moment.day}::date)`;
  const price = sql`(select min(sp.amount) from sessions s join session_prices sp on sp.session_id = s.id and sp.learner_group = 'everyone'
    where s.offering_id = o.id and s.cancelled_on is null)`;
  const words = titled(query, moment);
  const best = sql`${words ? sql`${words} desc,` : sql``} ${isOpen(moment)} desc, ${next} asc nulls last, v.completeness desc`;
  switch (query.sort) {
    case "ects":
      return sql`v.ects asc nulls last`;
    case "price":
      return sql`${price} asc nulls last`;
    case "newest":
      return sql`o.first_published_at desc`;
    case "start":
      return sql`${next} asc nulls last`;
    case "distance":
      return sql`${distanceOf(sql`o.id`, query, moment)} asc nulls last, ${best}`;
    default:
      return best;
  }
}

/** Whether one can enrol today: as document.ts says it of an offering. */
function isOpen({ day }: Moment): SQL {
  return sql`exists (select from sessions s join enrolment_windows w on w.session_id = s.id
    where s.offering_id = o.id and s.cancelled_on is null and coalesce(s.ends_on, s.starts_on, 'infinity') >= ${day}::date
      and s.seats_left is distinct from 0 and coalesce(w.opens_on, '-infinity') <= ${day}::date
      and coalesce(w.closes_on, s.starts_on, 'infinity') >= ${day}::date)`;
}
