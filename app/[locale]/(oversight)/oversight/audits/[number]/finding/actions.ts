"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { draftFinding, dropDraft, settleFinding } from "@/lib/audits/findings/commands";
import { findingInput, readSettling } from "@/lib/audits/input";
import { declareForAudit } from "@/lib/audits/opening/commands";
import { requireActor } from "@/lib/auth/session";
import { readDeclaration } from "@/lib/casework/input";
import { parseForm, valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

const audit = (number: string) => `oversight/audits/${encodeURIComponent(number)}`;

export const declareForFindingAction = formAction([given.number], async (number, form) => {
  const actor = await requireActor(`${audit(number)}/finding`);
  const input = readDeclaration(valuesOf(form));
  if (!input.ok) return sendBack(form, input.problems);
  const declared = await declareForAudit(actor, Number(number), input.value);
  if (!declared.ok) return sendBack(form, declared.problems);
  return redirect(address(await getLocale(), `${audit(number)}/finding?done=declared`));
});

export const draftFindingAction = formAction([given.number], async (number, form) => {
  const actor = await requireActor(`${audit(number)}/finding`);
  const input = parseForm(findingInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const drafted = await draftFinding(actor, Number(number), input.value);
  if (!drafted.ok) return sendBack(form, drafted.problems);
  return redirect(address(await getLocale(), `${audit(number)}?done=findingKept#finding-${input.value.finding}`));
});

export const dropDraftAction = formAction([given.number, given.count], async (number, finding, form) => {
  const actor = await requireActor(`${audit(number)}/finding`);
  const dropped = await dropDraft(actor, Number(number), finding);
  if (!dropped.ok) return sendBack(form, dropped.problems);
  return redirect(address(await getLocale(), `${audit(number)}?done=findingDropped`));
});

export const settleFindingAction = formAction([given.number, given.count], async (number, finding, form) => {
  const actor = await requireActor(`${audit(number)}/finding`);
  const input = readSettling(valuesOf(form));
  if (!input.ok) return sendBack(form, input.problems);
  const settled = await settleFinding(actor, Number(number), finding, input.value);
  if (!settled.ok) return sendBack(form, settled.problems);
  return redirect(address(await getLocale(), `${audit(number)}?done=findingSettled#finding-${finding}`));
});
