import "server-only";
import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import shipped from "@/config/criteria.json";
import { type Database, db } from "@/db";
import { type CriteriaSetRow, criteriaSets } from "@/db/schema";
import { type Actor, may, mayAtAll } from "@/lib/auth/permissions";
import type { Day } from "@/lib/days/days";
import { isId } from "@/lib/id";
import { type CriteriaContent, criteriaContent } from "./criteria";

export type CriteriaSet = Omit<CriteriaSetRow, "content"> & { content: CriteriaContent };

export const toCriteriaSet = (row: CriteriaSetRow): CriteriaSet => ({ ...row, content: criteriaContent.parse(row.content) });

export async function findCriteria(id: string, database: Database = db): Promise<CriteriaSet | undefined> {
  const [row] = await database.select().from(criteriaSets).where(eq(criteriaSets.id, id));
  return row && toCriteriaSet(row);
}

/** The version that is in force at an authority on a day: of several that began, the last; before the first began, the first. */
export async function findCriteriaInForce(authorityId: string, day: Day, database: Database = db): Promise<CriteriaSet | undefined> {
  const began = sql`${criteriaSets.validFrom} <= ${day}::date`;
  const [row] = await database
    .select()
    .from(criteriaSets)
    .where(and(eq(criteriaSets.authorityId, authorityId), isNotNull(criteriaSets.publishedAt)))
    .orderBy(
      sql`${began} desc`,
      sql`case when ${began} then ${criteriaSets.validFrom} end desc`,
      criteriaSets.validFrom,
      desc(criteriaSets.number),
    )
    .limit(1);
  return row && toCriteriaSet(row);
}

/** What an authority without criteria of its own would begin with. */
export const shippedCriteria: CriteriaContent = criteriaContent.parse(shipped);

/** The versions of the authority for which one acts, the latest first. */
export async function listCriteria(actor: Actor): Promise<CriteriaSet[]> {
  if (!actor.organisationId || !mayAtAll(actor, "criteria.read")) return [];
  const rows = await db
    .select()
    .from(criteriaSets)
    .where(eq(criteriaSets.authorityId, actor.organisationId))
    .orderBy(desc(criteriaSets.number));
  return rows.map(toCriteriaSet);
}

/** A version of one's own authority; to others it does not exist. */
export async function findOwnCriteria(actor: Actor, id: string): Promise<CriteriaSet | undefined> {
  const found = isId(id) ? await findCriteria(id) : undefined;
  return found && may(actor, "criteria.read", { organisationId: found.authorityId }) ? found : undefined;
}
