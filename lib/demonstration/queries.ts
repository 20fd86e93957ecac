import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { events, imports, organisations } from "@/db/schema";

/** What has been loaded: `begun` when the organisations are in, `done` when the catalogues are too. */
export async function demonstrationState(): Promise<"empty" | "begun" | "done" | "other"> {
  const marks = await db.select({ type: events.type }).from(events).where(sql`${events.type} like 'demonstration.%'`);
  if (marks.some(({ type }) => type === "demonstration.done")) return "done";
  if (marks.length > 0) return "begun";
  const [any] = await db.select({ id: organisations.id }).from(organisations).limit(1);
  return any ? "other" : "empty";
}

/** The import of a demonstration catalogue, where one was begun. */
export async function findDemonstrationImport(providerSlug: string, fileName: string) {
  const [row] = await db
    .select({ id: imports.id, status: imports.status })
    .from(imports)
    .innerJoin(organisations, eq(organisations.id, imports.providerId))
    .where(and(eq(organisations.slug, providerSlug), eq(imports.fileName, fileName)));
  return row;
}
