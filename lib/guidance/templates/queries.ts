import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db";
import { type ListRow, lists } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { isId } from "@/lib/id";
import { itemsOfLists, type ListItem } from "@/lib/lists/queries";

/** A template of the service for which one acts, which all its counsellors read. */
export async function findTemplate(actor: Actor, id: string): Promise<{ template: ListRow; items: ListItem[] } | undefined> {
  if (!isId(id)) return undefined;
  const [template] = await db
    .select()
    .from(lists)
    .where(and(eq(lists.id, id), eq(lists.isTemplate, true)));
  if (!template || !may(actor, "guidance.use", { organisationId: template.organisationId })) return undefined;
  return { template, items: (await itemsOfLists([id], today())).get(id) ?? [] };
}
