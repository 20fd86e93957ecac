import "server-only";
import { sql } from "drizzle-orm";
import { cache } from "react";
import { type Database, db } from "@/db";
import { type Actor, may } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { endOfDay, toDate } from "@/lib/register/moment";
import { type Counted, countingAll } from "./counting";
import { besides, type Count, type Counts, figures, inOrder, type ProviderCounts, type Statistics } from "./figure";
import { countingProviders } from "./providers/counting";
import { type Scope, scopeKey } from "./scope";

/** What the public reads: of the country, or of one region by the seat of providers. */
export const readStatistics = cache(async (region = ""): Promise<Statistics> => await read(region === "" ? "country" : { region }, 0));

/** What an authority reads of those for whom it answers; in year 0 as it is now, else as it stood when that year ended. */
export async function findOwnStatistics(actor: Actor, year = 0): Promise<Statistics | undefined> {
  const scope = await findOwnScope(actor);
  return scope && (await read(scope, year));
}

/** Those for whom an authority answers, to whoever may read their figures. */
export async function findOwnScope(actor: Actor): Promise<{ authority: { id: string; slug: string } } | undefined> {
  const id = actor.organisationId;
  if (!id || !may(actor, "statistics.read", { organisationId: id })) return undefined;
  const [authority] = await db.execute<{ slug: string }>(sql`select slug from organisations where id = ${id}::uuid`);
  return authority && { authority: { id, slug: authority.slug } };
}

/** As last counted by the worker; counted now where it has not come to it yet. */
async function read(scope: Scope, year: number): Promise<Statistics> {
  const [kept] = await db.execute<{ counts: Counts; providers: ProviderCounts[]; at: string }>(sql`
    select counts, providers, counted_at::text as at from counted_statistics where scope = ${scopeKey(scope)} and year = ${year}`);
  if (!kept) return await countStatistics(db, scope, year);
  return { counts: kept.counts, providers: kept.providers, countedAt: new Date(kept.at) };
}

type Reading = Pick<Database, "execute">;

export async function countStatistics(database: Reading, scope: Scope, year = 0): Promise<Statistics> {
  const counted = await countAll(database, [scope], year);
  return counted.get(scopeKey(scope)) ?? { counts: noCounts(), providers: [], countedAt: now() };
}

/** Counts all figures of all scopes in one pass: about a second with the national set (bench/statistics.ts). */
export async function countAll(database: Reading, scopes: Scope[], year: number): Promise<Map<string, Statistics>> {
  const counted = toCounted(scopes, year);
  const rows = await database.execute<Count & { scope: string; code: keyof Counts }>(countingAll(counted));
  const providers = await database.execute<ProviderCounts & { scopes: string[] }>(countingProviders(counted, country.languages));
  const countedAt = now();
  const all = new Map(scopes.map((scope) => [scopeKey(scope), { counts: noCounts(), providers: [] as ProviderCounts[], countedAt }]));
  for (const { scope, code, ...count } of rows) all.get(scope)?.counts[code].push(count);
  for (const { scopes: within, ...one } of providers) for (const scope of within) all.get(scope)?.providers.push(one);
  return new Map([...all].map(([scope, one]) => [scope, { ...one, counts: inOrder(one.counts) }]));
}

const noCounts = () => Object.fromEntries([...besides, ...figures].map((code) => [code, [] as Count[]])) as unknown as Counts;

function toCounted(scopes: Scope[], year: number): Counted {
  if (year === 0) return { scopes, moment: now(), day: today() };
  const day = `${year}-12-31`;
  return { scopes, moment: toDate(endOfDay(day, country.timeZone)), day };
}
