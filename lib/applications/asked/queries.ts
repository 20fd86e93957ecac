import "server-only";
import { eq } from "drizzle-orm";
import { type Database, db } from "@/db";
import { organisations } from "@/db/schema";
import { authorityOf } from "@/lib/applications/application";
import type { ApplicationContent } from "@/lib/applications/content";
import { type CaseSubject, findCaseCriteria } from "@/lib/casework/acts/queries";
import { today } from "@/lib/clock";
import type { AskedForm } from "@/lib/criteria/form/form";
import { findCriteriaInForce, shippedCriteria } from "@/lib/criteria/queries";
import { findCompetence } from "@/lib/jurisdictions/queries";

/**
 * What the applicant is asked beyond the facts of a registration: a draft by the version that is in force today, later by the one that the
 * case keeps. Undefined as long as no authority answers for the seat.
 */
export async function findAsked(
  application: CaseSubject & { content: ApplicationContent },
  database: Database = db,
): Promise<AskedForm | undefined> {
  if (application.status !== "draft") return (await findCaseCriteria(database, application)).content.form;
  const authority = authorityOf(application.content, await findCompetence(today(), database));
  if (!authority) return undefined;
  const [row] = await database.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, authority.slug));
  return ((row && (await findCriteriaInForce(row.id, today(), database))?.content) ?? shippedCriteria).form;
}
