import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { notices, people } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";

const shown = 200;

/** The notices of whoever asks, the unread first, and how they want to be told. */
export async function listNotices(actor: Actor) {
  const personId = personIdOf(actor);
  if (!personId || !may(actor, "account.keep", { personId })) return { notices: [], choices: {} };
  const [rows, [person]] = await Promise.all([
    db
      .select()
      .from(notices)
      .where(eq(notices.personId, personId))
      .orderBy(sql`${notices.readAt} is not null`, desc(notices.id))
      .limit(shown),
    db.select({ choices: people.noticeChoices }).from(people).where(eq(people.id, personId)),
  ]);
  return { notices: rows, choices: person?.choices ?? {} };
}
