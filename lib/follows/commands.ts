import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db";
import { type FollowRow, type FollowSeen, follows, offerings, organisations } from "@/db/schema";
import { countTry } from "@/lib/auth/limits/commands";
import { hashOf, newSecret } from "@/lib/auth/secret";
import { now, today } from "@/lib/clock";
import type { Locale } from "@/lib/i18n/locales";
import { queueMail } from "@/lib/mail/commands";
import { followConfirmMail } from "@/lib/mail/follow";
import { ok, type Result, refuse } from "@/lib/result";
import type { FollowInput } from "./input";
import { seenNow } from "./news/queries";
import { followedName } from "./queries";
import type { Target } from "./target";

/** A link that nobody opened for so long confirms nothing any more, and the address is forgotten. */
const confirmDays = 3;

/** More than these nobody reads; it keeps one address from being a burden to all. */
const mostFollows = 50;

/**
 * Notes what somebody wants to be told of, and asks by mail whether the address is theirs. Nobody is told whether an address is known, nor
 * that it was asked too often: the answer is always the same. No account, so no actor and no event (docs/decisions: told by mail without an account).
 */
export async function askToFollow(target: Target, locale: Locale, { email, pace }: FollowInput): Promise<Result<null>> {
  const columns = await columnsOf(target);
  if (!columns) return refuse({ code: "followNothing" });
  const { allowed } = await countTry("follow.email", hashOf(email));
  if (!allowed) return ok(null);
  const token = newSecret();
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`follow ${email}`}, 0))`);
    // Asked for twice it is asked once: the mail that came last holds.
    await tx.delete(follows).where(and(eq(follows.email, email), isNull(follows.confirmedAt), sameTarget(columns)));
    const [row] = await tx
      .insert(follows)
      .values({ ...columns, email, locale, pace, confirmHash: hashOf(token), key: newSecret(), createdAt: now() })
      .returning();
    if (!row) throw new Error("A follow was not written");
    await queueMail(tx, followConfirmMail({ to: email, locale, token, pace, name: await followedName(row, locale, tx) }));
  });
  return ok(null);
}

/** Whoever opens the mailed link and says so has shown that the address is theirs. The link works once; what was followed before gives way. */
export async function confirmFollow(token: string): Promise<Result<{ key: string }>> {
  return await db.transaction(async (tx): Promise<Result<{ key: string }>> => {
    const [row] = await tx
      .select()
      .from(follows)
      .where(eq(follows.confirmHash, hashOf(token)))
      .for("update");
    if (!row || row.createdAt < oldest()) return refuse({ code: "followLinkUnknown" });
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`follow ${row.email}`}, 0))`);
    await tx.delete(follows).where(and(eq(follows.email, row.email), sql`${follows.confirmedAt} is not null`, sameTarget(row)));
    const [held] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(follows)
      .where(and(eq(follows.email, row.email), sql`${follows.confirmedAt} is not null`));
    if ((held?.count ?? 0) >= mostFollows) return refuse({ code: "followTooMany" });
    const seen: FollowSeen = await seenNow(row, tx);
    await tx
      .update(follows)
      .set({ confirmHash: null, confirmedAt: now(), seen, lookedAt: now(), lookedOn: today() })
      .where(eq(follows.id, row.id));
    return ok({ key: row.key });
  });
}

/** Ends one, or all of the same address; what is ended is deleted, the address with it. To end it again is to find it ended. */
export async function endFollow(key: string, all: boolean): Promise<void> {
  const email = sql`(select email from follows where key = ${key})`;
  await db.delete(follows).where(all ? sql`${follows.email} = ${email}` : eq(follows.key, key));
}

/** Addresses that nobody confirmed. */
export async function forgetUnconfirmed(): Promise<void> {
  await db.delete(follows).where(and(isNull(follows.confirmedAt), lt(follows.createdAt, oldest())));
}

function oldest(): Date {
  return new Date(now().getTime() - confirmDays * 86_400_000);
}

type Columns = Pick<FollowRow, "search" | "offeringId" | "providerId">;

function sameTarget({ search, offeringId, providerId }: Columns) {
  return sql`(${follows.search}, ${follows.offeringId}, ${follows.providerId}) is not distinct from (${search}::text, ${offeringId}::uuid, ${providerId}::uuid)`;
}

async function columnsOf(target: Target): Promise<Columns | undefined> {
  const none: Columns = { search: null, offeringId: null, providerId: null };
  if (target.kind === "search") return { ...none, search: target.search };
  if (target.kind === "offering") {
    const [row] = await db
      .select({ id: offerings.id })
      .from(offerings)
      .where(and(eq(offerings.slug, target.slug), sql`${offerings.status} <> 'draft'`));
    return row && { ...none, offeringId: row.id };
  }
  const [row] = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.slug, target.slug), sql`'provider' = any (${organisations.roles})`));
  return row && { ...none, providerId: row.id };
}
