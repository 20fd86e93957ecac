import { etagOf } from "@/lib/api/answer";
import { type Options, withOffering, write } from "@/lib/api/offerings/commands";
import { decideSession } from "@/lib/api/offerings/deciding";
import type { SessionDocument } from "@/lib/api/offerings/document";
import { toSessionDocument } from "@/lib/api/offerings/representation";
import { holds, noPrecondition, type Precondition } from "@/lib/api/precondition";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { mappingInput } from "@/lib/imports/mapping";
import { existingOfferings, readContextFor } from "@/lib/imports/run/queries";
import { anyCoverage } from "@/lib/offerings/coverage";
import type { SessionFacts } from "@/lib/offerings/sessions/commands";
import { ok, type Result, refuse } from "@/lib/result";

export type WrittenSession = { created: boolean; outcome: string; session: Record<string, unknown> | null };

type At = { id: string; sessionId: string };

/** Writes one run of an offering. It is as public as its offering, at once. */
export async function putSession(
  actor: Actor,
  { id, sessionId }: At,
  document: SessionDocument,
  { dryRun = false, precondition = noPrecondition }: Options = {},
): Promise<Result<WrittenSession>> {
  return await withOffering(actor, "offering.write", id, noPrecondition, async (tx, { provider }, before) => {
    const known = before.sessions.get(sessionId);
    if (!isAsRead(known, precondition)) return refuse({ code: "preconditionFailed" });
    const context = await readContextFor(tx, provider, mappingInput.parse({}));
    // A run publishes nothing.
    const register = { actor, providerId: provider.id, statements: provider.statements, context, today: today(), coverage: anyCoverage };
    const decided = decideSession(id, sessionId, document, before, register);
    if (!decided.ok) return decided;
    const { change, outcome } = decided.value;
    if (change && !dryRun) await write(tx, actor, provider, [change]);
    const after = dryRun ? known : (await existingOfferings(tx, provider.id, [id])).get(id)?.sessions.get(sessionId);
    return ok({ created: !known, outcome, session: after ? toSessionDocument(after) : null });
  });
}

/** A run that is cancelled stays to be seen, so that whoever enrolled learns of it. Cancelling it again changes nothing. */
export async function cancelSession(
  actor: Actor,
  { id, sessionId }: At,
  { dryRun = false, precondition = noPrecondition }: Options = {},
): Promise<Result<WrittenSession>> {
  return await withOffering(actor, "offering.write", id, noPrecondition, async (tx, { provider }, before) => {
    const known = before.sessions.get(sessionId);
    if (!known) return refuse({ code: "recordUnknown" });
    if (!isAsRead(known, precondition)) return refuse({ code: "preconditionFailed" });
    if (before.status === "withdrawn") return refuse({ code: "offeringWithdrawn", field: "id", value: id });
    if (before.status === "archived") return refuse({ code: "offeringArchived", field: "id", value: id });
    if (known.cancelledOn) return ok({ created: false, outcome: "unchanged", session: toSessionDocument(known) });
    const after = { ...known, cancelledOn: today() };
    const same = { offeringId: before.id, externalId: id, create: false, supersedes: null, publish: null, pending: null };
    if (!dryRun) await write(tx, actor, provider, [{ ...same, sessions: [{ before: known, after }] }]);
    return ok({ created: false, outcome: "updated", session: toSessionDocument(dryRun ? known : after) });
  });
}

function isAsRead(session: SessionFacts | undefined, precondition: Precondition): boolean {
  return holds(precondition, session ? etagOf(toSessionDocument(session)) : null);
}
