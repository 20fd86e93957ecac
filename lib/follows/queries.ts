import "server-only";
import { and, eq, gt, isNotNull, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { type FollowRow, follows, type Texts } from "@/db/schema";
import { hashOf } from "@/lib/auth/secret";
import { appliedFilters, parseSearchQuery } from "@/lib/catalogue/query";
import { now, today } from "@/lib/clock";
import { nameOn } from "@/lib/providers/names/queries";
import { plainText } from "@/lib/texts/texts";
import type { FollowedName } from "./news/news";
import { paramsIn, type Target } from "./target";

type Followed = Pick<FollowRow, "search" | "offeringId" | "providerId">;

export async function followedName(
  { search, offeringId, providerId }: Followed,
  locale: string,
  database: Database = db,
): Promise<FollowedName> {
  if (search !== null) {
    const query = parseSearchQuery(paramsIn(search));
    return { kind: "search", words: query.q, filters: appliedFilters(query).length, path: `offerings${search === "" ? "" : `?${search}`}` };
  }
  const [row] =
    offeringId === null
      ? await database.execute<Named>(
          sql`select o.slug, ${nameOn(sql`o.id`, today())} as name, null as original from organisations o where o.id = ${providerId}`,
        )
      : await database.execute<Named>(sql`select o.slug, v.content->'title' as name, v.content->>'originalLanguage' as original
          from offerings o join versions v on v.id = o.current_version_id where o.id = ${offeringId}`);
  const kind = offeringId === null ? "provider" : "offering";
  return { kind, title: plainText(row?.name, locale, row?.original ?? undefined), path: `${kind}s/${row?.slug ?? ""}` };
}

type Named = { slug: string; name: Texts; original: string | null };

/** What waits to be confirmed by a mailed link. */
export async function findUnconfirmed(token: string): Promise<FollowRow | undefined> {
  const [row] = await db
    .select()
    .from(follows)
    .where(
      and(eq(follows.confirmHash, hashOf(token)), gt(follows.createdAt, sql`${now().toISOString()}::timestamptz - interval '3 days'`)),
    );
  return row;
}

/** What a link in a mail ends. */
export async function findFollow(key: string): Promise<{ follow: FollowRow; others: number } | undefined> {
  const [follow] = await db
    .select()
    .from(follows)
    .where(and(eq(follows.key, key), isNotNull(follows.confirmedAt)));
  if (!follow) return undefined;
  const others = await db.$count(follows, and(eq(follows.email, follow.email), isNotNull(follows.confirmedAt)));
  return { follow, others: others - 1 };
}

/** The name of what a form asks to follow; none where there is no such thing. */
export async function findTarget(target: Target, locale: string): Promise<FollowedName | undefined> {
  if (target.kind === "search") return await followedName({ search: target.search, offeringId: null, providerId: null }, locale);
  const [row] = await db.execute<{ id: string }>(
    target.kind === "offering"
      ? sql`select id from offerings where slug = ${target.slug} and status <> 'draft' and current_version_id is not null`
      : sql`select id from organisations where slug = ${target.slug} and 'provider' = any (roles)`,
  );
  if (!row) return undefined;
  const is = (kind: Target["kind"]) => (target.kind === kind ? row.id : null);
  return await followedName({ search: null, offeringId: is("offering"), providerId: is("provider") }, locale);
}
