import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { apiKeys, organisations, people } from "@/db/schema";
import { type Actor, mayAtAll } from "@/lib/auth/permissions";
import { hashOf } from "@/lib/auth/secret";
import { today } from "@/lib/clock";
import { keyPrefix, keyState } from "./key";

/** The keys of the organisation for which somebody acts, newest first, those that are over among them. */
export async function listKeys(actor: Actor) {
  if (!actor.organisationId || !mayAtAll(actor, "key.manage")) return [];
  return await db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      start: apiKeys.start,
      scope: apiKeys.scope,
      createdAt: apiKeys.createdAt,
      createdBy: people.name,
      expiresOn: apiKeys.expiresOn,
      lastUsedAt: apiKeys.lastUsedAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .leftJoin(people, eq(people.id, apiKeys.createdById))
    .where(eq(apiKeys.organisationId, actor.organisationId))
    .orderBy(desc(apiKeys.createdAt), apiKeys.id);
}

export type ListedKey = Awaited<ReturnType<typeof listKeys>>[number];

/** The key that a request carries, while it is valid and its organisation still is a provider. */
export async function findValidKey(secret: string) {
  if (!secret.startsWith(keyPrefix)) return undefined;
  const [row] = await db
    .select({ key: apiKeys, slug: organisations.slug, isProvider: sql<boolean>`'provider' = any(${organisations.roles}::text[])` })
    .from(apiKeys)
    .innerJoin(organisations, eq(organisations.id, apiKeys.organisationId))
    .where(eq(apiKeys.secretHash, hashOf(secret)));
  return row?.isProvider && keyState(row.key, today()) === "valid" ? { ...row.key, providerSlug: row.slug } : undefined;
}
