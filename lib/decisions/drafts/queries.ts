import "server-only";
import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { type DecisionDraft, decisionDrafts, offerings, organisations } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import type { Day } from "@/lib/days/days";
import { readRecordContext } from "@/lib/decisions/facts/queries";
import { type Ordered, readOrder } from "@/lib/decisions/kinds/input";
import { changesFor, type Decided } from "@/lib/decisions/kinds/kinds";
import type { SentForm } from "@/lib/decisions/kinds/words";
import { listDecisions, type OverseenProvider } from "@/lib/decisions/queries";
import { readState } from "@/lib/decisions/rows/queries";
import { isId } from "@/lib/id";
import { ok, type Result } from "@/lib/result";
import { readTerms } from "@/lib/terms/queries";

/** Drafts of the authority about a provider that nobody has signed. */
export async function listDrafts(actor: Actor, provider: OverseenProvider): Promise<{ id: string; kind: DecisionDraft["kind"] }[]> {
  if (!may(actor, "decision.sign", { organisationId: provider.authority.id })) return [];
  return await db
    .select({ id: decisionDrafts.id, kind: decisionDrafts.kind })
    .from(decisionDrafts)
    .where(
      and(
        eq(decisionDrafts.organisationId, provider.id),
        eq(decisionDrafts.authorityId, provider.authority.id),
        isNull(decisionDrafts.decisionId),
      ),
    )
    .orderBy(desc(decisionDrafts.updatedAt));
}

/** A draft of the authority's own about a provider that it answers for. */
export async function findDraft(
  actor: Actor,
  provider: OverseenProvider,
  id: string,
  database: Database = db,
): Promise<DecisionDraft | undefined> {
  if (!isId(id) || !may(actor, "decision.sign", { organisationId: provider.authority.id })) return undefined;
  const [row] = await database
    .select()
    .from(decisionDrafts)
    .where(
      and(eq(decisionDrafts.id, id), eq(decisionDrafts.organisationId, provider.id), eq(decisionDrafts.authorityId, provider.authority.id)),
    );
  return row;
}

/** What a form of the provider's orders, and what it comes to on a day with all that is known now. */
export async function readDecided(
  database: Database,
  provider: OverseenProvider,
  { id, form }: { id: string; form: SentForm },
  day: Day,
): Promise<Result<{ ordered: Ordered; decided: Decided; history: Awaited<ReturnType<typeof listDecisions>> }>> {
  const [offeringId, bodyId, labels, record] = await Promise.all([
    findNamedOffering(database, provider.id, form),
    findNamedBody(database, form),
    readTerms(database),
    readRecordContext(database, provider.id, form),
  ]);
  const ordered = readOrder(form, { authorityId: provider.authority.id, offeringId, bodyId, labels, record });
  if (!ordered.ok) return ordered;
  const [state, history] = [await readState(provider.id, database), await listDecisions(provider.id, database)];
  const decided = changesFor(ordered.value.order, { state, history, authorityId: provider.authority.id, day, newKey: id });
  return decided.ok ? ok({ ordered: ordered.value, decided: decided.value, history }) : decided;
}

/** By the end of its address, or by the provider's own id. */
async function findNamedOffering(database: Database, providerId: string, form: SentForm): Promise<string | null> {
  const named = form.offering?.[0]?.trim();
  if (!named) return null;
  const slug =
    named
      .replace(/[?#].*$/, "")
      .split("/")
      .filter(Boolean)
      .at(-1) ?? named;
  const [row] = await database
    .select({ id: offerings.id })
    .from(offerings)
    .where(and(eq(offerings.providerId, providerId), or(eq(offerings.slug, slug), eq(offerings.externalId, named))))
    .limit(1);
  return row?.id ?? null;
}

async function findNamedBody(database: Database, form: SentForm): Promise<string | null> {
  const slug = form.body?.[0]?.trim();
  if (!slug) return null;
  const accrediting = sql`${organisations.roles} && array['quality-agency', 'competent-authority']::organisation_role[]`;
  const [row] = await database
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.slug, slug), accrediting));
  return row?.id ?? null;
}
