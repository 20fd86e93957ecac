import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db";
import { notices, people } from "@/db/schema";
import { queueMail } from "@/lib/mail/commands";
import { canMail } from "@/lib/mail/mail";
import { digestMail } from "@/lib/mail/notice";
import { markMailed, readerOf, urlOf } from "@/lib/notices/commands";
import { isNoticeKind, wayFor } from "@/lib/notices/notice";
import { noticeSentence } from "@/lib/notices/words";

/** What waits longer was overtaken by what came after: somebody who switches the digest on is not sent their past. */
const waitsDays = 14;

/**
 * Sends everybody one mail with what was noticed before a moment and that they have neither read nor been mailed. Two workers at once
 * send it once, since each locks the notices of a person first; to call it again sends nothing.
 */
export async function sendDigests(before: Date): Promise<number> {
  if (!canMail) return 0;
  const waiting = sql`${notices.mailedAt} is null and ${notices.readAt} is null and ${notices.createdAt} < ${before.toISOString()}::timestamptz
    and ${notices.createdAt} > ${before.toISOString()}::timestamptz - make_interval(days => ${waitsDays})`;
  const readers = await db
    .selectDistinct({ id: people.id, email: people.email, locale: people.locale, choices: people.noticeChoices })
    .from(notices)
    .innerJoin(people, eq(people.id, notices.personId))
    .where(and(waiting, isNull(people.suspendedAt)));
  let sent = 0;
  for (const reader of readers) {
    sent += await db.transaction(async (tx) => {
      const rows = await tx
        .select()
        .from(notices)
        .where(and(eq(notices.personId, reader.id), waiting))
        .orderBy(asc(notices.id))
        .for("update");
      const due = rows.filter(({ kind }) => isNoticeKind(kind) && wayFor(reader.choices, kind) === "digest");
      if (due.length === 0) return 0;
      const told = due.map((row) => ({ sentence: noticeSentence(row, reader.locale), url: urlOf(reader.locale, row.path) }));
      await queueMail(tx, digestMail(readerOf(reader), told));
      await markMailed(tx, due);
      return 1;
    });
  }
  return sent;
}

/** Nobody looks for a notice of a year ago. */
export async function forgetOldNotices(): Promise<void> {
  await db.delete(notices).where(sql`${notices.createdAt} < now() - interval '1 year'`);
}
