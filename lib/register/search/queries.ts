import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { providerStanding } from "@/lib/accreditations/accreditation";
import { country } from "@/lib/country/country";
import type { Locale } from "@/lib/i18n/locales";
import { nameOn } from "@/lib/providers/names/queries";
import { endOfDay } from "@/lib/register/moment";
import type { Clocks } from "@/lib/register/question";
import { factsOf } from "@/lib/visibility/queries";
import { type At, countsOf, everyFilter, withRegister } from "./conditions";
import { type FacetName, facetNames, type RegisterQuery } from "./query";
import { type ListedOrganisation, pageSize, type RegisterFacets, type RegisterResult } from "./result";

type Row = Omit<ListedOrganisation, "standing" | "accreditations">;

type Found = { rows: Row[]; counts: { name: FacetName; value: string; total: number }[]; total: number };

/** What a search of the register finds, page by page, with how many each other choice would find: one look for both. */
export async function searchRegister(query: RegisterQuery, locale: Locale): Promise<RegisterResult> {
  const at = atOf(query);
  const [found] = await db.execute<Found>(sql`${withRegister(query, at)} select
    (select coalesce(json_agg(p), '[]') from (${pageOf(query, at, locale)}) p) as rows,
    (select coalesce(json_agg(c), '[]') from (${countsOf()}) c) as counts,
    (select count(*)::int from listed l where ${everyFilter}) as total`);
  const { rows, counts, total } = found ?? { rows: [], counts: [], total: 0 };
  const facets = Object.fromEntries(facetNames.map((name) => [name, {}])) as RegisterFacets;
  for (const one of counts) facets[one.name][one.value] = one.total;
  return { total, page: query.page, pages: Math.ceil(total / pageSize), items: await withStanding(rows, at), facets };
}

/** Organisations in the order of their slugs, after a given one: a page of the open list. */
export async function listRegister(query: RegisterQuery, after: string | undefined, limit: number): Promise<ListedOrganisation[]> {
  const at = atOf(query);
  const rows = await db.execute<Row>(sql`
    ${withRegister(query, at)} select ${columns(at)} from listed l where ${everyFilter}
    and l.slug collate "C" > ${after ?? ""} order by l.slug collate "C" limit ${limit}`);
  return await withStanding(rows, at);
}

function atOf({ validOn, asKnownOn }: Clocks): At {
  const isDay = asKnownOn?.length === 10;
  return { day: validOn, moment: asKnownOn !== null && isDay ? endOfDay(asKnownOn, country.timeZone) : asKnownOn };
}

function columns({ day, moment }: At) {
  const known = moment === null ? sql`upper_inf(n.recorded)` : sql`n.recorded @> ${moment}::timestamptz`;
  return sql`l.id, l.slug, l.type, l.town, l.nuts, l.status, ${nameOn(sql`l.id`, day, moment)} as name,
    array(select n.name from organisation_names n where n.organisation_id = l.id and ${known} and not n.valid @> ${day}::date order by lower(n.valid) desc) as "otherNames"`;
}

function pageOf(query: RegisterQuery, at: At, locale: Locale): SQL {
  const name = sql`coalesce(k.name ->> ${locale}, k.name ->> 'en', (select value from jsonb_each_text(k.name) order by key limit 1))`;
  const orders = {
    name: sql`${name} collate ${sql.raw(`"${locale}-x-icu"`)}`,
    decided: sql`l.told desc nulls last`,
    since: sql`l.since desc nulls last`,
  };
  const sort = query.sort ?? "name";
  return sql`select ${columns(at)} from listed l ${sort === "name" ? sql`left join (${everyName(at)}) k on k.id = l.id` : sql``} where ${everyFilter}
    order by ${orders[sort]}, l.slug limit ${pageSize} offset ${(query.page - 1) * pageSize}`;
}

/** The names that `nameOn` finds one by one, of all organisations in one go: who is on a page is known once all are in order. */
function everyName({ day, moment }: At): SQL {
  const known = moment === null ? sql`upper_inf(n.recorded)` : sql`n.recorded @> ${moment}::timestamptz`;
  return sql`select distinct on (n.organisation_id) n.organisation_id as id, n.name from organisation_names n where ${known}
    order by n.organisation_id, n.valid @> ${day}::date desc, lower(n.valid) desc nulls last`;
}

async function withStanding(rows: Row[], { day, moment }: At): Promise<ListedOrganisation[]> {
  const facts = await factsOf(
    db,
    rows.map(({ id }) => id),
    moment,
  );
  return rows.map((row) => {
    const known = facts.get(row.id) ?? { registrations: [], accreditations: [], restrictions: [] };
    const standing = providerStanding(known.registrations, known.accreditations, day);
    return { ...row, name: row.name ?? {}, standing, accreditations: known.accreditations };
  });
}
