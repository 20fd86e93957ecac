import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { organisations, pendingPolicies, recognitionPolicies } from "@/db/schema";
import { type Actor, may, type Permission } from "@/lib/auth/permissions";
import { addDays, type Day, toRange } from "@/lib/days/days";
import { recordEvents } from "@/lib/events/commands";
import { canonical } from "@/lib/offerings/publication";
import { ok, type Result, refuse } from "@/lib/result";
import type { PolicyForm } from "./input";
import { policyDraft, problemsWithPublishing } from "./policy";
import { listPolicies } from "./queries";

/** The provider for which the actor acts, if they have the right; its policies are then written by nobody else until the transaction ends. */
async function ownProvider(tx: Transaction, actor: Actor, permission: Permission): Promise<string | null> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, permission, { organisationId })) return null;
  const [own] = await tx
    .select({ roles: organisations.roles })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .for("no key update");
  return own?.roles.includes("provider") ? organisationId : null;
}

async function pendingOf(tx: Transaction, organisationId: string) {
  const [row] = await tx.select().from(pendingPolicies).where(eq(pendingPolicies.organisationId, organisationId));
  return row;
}

/** Saves the next policy. `revision` is the one that was edited, 0 where there was none: whoever saved in between is not overwritten. */
export async function keepPolicyDraft(
  actor: Actor,
  { draft, namedIssuers }: PolicyForm,
  revision: number,
): Promise<Result<{ revision: number }>> {
  return await db.transaction(async (tx) => {
    const organisationId = await ownProvider(tx, actor, "policy.write");
    if (!organisationId) return refuse({ code: "notAllowed" });
    const pending = await pendingOf(tx, organisationId);
    const known = await findIssuers(tx, namedIssuers);
    const content = namedIssuers.length === 0 ? draft : { ...draft, rules: { ...draft.rules, namedIssuers: known } };
    // A request that came twice.
    if (pending && canonical(pending.content) === canonical(content)) return ok({ revision: pending.revision });
    if ((pending?.revision ?? 0) !== revision) return refuse({ code: "changedMeanwhile", value: String(pending?.revision ?? 0) });
    const values = { organisationId, content, revision: revision + 1, updatedAt: sql`now()`, updatedBy: actor.id };
    await tx.insert(pendingPolicies).values(values).onConflictDoUpdate({ target: pendingPolicies.organisationId, set: values });
    await recordEvents(tx, actor, [
      { type: "recognition.drafted", ...about(organisationId), before: pending?.content ?? null, after: content },
    ]);
    return ok({ revision: revision + 1 });
  });
}

/** Issuers that the register knows by slug or by one of their names are kept with their slug. */
async function findIssuers(tx: Transaction, lines: string[]) {
  const folded = JSON.stringify(lines.map((line) => line.toLowerCase()));
  const rows = await tx.execute<{ slug: string; said: string }>(sql`
    select distinct o.slug, w.said from jsonb_array_elements_text(${folded}::jsonb) w(said)
    join organisations o on o.slug = w.said or exists (select from known_names n, jsonb_each_text(n.name) e
      where n.organisation_id = o.id and lower(e.value) = w.said)`);
  return lines.map((name) => ({ slug: rows.find(({ said }) => said === name.toLowerCase())?.slug ?? null, name }));
}

/** Drops the next policy; what is published stays as it is. */
export async function discardPolicyDraft(actor: Actor, revision: number): Promise<Result<null>> {
  return await db.transaction(async (tx) => {
    const organisationId = await ownProvider(tx, actor, "policy.write");
    if (!organisationId) return refuse({ code: "notAllowed" });
    const pending = await pendingOf(tx, organisationId);
    if (!pending) return ok(null);
    if (pending.revision !== revision) return refuse({ code: "changedMeanwhile" });
    await tx.delete(pendingPolicies).where(eq(pendingPolicies.organisationId, organisationId));
    await recordEvents(tx, actor, [{ type: "recognition.discarded", ...about(organisationId), before: pending.content }]);
    return ok(null);
  });
}

/**
 * Publishes the next policy as `number`, which the page named: a second click finds that it is out already and says the same. The one
 * before it ends on the day before; the database refuses two for one day.
 */
export async function publishPolicy(
  actor: Actor,
  { revision, number }: { revision: number; number: number },
  day: Day,
): Promise<Result<{ number: number }>> {
  return await db.transaction(async (tx) => {
    const organisationId = await ownProvider(tx, actor, "policy.publish");
    if (!organisationId) return refuse({ code: "notAllowed" });
    const policies = await listPolicies(organisationId, tx);
    const pending = await pendingOf(tx, organisationId);
    const latest = policies[0]?.number ?? 0;
    if (!pending) return number >= 1 && number <= latest ? ok({ number }) : refuse({ code: "policyNothingToPublish" });
    if (number !== latest + 1 || pending.revision !== revision) return refuse({ code: "changedMeanwhile" });
    const draft = policyDraft.parse(pending.content);
    const problems = problemsWithPublishing(draft, policies, day);
    if (problems.length > 0) return refuse(...problems);

    const from = draft.from ?? day;
    await tx.execute(sql`update recognition_policies set valid = daterange(lower(valid), ${from}::date)
      where organisation_id = ${organisationId} and (upper_inf(valid) or upper(valid) > ${from}::date)`);
    await tx.insert(recognitionPolicies).values({
      organisationId,
      number,
      text: draft.text,
      rules: draft.rules,
      valid: toRange({ from, until: draft.until && addDays(draft.until, 1) }),
    });
    await tx.delete(pendingPolicies).where(eq(pendingPolicies.organisationId, organisationId));
    await recordEvents(tx, actor, [
      { type: "recognition.published", ...about(organisationId), after: { number, from, until: draft.until } },
    ]);
    return ok({ number });
  });
}

function about(organisationId: string) {
  return { subject: "policy", subjectId: organisationId, organisationId } as const;
}
