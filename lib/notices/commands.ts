import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { memberships, notices, people } from "@/db/schema";
import { type Actor, may, personIdOf, rolesWith } from "@/lib/auth/permissions";
import { env } from "@/lib/env";
import { recordEvents } from "@/lib/events/commands";
import { address } from "@/lib/i18n/address";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";
import { queueMail } from "@/lib/mail/commands";
import type { Mail } from "@/lib/mail/mail";
import { noticeMail } from "@/lib/mail/notice";
import { ok, type Result, refuse } from "@/lib/result";
import { type NoticeKind, type NoticeValues, noticeKinds, type Way, wayFor } from "./notice";
import { noticeSentence } from "./words";

/** Those of an organisation who may do something about it, or people by their ids. */
type Receivers = { organisationId: string; personIds?: never } | { personIds: string[]; organisationId?: string | null };

export type NewNotice<K extends NoticeKind = NoticeKind> = Receivers & {
  kind: K;
  /** The thing and its state: of one kind about one thing, a person gets one notice, however often it is looked at. */
  about: string;
  values: NoticeValues[K];
  /** Where the notice leads, after the language. */
  path: string;
  /** What is mailed at once in place of the sentence alone, where there is more to say. */
  mail?: (reader: { to: string; locale: Locale }) => Mail;
};

/**
 * Tells people something, in the transaction in which it happens: in the desk, and by mail as each of them chose. Answers how many had
 * not been told before.
 */
export async function notify<K extends NoticeKind>(tx: Transaction, notice: NewNotice<K>): Promise<number> {
  const { kind, about, values, path, organisationId = null } = notice;
  const receivers = await receiversOf(tx, notice);
  if (receivers.length === 0) return 0;
  const made = await tx
    .insert(notices)
    .values(receivers.map(({ personId }) => ({ personId, organisationId, kind, about, values, path })))
    .onConflictDoNothing()
    .returning({ id: notices.id, personId: notices.personId });
  const byPerson = new Map(receivers.map((receiver) => [receiver.personId, receiver]));
  const atOnce = made.filter(({ personId }) => wayFor(byPerson.get(personId)?.choices ?? {}, kind) === "at-once");
  for (const { personId } of atOnce) {
    const reader = byPerson.get(personId);
    if (!reader) continue;
    const told = { sentence: noticeSentence({ kind, values }, reader.locale), url: urlOf(reader.locale, path) };
    await queueMail(tx, notice.mail?.(readerOf(reader)) ?? noticeMail(readerOf(reader), told));
  }
  if (atOnce.length > 0) await markMailed(tx, atOnce);
  return made.length;
}

async function receiversOf(tx: Transaction, { kind, organisationId, personIds }: NewNotice) {
  const open = isNull(people.suspendedAt);
  const columns = { personId: people.id, email: people.email, locale: people.locale, choices: people.noticeChoices };
  if (personIds) {
    return personIds.length === 0
      ? []
      : await tx
          .select(columns)
          .from(people)
          .where(and(inArray(people.id, personIds), open));
  }
  return await tx
    .select(columns)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.organisationId, organisationId), inArray(memberships.role, rolesWith(noticeKinds[kind].right)), open));
}

/** Who a mail goes to, and where they change what they get. */
export function readerOf({ email, locale }: { email: string; locale: string }) {
  const language: Locale = isLocale(locale) ? locale : defaultLocale;
  return { to: email, locale: language, choicesUrl: urlOf(language, "manage/notices#choices") };
}

export function urlOf(locale: string, path: string): string {
  return new URL(address(isLocale(locale) ? locale : defaultLocale, path), env.SITE_URL).href;
}

export async function markMailed(tx: Transaction, mailed: { id: number }[]): Promise<void> {
  await tx
    .update(notices)
    .set({ mailedAt: sql`now()` })
    .where(
      inArray(
        notices.id,
        mailed.map(({ id }) => id),
      ),
    );
}

/** Marks one notice as read, or all that were there (`before` is the newest that the reader saw). */
export async function readNotices(actor: Actor, which: { id: number } | { before: number }): Promise<Result<null>> {
  const personId = personIdOf(actor);
  if (!personId || !may(actor, "account.keep", { personId })) return refuse({ code: "notAllowed" });
  if (!Object.values(which).every(Number.isSafeInteger)) return refuse({ code: "noticeUnknown" });
  const chosen = "id" in which ? eq(notices.id, which.id) : sql`${notices.id} <= ${which.before}`;
  const [found] = await db
    .update(notices)
    .set({ readAt: sql`coalesce(${notices.readAt}, now())` })
    .where(and(eq(notices.personId, personId), chosen))
    .returning({ id: notices.id });
  return found || !("id" in which) ? ok(null) : refuse({ code: "noticeUnknown" });
}

/** How somebody wants to be told, by kind. What they chose before for kinds that are not among these stays. */
export async function chooseNotices(actor: Actor, choices: Partial<Record<NoticeKind, Way>>): Promise<Result<null>> {
  const personId = personIdOf(actor);
  if (!personId || !may(actor, "account.keep", { personId })) return refuse({ code: "notAllowed" });
  return db.transaction(async (tx) => {
    await tx
      .update(people)
      .set({ noticeChoices: sql`${people.noticeChoices} || ${JSON.stringify(choices)}::jsonb` })
      .where(eq(people.id, personId));
    await recordEvents(tx, actor, [{ type: "person.changed", subject: "person", subjectId: personId, after: { notices: choices } }]);
    return ok(null);
  });
}
