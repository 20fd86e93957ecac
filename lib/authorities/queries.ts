import "server-only";
import { sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { type Actor, may, type Permission } from "@/lib/auth/permissions";
import { overseenBy } from "@/lib/decisions/overview/queries";

/**
 * What somebody of an authority may look into: the authority itself and the providers that it answers for (`organisations`), or, for the
 * keeper of the instance, everything.
 */
export type Oversight = { authorityId: string; organisations: string[]; all: boolean };

/** Undefined for whoever has not the right, or acts for an organisation that is no authority. */
export async function findOversight(actor: Actor, right: Permission, database: Database = db): Promise<Oversight | undefined> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, right, { organisationId })) return undefined;
  const [authority] = await database.execute<{ slug: string }>(
    sql`select slug from organisations where id = ${organisationId}::uuid and 'competent-authority' = any (roles)`,
  );
  if (!authority) return undefined;
  const providers = await database.execute<{ id: string }>(
    sql`select o.id from organisations o where ${overseenBy(organisationId, authority.slug)}`,
  );
  return {
    authorityId: organisationId,
    organisations: [organisationId, ...providers.map(({ id }) => id)],
    all: may(actor, "instance.manage", { organisationId }),
  };
}
