import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { type Actor, operator } from "@/lib/auth/permissions";
import { startImport } from "@/lib/imports/commands";
import { createDraft } from "@/lib/offerings/drafts/commands";
import { cancelSession } from "@/lib/offerings/sessions/planning/commands";
import { fileWith, someProvider } from "./provider-file";
import { newRandom } from "./random";

type Session = { id: string; slug: string; providerId: string; cancelled: boolean };

/** Offerings in the file that is imported while visitors come. */
const imported = 200;

/**
 * What providers write while visitors come: a session and a draft each second, at a random provider each, and one file after a third of the
 * time. By the product's own commands; worker and indexer follow as they do for everybody.
 */
export async function writeMeanwhile(seconds: number, ended: AbortSignal): Promise<{ sessions: number; drafts: number }> {
  const random = newRandom(Date.now() % 1_000_000);
  const sessions = await db.execute<Session>(sql`
    select s.id, o.slug, o.provider_id as "providerId", s.cancelled_on is not null as cancelled
    from sessions s join offerings o on o.id = s.offering_id where o.visible @> now() and s.starts_on > current_date order by random() limit 500`);
  const written = { sessions: 0, drafts: 0 };
  const editor = (organisationId: string): Actor => ({ id: "person:bench", role: "editor", organisationId });
  const fileAt = Math.floor(seconds / 3);

  for (let second = 0; !ended.aborted; second++) {
    const [session, other] = random.some([...sessions], 2);
    if (session) {
      const done = await cancelSession(editor(session.providerId), session.slug, session.id, !session.cancelled);
      session.cancelled = !session.cancelled;
      if (done.ok) written.sessions += 1;
    }
    if (second === fileAt) await handIn();
    await pause(500, undefined, { signal: ended }).catch(() => undefined);
    if (other) {
      const input = { externalId: `bench-${random.uuid()}`, language: "en", title: "Written on a launch day" };
      if ((await createDraft(editor(other.providerId), input)).ok) written.drafts += 1;
    }
    await pause(500, undefined, { signal: ended }).catch(() => undefined);
  }
  return written;
}

async function handIn(): Promise<void> {
  const ids = Array.from({ length: imported }, (_, number) => `launch-${Date.now()}-${number}`);
  const bytes = fileWith(ids.map((id) => ({ id, word: id })));
  const started = await startImport(operator("bench"), { providerSlug: await someProvider(), fileName: "launch.json", bytes });
  if (!started.ok) throw new Error(started.problems.map(({ code }) => code).join());
}
