"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { askApplicant } from "@/lib/applications/decisions/commands";
import { messageInput } from "@/lib/applications/input";
import { requireActor } from "@/lib/auth/session";
import { assignAssessors, checkGateway, declareForCase, takeCase } from "@/lib/casework/commands";
import { inviteGuest, takeBackGuest } from "@/lib/casework/guests/commands";
import { guestInput } from "@/lib/casework/guests/input";
import { readDeclaration } from "@/lib/casework/input";
import { type FormState, parseForm, valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

const page = (id: string) => `oversight/applications/${encodeURIComponent(id)}`;

export async function declareAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(page(id));
  const input = readDeclaration(valuesOf(form));
  if (!input.ok) return sendBack(form, input.problems);
  const declared = await declareForCase(actor, id, input.value);
  if (!declared.ok) return sendBack(form, declared.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=declared`));
}

export async function askAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(page(id));
  const input = parseForm(messageInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const asked = await askApplicant(actor, id, input.value.text);
  if (!asked.ok) return sendBack(form, asked.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=asked`));
}

export async function takeAction(id: string): Promise<void> {
  const actor = await requireActor(page(id));
  const taken = await takeCase(actor, id);
  redirect(address(await getLocale(), `${page(id)}?${taken.ok ? "done=caseTaken" : `problem=${taken.problems[0]?.code}`}`));
}

export async function checkAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(page(id));
  const checked = await checkGateway(actor, id, valuesOf(form));
  if (!checked.ok) return sendBack(form, checked.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=checked`));
}

export async function assignAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(page(id));
  const assigned = await assignAssessors(actor, id, valuesOf(form));
  if (!assigned.ok) return sendBack(form, assigned.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=assigned`));
}

export async function inviteGuestAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(page(id));
  const input = parseForm(guestInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const invited = await inviteGuest(actor, id, input.value);
  if (!invited.ok) return sendBack(form, invited.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=guestInvited`));
}

export async function takeBackGuestAction({ id, person }: { id: string; person: string }): Promise<void> {
  const actor = await requireActor(page(id));
  const taken = await takeBackGuest(actor, id, person);
  redirect(address(await getLocale(), `${page(id)}?${taken.ok ? "done=guestTakenBack" : `problem=${taken.problems[0]?.code}`}`));
}
