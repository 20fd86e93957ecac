import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { type Actor, may } from "@/lib/auth/permissions";
import { statisticalRegions } from "@/lib/country/regions";
import { addDays, type Day } from "@/lib/days/days";
import { hardlyFound, knownSearches, toldWords } from "@/lib/insight/told";
import { findCompetence } from "@/lib/jurisdictions/queries";
import { readStatistics } from "@/lib/statistics/queries";
import { type Asked, besideSupply, byTheme, type Demand, gaps, type Supply } from "./demand";
import { type DemandQuery, weeksOfWords, wordsPerPage } from "./input";

export type SoughtWords = { words: string; theme: string; searches: number; unanswered: number; found: number; regions: string[] };

export type DemandPage = {
  searches: number;
  unanswered: number;
  themes: Demand[];
  regions: Demand[];
  gaps: Demand[];
  /** The regions of the authority itself. */
  own: string[];
  languages: string[];
  words: { rows: SoughtWords[]; total: number; page: number; pages: number };
};

/** What people look for beside what there is, in the whole country: a search belongs to no authority, but the regions that it names do. */
export async function findDemand(actor: Actor, day: Day, query: DemandQuery, perPage = wordsPerPage): Promise<DemandPage | undefined> {
  const id = actor.organisationId;
  if (!id || !may(actor, "statistics.read", { organisationId: id })) return undefined;
  const [authority] = await db.execute<{ slug: string }>(sql`select slug from organisations where id = ${id}::uuid`);
  const answering = await findCompetence(day);
  const own = statisticalRegions.filter((region) => answering(region).includes(authority?.slug ?? ""));
  const where = narrowed(query, own);
  const since = addDays(day, -7 * Number(query.weeks));
  const asked = await db.execute<Asked>(sql`
    select theme, region, sum(searches)::int as asked, sum(unanswered)::int as unanswered from (
      select theme, region, language, searches, unanswered from searched_words where day > ${since}::date and day <= ${day}::date
      union all select theme, region, language, searches, unanswered from searched_themes where week > ${since}::date) s
    where ${where} group by theme, region`);
  const spoken = await db.execute<{ language: string }>(sql`select distinct language from searched_words where language <> '' order by 1`);
  const supply = await supplyOf(query, own);
  const regions = besideSupply(asked, supply);
  return {
    searches: asked.reduce((sum, one) => sum + one.asked, 0),
    unanswered: asked.reduce((sum, one) => sum + one.unanswered, 0),
    themes: byTheme(asked, supply),
    regions,
    gaps: gaps(regions, (region) => own.includes(region)),
    own,
    languages: spoken.map(({ language }) => language),
    words: await listWords(day, query, where, perPage),
  };
}

function narrowed({ lang, region }: DemandQuery, own: string[]): SQL {
  const inRegion =
    region === "own"
      ? sql`region in (select jsonb_array_elements_text(${JSON.stringify(own)}::jsonb))`
      : sql`region = ${region === "none" ? "" : region}`;
  return sql`${lang === "" ? sql`true` : sql`language = ${lang}`} and ${region === "" ? sql`true` : inRegion}`;
}

/** As the worker counted it. Where one looks at some regions only, what there is anywhere is what there is in them. */
async function supplyOf({ region }: DemandQuery, own: string[]): Promise<Supply[]> {
  const { counts } = await readStatistics();
  const found = new Map<string, Supply>();
  for (const [measure, list] of [
    ["offerings", counts.supply ?? []],
    ["open", counts["open-sessions"] ?? []],
  ] as const) {
    for (const { category, part, count } of list) {
      const known = found.get(`${part} ${category}`) ?? { theme: part, region: category, offerings: 0, open: 0 };
      found.set(`${part} ${category}`, { ...known, [measure]: count });
    }
  }
  const all = [...found.values()];
  if (region === "" || region === "none") return all;
  const within = all.filter((one) => (region === "own" ? own.includes(one.region) : one.region === region));
  const sums = [...Map.groupBy(within, ({ theme }) => theme)].map(([theme, of]) => ({
    theme,
    region: "",
    offerings: of.reduce((sum, one) => sum + one.offerings, 0),
    open: of.reduce((sum, one) => sum + one.open, 0),
  }));
  return [...within, ...sums];
}

/** Words of which there are enough to be told, each with the places with which enough of them were. */
async function listWords(day: Day, query: DemandQuery, where: SQL, perPage: number): Promise<DemandPage["words"]> {
  const about = query.theme === "" ? sql`true` : sql`theme = ${query.theme === "other" ? "" : query.theme}`;
  const says = query.q
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => sql`strpos(words, cairn_fold(${word})) > 0`);
  const seen = sql`from ${knownSearches} where day > ${addDays(day, -7 * weeksOfWords(query))}::date and day <= ${day}::date
      and ${sql.join([where, about, ...says], sql` and `)}`;
  const groups = sql`
    select words, max(theme) as theme, sum(searches)::int as searches, sum(unanswered)::int as unanswered,
      (array_agg(found order by day desc))[1]::int as found
    ${seen} group by words having ${toldWords} ${query.found === "hardly" ? sql`and ${hardlyFound}` : sql``}`;
  const [counted] = await db.execute<{ total: number }>(sql`select count(*)::int as total from (${groups}) g`);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(query.page, pages);
  const rows = await db.execute<SoughtWords>(sql`
    select g.*, array(select region ${seen} and region <> '' and words = g.words group by region having ${toldWords} order by sum(searches) desc) as regions
    from (${groups}) g order by searches desc, words limit ${perPage} offset ${(page - 1) * perPage}`);
  return { rows: [...rows], total, page, pages };
}
