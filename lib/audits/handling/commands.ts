import type { Act } from "@/lib/audits/act";
import { recordAct, withAudit } from "@/lib/audits/acts/commands";
import type { Actor } from "@/lib/auth/permissions";
import { ok, type Result } from "@/lib/result";

async function act(actor: Actor, number: number, done: Act): Promise<Result<null>> {
  return await withAudit(actor, "audit.act", number, async (held): Promise<Result<null>> => {
    const recorded = await recordAct(held, done);
    return recorded.ok ? ok(null) : recorded;
  });
}

/** Tells the provider that it is audited, and why. Until then it does not know. */
export const announceAudit = (actor: Actor, number: number, text: string) => act(actor, number, { kind: "announced", text });

/** Asks the provider for evidence by a day; again, where what came was not enough. */
export const askEvidence = (actor: Actor, number: number, asked: { items: string[]; dueOn: string }) =>
  act(actor, number, { kind: "asked", ...asked });

/** Gives the provider more time, for evidence or for its answer. */
export const extendDeadline = (actor: Actor, number: number, given: { dueOn: string; reason: string }) =>
  act(actor, number, { kind: "extended", ...given });

/** Goes on to examine with what there is. */
export const proceedWithout = (actor: Actor, number: number, reason: string) => act(actor, number, { kind: "proceeded", reason });

/** Closes an audit; what it came to follows from findings and corrective actions. */
export const closeAudit = (actor: Actor, number: number) => act(actor, number, { kind: "closed" });

/** Ends an audit before it has come to anything. */
export const endAudit = (actor: Actor, number: number, reason: string) => act(actor, number, { kind: "ended", reason });

/** States what the provider must do about a finding, and by when. */
export const demandAction = (actor: Actor, number: number, demand: { action: number; finding: number; what: string; dueOn: string }) =>
  act(actor, number, { kind: "demanded", ...demand });

/** Gives more time for a corrective action. */
export const prolongAction = (actor: Actor, number: number, action: number, given: { dueOn: string; reason: string }) =>
  act(actor, number, { kind: "prolonged", action, ...given });

export const acceptAction = (actor: Actor, number: number, action: number) => act(actor, number, { kind: "accepted", action });

/** Sends back what the provider stated done, with what is missing and a new day. */
export const returnAction = (actor: Actor, number: number, action: number, given: { dueOn: string; reason: string }) =>
  act(actor, number, { kind: "returned", action, ...given });
