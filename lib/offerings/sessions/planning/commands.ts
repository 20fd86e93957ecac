import { db, type Transaction } from "@/db";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import type { OwnOffering } from "@/lib/offerings/drafts/queries";
import { holdOwnOffering } from "@/lib/offerings/own/queries";
import { canonical } from "@/lib/offerings/publication";
import { repeatableId } from "@/lib/offerings/repeatable-id";
import { type SessionChange, type SessionFacts, writeSessions } from "@/lib/offerings/sessions/commands";
import type { RepeatInput, SessionInput } from "@/lib/offerings/sessions/input";
import { factsOfSessions } from "@/lib/offerings/sessions/queries";
import { currentMark, seenMark } from "@/lib/offerings/sessions/seen";
import { ok, type Result, refuse } from "@/lib/result";
import { repeated } from "@/lib/sessions/planning";
import { isCurrent } from "@/lib/sessions/session";

type Held = { own: OwnOffering; sessions: SessionFacts[] };

/** One's own offering with its sessions, held; an archived one has none to change. */
async function hold(tx: Transaction, actor: Actor, slug: string): Promise<Result<Held>> {
  const held = await holdOwnOffering(tx, actor, slug, "offering.write");
  if (!held.ok) return held;
  if (held.value.status === "archived") return refuse({ code: "archivedIsFinal" });
  return ok({ own: held.value, sessions: await factsOfSessions(tx, held.value.id) });
}

/** Sessions of a live offering are public from the moment that this commits. */
async function write(tx: Transaction, actor: Actor, { id, provider }: OwnOffering, changes: SessionChange[]): Promise<void> {
  await writeSessions(
    tx,
    changes.map((change) => ({ ...change, offeringId: id })),
  );
  const before = changes.flatMap((change) => change.before ?? []);
  const after = changes.map((change) => change.after);
  await recordEvents(tx, actor, [
    { type: "sessions.changed", subject: "offering", subjectId: id, organisationId: provider.id, before, after },
  ]);
  await wakeIndexer(tx);
}

/** Adds a session. The token of the form is its id, so that a form sent twice adds one. Whoever writes it down confirms it. */
export async function addSession(actor: Actor, slug: string, input: SessionInput, token: string): Promise<Result<{ id: string }>> {
  return await db.transaction(async (tx) => {
    const held = await hold(tx, actor, slug);
    if (!held.ok) return held;
    const { own, sessions } = held.value;
    const id = repeatableId(own.id, token, "session");
    if (sessions.some((session) => session.id === id)) return ok({ id });
    if (sessions.some(({ externalId }) => externalId === input.externalId)) return refuse({ code: "ownIdTaken", field: "externalId" });
    await write(tx, actor, own, [{ before: null, after: { ...input, id, cancelledOn: null, confirmedOn: today() } }]);
    return ok({ id });
  });
}

/** Changes a session as it was `seen`; where somebody changed it since, nothing is written. */
export async function changeSession(actor: Actor, slug: string, id: string, input: SessionInput, seen: string): Promise<Result<null>> {
  return await db.transaction(async (tx) => {
    const held = await hold(tx, actor, slug);
    if (!held.ok) return held;
    const { own, sessions } = held.value;
    const before = sessions.find((session) => session.id === id);
    if (!before) return refuse({ code: "sessionAbsent" });
    const after = { ...before, ...input, confirmedOn: today() };
    // The same form sent again finds its own work done.
    if (canonical(after) === canonical(before)) return ok(null);
    if (seenMark([before]) !== seen) return refuse({ code: "changedMeanwhile" });
    if (sessions.some((other) => other.id !== id && other.externalId === input.externalId))
      return refuse({ code: "ownIdTaken", field: "externalId" });
    await write(tx, actor, own, [{ before, after }]);
    return ok(null);
  });
}

/** Calls a session off, or takes that back. It stays to be seen, since somebody may be waiting for it. */
export async function cancelSession(actor: Actor, slug: string, id: string, cancelled: boolean): Promise<Result<null>> {
  return await db.transaction(async (tx) => {
    const held = await hold(tx, actor, slug);
    if (!held.ok) return held;
    const before = held.value.sessions.find((session) => session.id === id);
    if (!before) return refuse({ code: "sessionAbsent" });
    if ((before.cancelledOn !== null) === cancelled) return ok(null);
    await write(tx, actor, held.value.own, [{ before, after: { ...before, cancelledOn: cancelled ? today() : null } }]);
    return ok(null);
  });
}

/** Says of all sessions that run or are to come that they are still true, as they were `seen`. */
export async function confirmSessions(actor: Actor, slug: string, seen: string): Promise<Result<{ count: number }>> {
  return await db.transaction(async (tx) => {
    const held = await hold(tx, actor, slug);
    if (!held.ok) return held;
    const day = today();
    const { own, sessions } = held.value;
    const current = sessions.filter((session) => isCurrent(session, day));
    const unconfirmed = current.filter(({ confirmedOn }) => confirmedOn !== day);
    if (unconfirmed.length === 0) return ok({ count: current.length });
    if (currentMark(sessions, day) !== seen) return refuse({ code: "changedMeanwhile" });
    const changes = unconfirmed.map((before) => ({ before, after: { ...before, confirmedOn: day } }));
    await write(tx, actor, own, changes);
    return ok({ count: current.length });
  });
}

/**
 * Writes some sessions again, so many times and every so many weeks, as the page showed it before. The token of the form makes their
 * ids, and what is there already is not made again.
 */
export async function repeatSessions(actor: Actor, slug: string, input: RepeatInput, token: string): Promise<Result<{ count: number }>> {
  return await db.transaction(async (tx) => {
    const held = await hold(tx, actor, slug);
    if (!held.ok) return held;
    const { own } = held.value;
    const sources = held.value.sessions.filter(({ id }) => input.from.includes(id));
    const planned = repeated(sources, {
      everyWeeks: input.weeks,
      times: input.times,
      existing: held.value.sessions,
      idOf: (position) => repeatableId(own.id, token, `run ${position}`),
    });
    if (planned.length === 0) return refuse({ code: "sessionsNotChosen", field: "from" });
    const known = new Set(held.value.sessions.map(({ id }) => id));
    const before = planned.filter(({ session }) => known.has(session.id));
    if (before.length > 0) return ok({ count: before.length });
    const fresh = planned.flatMap(({ session, there }) => (there ? [] : [{ before: null, after: session }]));
    if (fresh.length === 0) return refuse({ code: "alreadyThere" });
    await write(tx, actor, own, fresh);
    return ok({ count: fresh.length });
  });
}
