import { isDeepStrictEqual } from "node:util";
import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { type AuditCase, auditActs, auditCases } from "@/db/schema";
import type { Act, Done } from "@/lib/audits/act";
import { type AuditState, after, isAnnounced, turnOf } from "@/lib/audits/audit";
import { tellOfAct } from "@/lib/audits/telling/commands";
import { whyNot } from "@/lib/audits/why-not";
import { type Actor, may, type Permission, personIdOf } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { ok, type Problem, type Result, refuse } from "@/lib/result";
import { findAuditGate, readAudit } from "./queries";

/** An audit that is worked on, under its lock. */
export type Held = { tx: Transaction; audit: AuditCase; state: AuditState; acts: Done[]; personId: string; actor: Actor };
type Work<T> = (held: Held) => Promise<Result<T>>;

async function hold(tx: Transaction, number: number): Promise<AuditCase | undefined> {
  if (!Number.isSafeInteger(number)) return undefined;
  const [audit] = await tx.select().from(auditCases).where(eq(auditCases.number, number)).for("update");
  return audit;
}

/**
 * What the authority does in an audit of its own. To others it does not exist; nobody acts who did not say that they are free, who belongs
 * to the provider or declared a conflict.
 */
export async function withAudit<T>(actor: Actor, permission: Permission, number: number, work: Work<T>): Promise<Result<T>> {
  return await db.transaction(async (tx): Promise<Result<T>> => {
    const audit = await hold(tx, number);
    const record = { organisationId: audit?.authorityId ?? null };
    const personId = personIdOf(actor);
    if (!audit || !personId || !may(actor, "audit.read", record)) return refuse({ code: "auditUnknown" });
    if (!may(actor, permission, record)) return refuse({ code: "notAllowed" });
    const gate = await findAuditGate(actor, audit, tx);
    if (gate === "undeclared") return refuse({ code: "conflictUndeclared" });
    if (gate !== "open") return refuse({ code: gate });
    return await work({ tx, audit, ...(await readAudit(tx, audit)), personId, actor });
  });
}

/** What a provider does in an audit of its own, once it was told of it. */
export async function withOwnAudit<T>(actor: Actor, number: number, work: Work<T>): Promise<Result<T>> {
  return await db.transaction(async (tx): Promise<Result<T>> => {
    const audit = await hold(tx, number);
    const record = { organisationId: audit?.organisationId ?? null };
    const personId = personIdOf(actor);
    if (!audit || !personId || !may(actor, "audit.own", record)) return refuse({ code: "auditUnknown" });
    const read = await readAudit(tx, audit);
    if (!isAnnounced(read.state)) return refuse({ code: "auditUnknown" });
    if (!may(actor, "audit.answer", record)) return refuse({ code: "notAllowed" });
    return await work({ tx, audit, ...read, personId, actor });
  });
}

/** Writes an act where the state of the audit allows it, and where it stands then. The same again, sent twice, is one. */
export async function recordAct(held: Held, act: Act): Promise<Result<AuditState>> {
  const { tx, audit, state, acts, personId, actor } = held;
  const day = today();
  const why = whyNot(state, act, day);
  if (why) {
    const isRepeated = acts.some(({ personId: by, on, ...done }) => by === personId && on === day && isDeepStrictEqual(done, act));
    return isRepeated ? ok(state) : refuse(problemOf(why));
  }
  const done = { ...act, personId, on: day };
  const next = after(state, done);
  await tx.insert(auditActs).values({ caseId: audit.id, number: acts.length + 1, personId, on: day, act, at: now() });
  await keepStanding(tx, audit, next, day);
  await recordEvents(tx, actor, [{ type: `audit.${act.kind}`, subject: "audit", subjectId: audit.id, organisationId: audit.authorityId }]);
  await tellOfAct(tx, audit, next, done, acts.length + 1);
  return ok(next);
}

/** The problems that one field of the form puts right. */
function problemOf(code: Problem["code"]): Problem {
  const fields: Partial<Record<Problem["code"], string>> = { dayNotAhead: "dueOn", auditNotLonger: "dueOn", auditAskedNothing: "items" };
  const field = fields[code];
  return field ? { code, field } : { code };
}

async function keepStanding(tx: Transaction, { id }: AuditCase, state: AuditState, day: string): Promise<void> {
  const { stage, auditorId, result } = state;
  const stands = { stage, auditorId, result, ...turnOf(state) };
  const closedOn = stage === "closed" ? sql`coalesce(${auditCases.closedOn}, ${day}::date)` : null;
  await tx
    .update(auditCases)
    .set({ ...stands, closedOn })
    .where(eq(auditCases.id, id));
  if (state.actions.length === 0) return;
  const actions = state.actions.map(({ number, finding, dueOn, state: stands }) => ({ number, finding, dueOn, stands }));
  // Of an offering where the finding is about one: then its provider's list of offerings says so.
  await tx.execute(sql`
    insert into audit_actions (case_id, number, offering_id, due_on, state)
    select ${id}::uuid, a.number, (select f.offering_id from audit_findings f where f.case_id = ${id}::uuid and f.number = a.finding order by f.revision desc limit 1),
      a."dueOn", a.stands
    from jsonb_to_recordset(${JSON.stringify(actions)}::jsonb) as a(number int, finding int, "dueOn" date, stands text)
    on conflict (case_id, number) do update set due_on = excluded.due_on, state = excluded.state`);
}
