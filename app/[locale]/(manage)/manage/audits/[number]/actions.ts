"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action, formAction, given } from "@/lib/action";
import { answerFindings, handInEvidence, stateAction } from "@/lib/audits/answering/commands";
import { removeAuditFile } from "@/lib/audits/evidence/commands";
import { handInInput, stateInput } from "@/lib/audits/input";
import { requireActor } from "@/lib/auth/session";
import { inPart, parseForm, partOf, valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

const page = (number: string) => `manage/audits/${encodeURIComponent(number)}`;

export const handInEvidenceAction = formAction([given.number], async (number, form) => {
  const actor = await requireActor(page(number));
  const input = parseForm(handInInput, partOf(form, "handIn"));
  if (!input.ok) return sendBack(form, inPart(input.problems, "handIn"));
  const handedIn = await handInEvidence(actor, Number(number), input.value.text);
  if (!handedIn.ok) return sendBack(form, inPart(handedIn.problems, "handIn"));
  return redirect(address(await getLocale(), `${page(number)}?done=evidenceHandedIn`));
});

export const answerFindingsAction = formAction([given.number], async (number, form) => {
  const actor = await requireActor(page(number));
  const answered = await answerFindings(actor, Number(number), valuesOf(form));
  if (!answered.ok) return sendBack(form, answered.problems);
  return redirect(address(await getLocale(), `${page(number)}?done=findingsAnswered`));
});

export const stateAuditAction = formAction([given.number, given.count], async (number, action, form) => {
  const actor = await requireActor(page(number));
  const part = `state-${action}`;
  const input = parseForm(stateInput, partOf(form, part));
  if (!input.ok) return sendBack(form, inPart(input.problems, part));
  const stated = await stateAction(actor, Number(number), action, input.value);
  if (!stated.ok) return sendBack(form, inPart(stated.problems, part));
  return redirect(address(await getLocale(), `${page(number)}?done=actionStated`));
});

export const removeAuditFileAction = action([given.number, given.id], async (number, file) => {
  const actor = await requireActor(page(number));
  const removed = await removeAuditFile(actor, Number(number), file);
  redirect(address(await getLocale(), `${page(number)}?${removed.ok ? "done=fileRemoved" : `problem=${removed.problems[0]?.code}`}`));
});
