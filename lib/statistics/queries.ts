import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { cache } from "react";
import { type Database, db } from "@/db";
import { type Actor, may } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { overseenBy } from "@/lib/decisions/overview/queries";
import { endOfDay, toDate } from "@/lib/register/moment";
import { type Counted, countingAll } from "./counting";
import { besides, type Count, type Counts, figures, type ProviderCounts, type Statistics } from "./figure";
import { countingProviders } from "./providers/counting";

/** The country, or one authority's part of it; in year 0 as it is now, else as it stood when that year ended. */
export type Asked = { authority: { id: string; slug: string } | null; year: number };

export const scopeOf = ({ authority }: Asked) => authority?.id ?? "country";

/** What the public reads. */
export const readStatistics = cache(async (): Promise<Statistics> => await read({ authority: null, year: 0 }));

/** What an authority reads of those for whom it answers. */
export async function findOwnStatistics(actor: Actor, year = 0): Promise<Statistics | undefined> {
  const id = actor.organisationId;
  if (!id || !may(actor, "statistics.read", { organisationId: id })) return undefined;
  const [authority] = await db.execute<{ slug: string }>(sql`select slug from organisations where id = ${id}::uuid`);
  return authority && (await read({ authority: { id, slug: authority.slug }, year }));
}

/** As last counted by the worker; counted now where it has not come to it yet. */
async function read(asked: Asked): Promise<Statistics> {
  const [kept] = await db.execute<{ counts: Counts; providers: ProviderCounts[]; at: string }>(sql`
    select counts, providers, counted_at::text as at from counted_statistics where scope = ${scopeOf(asked)} and year = ${asked.year}`);
  if (!kept) return await countStatistics(db, asked);
  return { counts: kept.counts, providers: kept.providers, countedAt: new Date(kept.at) };
}

/** Counts all figures: some hundreds of milliseconds with the national set. */
export async function countStatistics(database: Pick<Database, "execute">, asked: Asked): Promise<Statistics> {
  const counted = toCounted(asked);
  const rows = await database.execute<Count & { code: keyof Counts }>(countingAll(counted));
  const providers = await database.execute<ProviderCounts>(countingProviders(counted, country.languages));
  const none = Object.fromEntries([...besides, ...figures].map((code) => [code, [] as Count[]])) as Counts;
  for (const { code, ...count } of rows) none[code].push(count);
  return { counts: inOrder(none), providers: [...providers], countedAt: now() };
}

function toCounted({ authority, year }: Asked): Counted {
  const within: SQL = authority ? overseenBy(authority.id, authority.slug) : sql`true`;
  const authorityId = authority?.id ?? null;
  if (year === 0) return { within, moment: now(), day: today(), authorityId };
  const day = `${year}-12-31`;
  return { within, moment: toDate(endOfDay(day, country.timeZone)), day, authorityId };
}

/** What is a row of numbers or months stands in its own order; all else with the most first, and what is not stated last. */
const ordered: readonly string[] = ["supply", "open-sessions", "level", "ects", "over-time", "lapses", "completeness", "application-age"];

function inOrder(counts: Counts): Counts {
  const byMost = (a: Count, b: Count) =>
    Number(a.category === "") - Number(b.category === "") || b.count - a.count || a.category.localeCompare(b.category);
  const byName = (a: Count, b: Count) =>
    Number(a.category === "") - Number(b.category === "") || a.category.localeCompare(b.category, "en", { numeric: true });
  return Object.fromEntries(
    Object.entries(counts).map(([code, list]) => [code, list.toSorted(ordered.includes(code) ? byName : byMost)]),
  ) as Counts;
}
