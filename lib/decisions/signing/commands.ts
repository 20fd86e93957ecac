import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { decisionDrafts, decisions, organisationConflicts, organisations } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { recordDecision } from "@/lib/decisions/commands";
import { findDraft, readDecided } from "@/lib/decisions/drafts/queries";
import { dryRun } from "@/lib/decisions/dry-run/queries";
import { kindOf } from "@/lib/decisions/kinds/input";
import type { SentForm } from "@/lib/decisions/kinds/words";
import { findOverseen, findWhyNot, type OverseenProvider } from "@/lib/decisions/queries";
import { recordEvents } from "@/lib/events/commands";
import { isId } from "@/lib/id";
import { decisionMail } from "@/lib/mail/decision";
import { notify } from "@/lib/notices/commands";
import { ok, type Result, refuse } from "@/lib/result";

type Work<T> = (tx: Transaction, provider: OverseenProvider) => Promise<Result<T>>;

/**
 * What a registrar does about a provider that their authority answers for. To others it does not exist; whoever belongs to it or declared a
 * conflict decides nothing about it.
 */
async function withProvider<T>(actor: Actor, slug: string, work: Work<T>): Promise<Result<T>> {
  return await db.transaction(async (tx): Promise<Result<T>> => {
    const provider = await findOverseen(actor, slug, tx);
    if (!provider) return refuse({ code: "overseenProviderUnknown" });
    if (!may(actor, "decision.sign", { organisationId: provider.authority.id })) return refuse({ code: "notAllowed" });
    const why = await findWhyNot(actor, provider.id, tx);
    return why ? refuse({ code: why }) : await work(tx, provider);
  });
}

/** Keeps a form as a draft, or what was changed in one, where it orders something that can be decided. Answers the draft's id. */
export async function draftDecision(actor: Actor, slug: string, form: SentForm, draftId: string): Promise<Result<{ id: string }>> {
  return await withProvider(actor, slug, async (tx, provider) => {
    const kind = kindOf(form);
    if (!kind) return refuse({ code: "valueNotAccepted", field: "kind" });
    if (!isId(draftId)) return refuse({ code: "decisionDraftUnknown" });
    const [known] = await tx.select().from(decisionDrafts).where(eq(decisionDrafts.id, draftId)).for("update");
    if (known && !(await findDraft(actor, provider, draftId, tx))) return refuse({ code: "decisionDraftUnknown" });
    if (known?.decisionId) return refuse({ code: "decisionDraftUnknown" });
    const read = await readDecided(tx, provider, { id: draftId, form }, today());
    if (!read.ok) return read;
    const { id: organisationId, authority } = provider;
    await tx
      .insert(decisionDrafts)
      .values({ id: draftId, authorityId: authority.id, organisationId, kind, form, authorId: personIdOf(actor) })
      .onConflictDoUpdate({ target: decisionDrafts.id, set: { kind, form, updatedAt: now() } });
    return ok({ id: draftId });
  });
}

/**
 * Signs what was shown: everything is asked again under the lock that decisions about the organisation take, and where anything of it has
 * changed, nothing is signed and it is shown anew. Clicked twice it is signed once, and both are told the same.
 */
export async function signDecision(actor: Actor, slug: string, draftId: string, shown: string): Promise<Result<{ number: number }>> {
  return await withProvider(actor, slug, async (tx, provider) => {
    await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, provider.id)).for("no key update");
    if (!isId(draftId)) return refuse({ code: "decisionDraftUnknown" });
    await tx.select({ id: decisionDrafts.id }).from(decisionDrafts).where(eq(decisionDrafts.id, draftId)).for("update");
    const draft = await findDraft(actor, provider, draftId, tx);
    if (!draft) return refuse({ code: "decisionDraftUnknown" });
    if (draft.decisionId) return ok({ number: await numberOf(tx, draft.decisionId) });
    // Who holds an identifier and who follows whom are asked of all organisations: such facts are signed one after the other.
    if (draft.kind === "record") await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('facts of organisations', 0))`);
    const run = await dryRun(tx, provider, draft);
    if (!run.ok) return run;
    if (run.value.fingerprint !== shown) return refuse({ code: "dryRunOutdated" });

    const { ordered, decided } = run.value;
    const { order, ...words } = ordered;
    const { id } = await recordDecision(tx, actor, {
      kind: order.kind,
      authorityId: provider.authority.id,
      organisationId: provider.id,
      decidedOn: today(),
      ...decided,
      ...words,
    });
    await tx.update(decisionDrafts).set({ decisionId: id }).where(eq(decisionDrafts.id, draftId));
    const number = await numberOf(tx, id);
    await notify(tx, {
      organisationId: provider.id,
      kind: "register-decided",
      about: id,
      values: { decision: order.kind, number, from: decided.effectiveFrom },
      path: `providers/${provider.slug}`,
      mail: ({ to, locale }) => decisionMail({ to, locale, provider, kind: order.kind, number, from: decided.effectiveFrom, ...words }),
    });
    return ok({ number });
  });
}

async function numberOf(tx: Transaction, decisionId: string): Promise<number> {
  const [row] = await tx.select({ number: decisions.number }).from(decisions).where(eq(decisions.id, decisionId));
  if (!row) throw new Error("A decision that a draft names is not there");
  return row.number;
}

/** Somebody says that they are not free to decide about an organisation. Said again, the first stays. */
export async function declareConflict(actor: Actor, slug: string, reason: string): Promise<Result<null>> {
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const provider = await findOverseen(actor, slug, tx);
    if (!provider) return refuse({ code: "overseenProviderUnknown" });
    const personId = personIdOf(actor);
    if (!personId || !may(actor, "decision.sign", { organisationId: provider.authority.id })) return refuse({ code: "notAllowed" });
    const made = await tx
      .insert(organisationConflicts)
      .values({ personId, organisationId: provider.id, reason, declaredAt: now() })
      .onConflictDoNothing()
      .returning({ personId: organisationConflicts.personId });
    if (made.length === 0) return ok(null);
    await recordEvents(tx, actor, [
      {
        type: "conflict.declared",
        subject: "person",
        subjectId: personId,
        organisationId: provider.authority.id,
        after: { about: provider.id },
      },
    ]);
    return ok(null);
  });
}

/** Throws a draft away that was not signed. */
export async function discardDraft(actor: Actor, slug: string, draftId: string): Promise<Result<null>> {
  return await withProvider(actor, slug, async (tx, provider) => {
    const draft = await findDraft(actor, provider, draftId, tx);
    if (!draft || draft.decisionId) return refuse({ code: "decisionDraftUnknown" });
    await tx.delete(decisionDrafts).where(and(eq(decisionDrafts.id, draftId)));
    return ok(null);
  });
}
