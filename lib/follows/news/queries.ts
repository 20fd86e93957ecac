import "server-only";
import { sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import type { FollowRow, FollowSeen } from "@/db/schema";
import { providerStanding } from "@/lib/accreditations/accreditation";
import { parseSearchQuery } from "@/lib/catalogue/query";
import { searchCatalogue } from "@/lib/catalogue/search";
import { now, today } from "@/lib/clock";
import { paramsIn } from "@/lib/follows/target";
import { changesSince, keptState } from "@/lib/lists/kept";
import { listKept } from "@/lib/lists/offerings/queries";
import { factsOf } from "@/lib/visibility/queries";
import { type News, withTold } from "./news";

type Found = { news: News; seen: FollowSeen };

/** The index follows the database within seconds, and within a day after an outage: so far it is looked back, past what was told. */
const lookBack = 86_400_000;

const mostFound = 100;

/** What is known of something when somebody begins to follow it: from there on changes are told. */
export async function seenNow(follow: Pick<FollowRow, "offeringId" | "providerId">, database: Database = db): Promise<FollowSeen> {
  if (follow.offeringId !== null) {
    const [offering] = await listKept({ ids: [follow.offeringId] }, database);
    return offering ? { kept: keptState(offering, today()) } : {};
  }
  return follow.providerId === null ? {} : { standing: await standingOf(follow.providerId, database) };
}

/** What has happened since a follow was last looked at, and what is to be known of it from now on. */
export async function newsOf(follow: FollowRow, database: Database): Promise<Found> {
  if (follow.offeringId !== null) return await offeringNews(follow, follow.offeringId, database);
  if (follow.providerId !== null) return await providerNews(follow, follow.providerId, database);
  const { offerings, told } = await newOfferings(follow, follow.search ?? "", database);
  return { news: { changes: [], standing: null, offerings }, seen: { told } };
}

async function offeringNews({ seen }: FollowRow, offeringId: string, database: Database): Promise<Found> {
  const [offering] = await listKept({ ids: [offeringId] }, database);
  const none: News = { changes: [], standing: null, offerings: [] };
  if (!offering) return { news: none, seen };
  const day = today();
  const changes = seen.kept ? changesSince(seen.kept, offering, day) : [];
  return { news: { ...none, changes }, seen: { kept: keptState(offering, day) } };
}

async function providerNews(follow: FollowRow, providerId: string, database: Database): Promise<Found> {
  const [row] = await database.execute<{ slug: string }>(sql`select slug from organisations where id = ${providerId}`);
  const standing = await standingOf(providerId, database);
  const { offerings, told } = await newOfferings(follow, `provider=${row?.slug ?? ""}`, database);
  return {
    news: { changes: [], standing: standing === follow.seen.standing ? null : standing, offerings },
    seen: { standing, told },
  };
}

async function standingOf(providerId: string, database: Database): Promise<string> {
  const facts = (await factsOf(database, [providerId])).get(providerId);
  return providerStanding(facts?.registrations ?? [], facts?.accreditations ?? [], today()).state;
}

/** What fits a search and came to be seen since it was followed, but for what was told. */
async function newOfferings({ confirmedAt, lookedAt, seen, locale }: FollowRow, search: string, database: Database) {
  const told = seen.told ?? [];
  const since = new Date(Math.max(confirmedAt?.getTime() ?? 0, (lookedAt?.getTime() ?? 0) - lookBack));
  const query = { ...parseSearchQuery(paramsIn(search)), sort: "newest" as const, page: 1 };
  const { items } = await searchCatalogue(query, locale, { perPage: mostFound, marked: false });
  const fresh = await cameSince(
    items.map(({ id }) => id),
    since,
    database,
  );
  const found = items.filter(({ id }) => fresh.has(id) && !told.includes(id));
  return {
    offerings: found.map(({ title, provider, slug }) => ({
      title: title.parts.map(({ text }) => text).join(""),
      provider: provider.name,
      slug,
    })),
    told: withTold(
      told,
      found.map(({ id }) => id),
    ),
  };
}

/** Which of some offerings came to be seen after a moment: by being published, or by what holds from a day on. */
async function cameSince(ids: string[], since: Date, database: Database): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await database.execute<{ id: string }>(sql`
    select id from offerings where id = any(${sql.param(ids)}::uuid[])
      and greatest(first_published_at, lower(visible)) > ${since.toISOString()}::timestamptz
      and greatest(first_published_at, lower(visible)) <= ${now().toISOString()}::timestamptz`);
  return new Set(rows.map(({ id }) => id));
}
