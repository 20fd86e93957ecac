import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import { organisationNames, organisations, type Texts } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { fromRange, type Period, toRange } from "@/lib/days/days";
import { overwrite } from "@/lib/decisions/decision";
import { recordEvents } from "@/lib/events/commands";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import { knownAt } from "@/lib/visibility/queries";

/**
 * What an organisation is called on some days, from now on: names stand on two clocks, as what is decided does, and what the register called
 * it before stays known.
 * @param at when the register knew it; only a demonstration brings a past of its own
 */
export async function recordName(tx: Transaction, actor: Actor, organisationId: string, name: Texts, on: Period, at?: Date): Promise<void> {
  await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, organisationId)).for("no key update");
  const ofIt = eq(organisationNames.organisationId, organisationId);
  const known = await tx
    .select()
    .from(organisationNames)
    .where(and(ofIt, knownAt(organisationNames.recorded, null)));
  // Nothing can be known from a moment until that same moment.
  const [row] = await tx.execute<{ moment: string }>(sql`
    select greatest(${(at ?? now()).toISOString()}::timestamptz, max(greatest(lower(recorded), upper(recorded))) + interval '1 microsecond')::text as moment
    from organisation_names where organisation_id = ${organisationId}`);
  const moment = row?.moment ?? (at ?? now()).toISOString();

  const { closed, left } = overwrite(
    known.map(({ id, name, valid }) => ({ id, name, valid: fromRange(valid) })),
    [on],
  );
  const recorded = sql`tstzrange(lower(${organisationNames.recorded}), ${moment}::timestamptz)`;
  const ids = closed.map(({ id }) => id);
  if (ids.length > 0) await tx.update(organisationNames).set({ recorded }).where(inArray(organisationNames.id, ids));
  const next = [...left.map(({ row, valid }) => ({ name: row.name, valid })), { name, valid: on }];
  await tx.insert(organisationNames).values(
    next.map(({ name, valid }) => ({
      organisationId,
      name,
      valid: toRange(valid),
      recorded: sql`tstzrange(${moment}::timestamptz, null)` as never,
    })),
  );
  await recordEvents(tx, actor, [
    { type: "organisation.named", subject: "organisation", subjectId: organisationId, organisationId, after: { name, ...on } },
  ]);
  await wakeIndexer(tx);
}
