import { inArray, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { jurisdictionChanges, organisations } from "@/db/schema";
import { regionName } from "@/lib/accreditations/scope";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { addDays, type Day } from "@/lib/days/days";
import { recordEvents } from "@/lib/events/commands";
import { defaultLocale } from "@/lib/i18n/locales";
import { notify } from "@/lib/notices/commands";
import { ok, type Result, refuse } from "@/lib/result";
import type { JurisdictionInput } from "./input";
import { assignmentFor } from "./jurisdiction";
import { findAssignments } from "./queries";

/**
 * Gives a region to other authorities from a later day on. What has passed, and today, stays what it was: decisions were made by it. A change
 * for a day that has one already takes its place; both stay in the books.
 */
export async function changeJurisdiction(actor: Actor, { code, authorities, from, reason }: JurisdictionInput): Promise<Result<null>> {
  if (!may(actor, "instance.manage", { organisationId: actor.organisationId })) return refuse({ code: "notAllowed" });
  if (from <= today()) return refuse({ code: "dayNotAhead", field: "from" });
  return await db.transaction(async (tx) => {
    // One at a time: what was sent twice finds itself.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('jurisdiction-changes', 0))`);
    const assignments = await findAssignments(tx);
    const before = assignmentFor(assignments, code, from);
    const same = before?.code === code && before.authorities.join() === [...authorities].sort().join();
    if (same) return before?.from === from ? ok(null) : refuse({ code: "jurisdictionSame", field: "authorities" });
    const change = { code, authorities: [...authorities].sort(), validFrom: from, reason, decidedById: personIdOf(actor) };
    const [row] = await tx.insert(jurisdictionChanges).values(change).returning({ id: jurisdictionChanges.id });
    if (!row) throw new Error("A change was not written");
    await recordEvents(tx, actor, [
      {
        type: "jurisdiction.changed",
        subject: "jurisdiction",
        subjectId: row.id,
        organisationId: actor.organisationId,
        before: { authorities: before?.authorities ?? [] },
        after: { region: code, authorities: change.authorities, from, reason },
      },
    ]);
    const holding = assignmentFor(assignments, code, addDays(from, -1))?.authorities ?? [];
    await tellAuthorities(tx, { id: row.id, code, from, before: before?.authorities ?? [], after: change.authorities, holding });
    return ok(null);
  });
}

type Told = { id: string; code: string; from: Day; before: string[]; after: string[]; holding: string[] };

/** Those who gain or lose the region hear of it when it is decided, and again when another decision for that day undoes it. */
async function tellAuthorities(tx: Transaction, { id, code, from, before, after, holding }: Told): Promise<void> {
  const concerned = [...new Set([...before, ...after])].filter((slug) => before.includes(slug) !== after.includes(slug));
  const region = `${regionName(code, defaultLocale)} (${code})`;
  const known = await tx
    .select({ id: organisations.id, slug: organisations.slug })
    .from(organisations)
    .where(inArray(organisations.slug, [...concerned, ""]));
  for (const { id: organisationId, slug } of known) {
    const [has, had] = [after.includes(slug), holding.includes(slug)];
    const change = has === had ? (has ? "kept" : "undone") : has ? "gained" : "lost";
    const values = { region, on: from, change } as const;
    await notify(tx, { kind: "jurisdiction-changed", organisationId, about: id, values, path: "oversight/authorities" });
  }
}
