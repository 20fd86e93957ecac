import { and, desc, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { criteriaSets } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import type { SentForm } from "@/lib/casework/input";
import { now, today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { recordEvents } from "@/lib/events/commands";
import { isId } from "@/lib/id";
import { ok, type Result, refuse } from "@/lib/result";
import { problemsWithCriteria } from "./criteria";
import { partsOf, readCriteriaPart } from "./input";
import { type CriteriaSet, findCriteriaInForce, shippedCriteria, toCriteriaSet } from "./queries";

/** The version in force; an authority that has none yet begins with the one that Cairn ships, as its first. */
export async function criteriaInForce(tx: Transaction, authorityId: string, day: Day): Promise<CriteriaSet> {
  const known = await findCriteriaInForce(authorityId, day, tx);
  if (known) return known;
  await tx
    .insert(criteriaSets)
    .values({ authorityId, number: 1, content: shippedCriteria, validFrom: today(), publishedAt: now() })
    .onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(criteriaSets)
    .where(and(eq(criteriaSets.authorityId, authorityId), eq(criteriaSets.number, 1)));
  if (!row?.publishedAt) throw new Error("An authority has no criteria");
  return toCriteriaSet(row);
}

/** A draft that is a copy of the version that was published last. Begun twice, it is one. */
export async function draftCriteria(actor: Actor): Promise<Result<{ id: string }>> {
  const authorityId = actor.organisationId;
  if (!authorityId || !may(actor, "criteria.manage", { organisationId: authorityId })) return refuse({ code: "notAllowed" });
  return await db.transaction(async (tx) => {
    await tx.execute(sql`select from organisations where id = ${authorityId}::uuid for no key update`);
    await criteriaInForce(tx, authorityId, today());
    const [last] = await tx
      .select()
      .from(criteriaSets)
      .where(eq(criteriaSets.authorityId, authorityId))
      .orderBy(desc(criteriaSets.number))
      .limit(1);
    if (!last) throw new Error("An authority has no criteria");
    if (!last.publishedAt) return ok({ id: last.id });
    const [made] = await tx
      .insert(criteriaSets)
      .values({ authorityId, number: last.number + 1, content: last.content, updatedAt: now() })
      .returning({ id: criteriaSets.id });
    if (!made) throw new Error("A draft of criteria was not written");
    await recordEvents(tx, actor, [{ type: "criteria.drafted", subject: "criteria", subjectId: made.id, organisationId: authorityId }]);
    return ok({ id: made.id });
  });
}

/** Keeps one part of a draft, and says which it is then. Whoever saw an older state is told, and nothing of a colleague's is overwritten. */
export async function saveCriteria(
  actor: Actor,
  id: string,
  revision: number,
  part: string,
  form: SentForm,
): Promise<Result<{ part: string | null }>> {
  return await withDraft(actor, id, async (tx, set) => {
    if (!partsOf(set.content).includes(part)) return refuse({ code: "criteriaUnknown" });
    if (set.revision !== revision) return refuse({ code: "changedMeanwhile" });
    const read = readCriteriaPart(set.content, part, form);
    if (!read.ok) return read;
    const twice = problemsWithCriteria(read.value).find(({ code }) => code === "criteriaCodeTwice");
    if (twice) return refuse({ code: twice.code });
    await tx
      .update(criteriaSets)
      .set({ content: read.value, revision: set.revision + 1, updatedAt: now() })
      .where(eq(criteriaSets.id, id));
    const saved = part.startsWith("new") ? (form.code?.[0]?.trim() ?? part) : part;
    return ok({ part: partsOf(read.value).includes(saved) ? saved : null });
  });
}

/** Publishes a draft: for applications that come in from that day on. Those that are there keep theirs. */
export async function publishCriteria(actor: Actor, id: string, from: Day): Promise<Result<null>> {
  return await withDraft(actor, id, async (tx, set) => {
    if (from < today()) return refuse({ code: "effectiveInThePast", field: "from" });
    const [problem] = problemsWithCriteria(set.content);
    if (problem) return refuse({ code: problem.code });
    // Whoever sends an application meanwhile is judged by the version by which it was read (submitApplication).
    await tx.execute(sql`select from organisations where id = ${set.authorityId}::uuid for no key update`);
    const personId = personIdOf(actor);
    await tx
      .update(criteriaSets)
      .set({ validFrom: from, publishedAt: now(), publishedById: personId, updatedAt: now() })
      .where(eq(criteriaSets.id, id));
    const { authorityId, number } = set;
    await recordEvents(tx, actor, [
      { type: "criteria.published", subject: "criteria", subjectId: id, organisationId: authorityId, after: { number, from } },
    ]);
    return ok(null);
  });
}

/** A draft of one's own authority, held; what is published is not there to be changed. */
async function withDraft<T>(actor: Actor, id: string, work: (tx: Transaction, set: CriteriaSet) => Promise<Result<T>>): Promise<Result<T>> {
  return await db.transaction(async (tx): Promise<Result<T>> => {
    const [row] = isId(id) ? await tx.select().from(criteriaSets).where(eq(criteriaSets.id, id)).for("update") : [];
    if (!row || !may(actor, "criteria.read", { organisationId: row.authorityId })) return refuse({ code: "criteriaUnknown" });
    if (!may(actor, "criteria.manage", { organisationId: row.authorityId })) return refuse({ code: "notAllowed" });
    if (row.publishedAt) return refuse({ code: "criteriaPublished" });
    return await work(tx, toCriteriaSet(row));
  });
}
