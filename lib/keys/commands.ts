import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { db } from "@/db";
import { apiKeys } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { hashOf, newSecret } from "@/lib/auth/secret";
import { today } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { ok, type Result, refuse } from "@/lib/result";
import type { NewKey } from "./input";
import { expiryBounds, keyPrefix, startOf } from "./key";

/** Makes a key for the organisation for which somebody acts. The secret is in the answer and nowhere else: only its hash is kept. */
export async function createKey(actor: Actor, { name, scope, expiresOn }: NewKey): Promise<Result<{ id: string; secret: string }>> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "key.manage", { organisationId })) return refuse({ code: "notAllowed" });
  const { first, last } = expiryBounds(today());
  if (expiresOn < first || expiresOn > last) return refuse({ code: "keyExpiryOutOfRange", field: "expiresOn", value: expiresOn });
  const secret = `${keyPrefix}${newSecret()}`;
  return db.transaction(async (tx) => {
    const made = {
      organisationId,
      name,
      start: startOf(secret),
      secretHash: hashOf(secret),
      scope,
      expiresOn,
      createdById: personIdOf(actor),
    };
    const [row] = await tx.insert(apiKeys).values(made).returning({ id: apiKeys.id });
    if (!row) throw new Error("a key was not written");
    const after = { name, start: made.start, scope, expiresOn };
    await recordEvents(tx, actor, [{ type: "key.created", subject: "key", subjectId: row.id, organisationId, after }]);
    return ok({ id: row.id, secret });
  });
}

/** Ends a key at once: its very next request is refused. Ending it again changes nothing. */
export async function revokeKey(actor: Actor, id: string): Promise<Result<null>> {
  return db.transaction(async (tx) => {
    const [key] = await tx.select().from(apiKeys).where(eq(apiKeys.id, id)).for("update");
    if (!key || !may(actor, "key.manage", key)) return refuse({ code: "keyUnknown" });
    if (key.revokedAt) return ok(null);
    await tx.update(apiKeys).set({ revokedAt: sql`now()` }).where(eq(apiKeys.id, id));
    const { name, start, organisationId } = key;
    await recordEvents(tx, actor, [{ type: "key.revoked", subject: "key", subjectId: id, organisationId, before: { name, start } }]);
    return ok(null);
  });
}

/** Notes that a key was used, at most once a minute: each write makes every web process draw its pages anew. */
export async function noteUse(id: string): Promise<void> {
  const longAgo = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, sql`now() - interval '1 minute'`));
  await db
    .update(apiKeys)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(apiKeys.id, id), longAgo));
}
