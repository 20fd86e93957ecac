import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import { caseActs, caseGuests, cases } from "@/db/schema";
import { type Act, after, appealableUntil, type CaseState, holdersOf } from "@/lib/casework/casework";
import { whyNot } from "@/lib/casework/why-not";
import { dayOf, now, today } from "@/lib/clock";
import { criteriaInForce } from "@/lib/criteria/commands";
import { ok, type Result, refuse } from "@/lib/result";
import { type CaseRead, type CaseSubject, readCase } from "./queries";

/** Whoever calls holds the application. The case begins, with the criteria that are in force on that day. */
export async function beginCase(tx: Transaction, application: CaseSubject): Promise<void> {
  if (!application.authorityId) return;
  await criteriaInForce(tx, application.authorityId, dayOf(application.submittedAt ?? now()));
  const read = await readCase(tx, application);
  await keepCase(tx, application, read, read.state);
}

/**
 * Writes an act where the state of the case allows it, and where the case stands then. Whoever calls holds the application and has asked
 * for rights and conflicts.
 */
export async function recordAct(tx: Transaction, application: CaseSubject, personId: string, act: Act): Promise<Result<CaseState>> {
  const [day, read] = [today(), await readCase(tx, application)];
  const why = whyNot(read.state, act, personId);
  if (why) return refuse({ code: why });
  if (!read.criteria.id) {
    await beginCase(tx, application);
    return await recordAct(tx, application, personId, act);
  }
  const state = after(read.state, { ...act, personId, on: day }, read.criteria.content.days);
  await tx.insert(caseActs).values({ applicationId: application.id, number: read.acts.length + 1, personId, on: day, act, at: now() });
  await keepCase(tx, application, read, state);
  if (act.kind === "decided" || act.kind === "withdrawn") await endGuests(tx, application.id);
  return ok(state);
}

/** What guests were asked for is done: a decided case is none of theirs any more. */
async function endGuests(tx: Transaction, applicationId: string): Promise<void> {
  await tx
    .update(caseGuests)
    .set({ endedAt: now() })
    .where(and(eq(caseGuests.applicationId, applicationId), isNull(caseGuests.endedAt)));
}

async function keepCase(tx: Transaction, { id }: CaseSubject, { criteria }: CaseRead, state: CaseState): Promise<void> {
  const last = state.path.at(-1);
  if (!criteria.id || !last) throw new Error("A case without criteria");
  const values = {
    stage: state.stage,
    enteredOn: last.enteredOn,
    dueOn: last.dueOn,
    closesOn: appealableUntil(state, criteria.content.days),
    stopped: state.stoppedSince !== null,
    holderIds: sql`${`{${holdersOf(state).join()}}`}::uuid[]`,
  };
  await tx
    .insert(cases)
    .values({ applicationId: id, criteriaSetId: criteria.id, ...values })
    .onConflictDoUpdate({ target: cases.applicationId, set: values });
}
