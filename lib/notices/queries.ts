import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { notices, people } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";

const pageSize = 25;

/** A page of the notices of whoever asks, the unread first, with the newest that is unread on any page; and how they want to be told. */
export async function listNotices(actor: Actor, page = 1) {
  const personId = personIdOf(actor);
  if (!personId || !may(actor, "account.keep", { personId })) return { notices: [], choices: {}, newest: null, pages: 1 };
  const [rows, [person], [count]] = await Promise.all([
    db
      .select()
      .from(notices)
      .where(eq(notices.personId, personId))
      .orderBy(sql`${notices.readAt} is not null`, desc(notices.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db.select({ choices: people.noticeChoices }).from(people).where(eq(people.id, personId)),
    db
      .select({ all: sql<number>`count(*)::int`, newest: sql<string | null>`max(${notices.id}) filter (where ${notices.readAt} is null)` })
      .from(notices)
      .where(eq(notices.personId, personId)),
  ]);
  return {
    notices: rows,
    choices: person?.choices ?? {},
    newest: count?.newest ? Number(count.newest) : null,
    pages: Math.max(1, Math.ceil((count?.all ?? 0) / pageSize)),
  };
}
