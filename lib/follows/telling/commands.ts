import { eq, type SQL, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { type FollowRow, follows } from "@/db/schema";
import { now, today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";
import { isNews, type Told } from "@/lib/follows/news/news";
import { newsOf } from "@/lib/follows/news/queries";
import { followedName } from "@/lib/follows/queries";
import { queueMail } from "@/lib/mail/commands";
import { followNewsMail } from "@/lib/mail/follow";
import { canMail } from "@/lib/mail/mail";
import { digestMoment } from "@/lib/notices/notice";

/** So many addresses are written to in one go; the next go comes within a minute. */
const perGo = 200;

/**
 * Tells those who follow what is new: at once means within minutes and at most once an hour, weekly means a week after the last time, in the
 * morning. Each address gets one mail with all there is. Two workers tell nobody twice, since each holds the rows of an address; one that is
 * killed has told nothing, since the mail is queued by the same transaction that notes what was seen.
 */
export async function tellFollowers(): Promise<number> {
  if (!canMail) return 0;
  const due = dueOn(today());
  const addresses = await db.execute<{ email: string }>(sql`select distinct f.email from follows f where ${due} limit ${perGo}`);
  let told = 0;
  for (const { email } of addresses) told += await db.transaction((tx) => tellOne(tx, email, due));
  return told;
}

async function tellOne(tx: Transaction, email: string, due: SQL): Promise<number> {
  const ids = await tx.execute<{ id: string }>(
    sql`select f.id from follows f where f.email = ${email} and ${due} order by f.created_at for update skip locked`,
  );
  const told: (Told & { row: FollowRow })[] = [];
  for (const { id } of ids) {
    const [row] = await tx.select().from(follows).where(eq(follows.id, id));
    if (!row) continue;
    const { news, seen } = await newsOf(row, tx);
    const tells = isNews(news);
    await tx
      .update(follows)
      .set({ seen, lookedAt: now(), lookedOn: today(), ...(tells ? { toldAt: now() } : {}) })
      .where(eq(follows.id, id));
    if (tells) told.push({ row, key: row.key, news, name: await followedName(row, row.locale, tx) });
  }
  const [first] = told;
  if (!first) return 0;
  await queueMail(tx, followNewsMail({ to: email, locale: first.row.locale, told }));
  return 1;
}

/**
 * Whether a follow is to be looked at. What happened a little before it was looked at last may have been committed, or indexed, after: it is
 * looked at again, and told once, since what was seen is known.
 */
function dueOn(day: Day): SQL {
  const moment = sql`${now().toISOString()}::timestamptz`;
  const since = sql`f.looked_at - interval '5 minutes'`;
  const events = (of: SQL) => sql`exists (select from events e where ${of} and e.happened_at > ${since})`;
  const offeringTouched = sql`(${events(sql`e.subject_id = f.offering_id`)} or ${events(
    sql`e.subject_id = (select o.provider_id from offerings o where o.id = f.offering_id)`,
  )})`;
  const cameToBeSeen = (more: SQL) => sql`exists (select from offerings o where ${more}
    and greatest(o.first_published_at, lower(o.visible)) > ${since} and greatest(o.first_published_at, lower(o.visible)) <= ${moment})`;
  const touched = sql`case
    when f.offering_id is not null then ${offeringTouched}
    when f.provider_id is not null then ${events(sql`e.subject_id = f.provider_id`)} or ${cameToBeSeen(sql`o.provider_id = f.provider_id`)}
    else ${cameToBeSeen(sql`true`)} end`;
  const lately = sql`exists (select from follows o where o.email = f.email and o.pace = 'at-once' and o.told_at > ${moment} - interval '1 hour')`;
  const morning = now() >= digestMoment(day, country.timeZone);
  return sql`f.confirmed_at is not null and case f.pace
    when 'at-once' then not ${lately} and (f.looked_on is distinct from ${day}::date or ${touched})
    else ${morning}::boolean and f.looked_at <= ${moment} - interval '6 days 12 hours' end`;
}
