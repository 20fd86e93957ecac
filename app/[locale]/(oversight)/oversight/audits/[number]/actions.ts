"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { finaliseFindings, sendFindings } from "@/lib/audits/findings/commands";
import {
  acceptAction,
  announceAudit,
  askEvidence,
  closeAudit,
  demandAction,
  endAudit,
  extendDeadline,
  proceedWithout,
  prolongAction,
  returnAction,
} from "@/lib/audits/handling/commands";
import {
  announceInput,
  askInput,
  assignInput,
  demandInput,
  dueInput,
  extendInput,
  proposeInput,
  readReview,
  reasonInput,
} from "@/lib/audits/input";
import { assignAuditor, declareForAudit } from "@/lib/audits/opening/commands";
import { proposeDecision } from "@/lib/audits/proposals/commands";
import type { Actor } from "@/lib/auth/permissions";
import { requireActor } from "@/lib/auth/session";
import { readDeclaration } from "@/lib/casework/input";
import { type FormState, inPart, parseForm, partOf, valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import type { Result } from "@/lib/result";

type Command<T> = (actor: Actor, input: T) => Promise<Result<unknown>>;
type Way<T> = { part: string; read: (form: FormData) => Result<T>; command: Command<T>; done: string | ((input: T) => string) };

/** Reads one form of the page, calls one command, and goes back to the audit or shows what is wrong. */
async function carryOut<T>(number: string, form: FormData, { part, read, command, done }: Way<T>): Promise<FormState> {
  const page = `oversight/audits/${encodeURIComponent(number)}`;
  const actor = await requireActor(page);
  const input = read(partOf(form, part));
  if (!input.ok) return sendBack(form, inPart(input.problems, part));
  const result = await command(actor, input.value);
  if (!result.ok) return sendBack(form, inPart(result.problems, part));
  const code = typeof done === "string" ? done : done(input.value);
  return redirect(address(await getLocale(), `${page}?done=${code}`));
}

const nothing = (): Result<null> => ({ ok: true, value: null });

export const declareForAuditAction = formAction([given.number], async (number, form) => {
  const page = `oversight/audits/${encodeURIComponent(number)}`;
  const actor = await requireActor(page);
  const input = readDeclaration(valuesOf(form));
  if (!input.ok) return sendBack(form, input.problems);
  const declared = await declareForAudit(actor, Number(number), input.value);
  if (!declared.ok) return sendBack(form, declared.problems);
  return redirect(address(await getLocale(), `${page}?done=declared`));
});

export const assignAuditorAction = formAction([given.number], async (number, form) => {
  return await carryOut(number, form, {
    part: "assign",
    read: (sent) => parseForm(assignInput, sent),
    command: (actor, { auditor }) => assignAuditor(actor, Number(number), auditor),
    done: "auditorAssigned",
  });
});

export const announceAuditAction = formAction([given.number], async (number, form) => {
  return await carryOut(number, form, {
    part: "announce",
    read: (sent) => parseForm(announceInput, sent),
    command: (actor, { text }) => announceAudit(actor, Number(number), text),
    done: "auditAnnounced",
  });
});

export const askEvidenceAction = formAction([given.number], async (number, form) => {
  return await carryOut(number, form, {
    part: "ask",
    read: (sent) => parseForm(askInput, sent),
    command: (actor, asked) => askEvidence(actor, Number(number), asked),
    done: "evidenceAsked",
  });
});

export const extendDeadlineAction = formAction([given.number], async (number, form) => {
  return await carryOut(number, form, {
    part: "extend",
    read: (sent) => parseForm(extendInput, sent),
    command: (actor, given) => extendDeadline(actor, Number(number), given),
    done: "saved",
  });
});

export const proceedAction = formAction([given.number], async (number, form) => {
  return await carryOut(number, form, {
    part: "proceed",
    read: (sent) => parseForm(reasonInput, sent),
    command: (actor, { reason }) => proceedWithout(actor, Number(number), reason),
    done: "saved",
  });
});

export const sendFindingsAction = formAction([given.number], async (number, form) => {
  return await carryOut(number, form, {
    part: "send",
    read: (sent) => parseForm(dueInput, sent),
    command: (actor, { dueOn }) => sendFindings(actor, Number(number), dueOn),
    done: "findingsSent",
  });
});

export const finaliseAction = formAction([given.number], async (number, form) => {
  return await carryOut(number, form, {
    part: "finalise",
    read: nothing,
    command: (actor) => finaliseFindings(actor, Number(number)),
    done: "findingsFinal",
  });
});

export const closeAuditAction = formAction([given.number], async (number, form) => {
  return await carryOut(number, form, {
    part: "close",
    read: nothing,
    command: (actor) => closeAudit(actor, Number(number)),
    done: "auditClosed",
  });
});

export const endAuditAction = formAction([given.number], async (number, form) => {
  return await carryOut(number, form, {
    part: "end",
    read: (sent) => parseForm(reasonInput, sent),
    command: (actor, { reason }) => endAudit(actor, Number(number), reason),
    done: "auditClosed",
  });
});

export const demandAuditAction = formAction([given.number], async (number, form) => {
  return await carryOut(number, form, {
    part: "demand",
    read: (sent) => parseForm(demandInput, sent),
    command: (actor, demand) => demandAction(actor, Number(number), demand),
    done: "actionDemanded",
  });
});

export const prolongAuditAction = formAction([given.number, given.count], async (number, action, form) => {
  return await carryOut(number, form, {
    part: `prolong-${action}`,
    read: (sent) => parseForm(extendInput, sent),
    command: (actor, given) => prolongAction(actor, Number(number), action, given),
    done: "saved",
  });
});

export const reviewAuditAction = formAction([given.number, given.count], async (number, action, form) => {
  return await carryOut(number, form, {
    part: `review-${action}`,
    read: (sent) => readReview(valuesOf(sent)),
    command: (actor, { how, ...given }) =>
      how === "accepted" ? acceptAction(actor, Number(number), action) : returnAction(actor, Number(number), action, given),
    done: ({ how }) => (how === "accepted" ? "actionAccepted" : "actionReturned"),
  });
});

export const proposeDecisionAction = formAction([given.number], async (number, form) => {
  const locale = await getLocale();
  return await carryOut(number, form, {
    part: "propose",
    read: (sent) => parseForm(proposeInput, sent),
    command: (actor, proposal) => proposeDecision(actor, Number(number), proposal, locale),
    done: "decisionProposed",
  });
});
