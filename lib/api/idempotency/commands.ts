import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db";
import { idempotentAnswers } from "@/db/schema";
import type { Answer } from "@/lib/api/answer";
import { ok, type Result, refuse } from "@/lib/result";

type Asked = { apiKeyId: string; key: string; requestHash: string };

/** A request that has not ended after this long was cut off; whoever repeats it takes it over. */
const cutOff = sql`now() - interval '2 minutes'`;
/** Answers are kept for a day; a client that repeats a request after that sends it anew. */
const keptFor = sql`now() - interval '24 hours'`;

const is = ({ apiKeyId, key }: Asked) => and(eq(idempotentAnswers.apiKeyId, apiKeyId), eq(idempotentAnswers.key, key));

/**
 * Runs a request that carries an Idempotency-Key once (draft-ietf-httpapi-idempotency-key-header): whoever repeats it gets the first
 * answer, another request under the same key is refused, and so is a repetition while the first is at work.
 */
export async function answerOnce(asked: Asked, work: () => Promise<Answer>): Promise<Result<Answer & { repeated: boolean }>> {
  const earlier = await claim(asked);
  if (earlier === "in progress") return refuse({ code: "requestInProgress" });
  if (earlier === "other request") return refuse({ code: "idempotencyKeyReused" });
  if (earlier !== null) return ok({ ...earlier, repeated: true });
  try {
    const answer = await work();
    const { status, body, headers = {} } = answer;
    await db.update(idempotentAnswers).set({ status, body: { body, headers } }).where(is(asked));
    return ok({ ...answer, repeated: false });
  } catch (fault) {
    // What went wrong unexpectedly may be tried again under the same key.
    await db.delete(idempotentAnswers).where(is(asked));
    throw fault;
  }
}

/** Null where the request is ours to do. */
async function claim(asked: Asked): Promise<Answer | "in progress" | "other request" | null> {
  await db.delete(idempotentAnswers).where(and(eq(idempotentAnswers.apiKeyId, asked.apiKeyId), lt(idempotentAnswers.createdAt, keptFor)));
  const claimed = await db.insert(idempotentAnswers).values(asked).onConflictDoNothing().returning({ key: idempotentAnswers.key });
  if (claimed.length > 0) return null;
  const [known] = await db.select().from(idempotentAnswers).where(is(asked));
  if (!known) return "in progress";
  if (known.requestHash !== asked.requestHash) return "other request";
  if (known.status !== null) return { status: known.status, ...(known.body as Pick<Answer, "body" | "headers">) };
  const taken = await db
    .update(idempotentAnswers)
    .set({ createdAt: sql`now()` })
    .where(and(is(asked), isNull(idempotentAnswers.status), lt(idempotentAnswers.createdAt, cutOff)))
    .returning({ key: idempotentAnswers.key });
  return taken.length > 0 ? null : "in progress";
}
