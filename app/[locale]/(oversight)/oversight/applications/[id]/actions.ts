"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { action, formAction, given } from "@/lib/action";
import { askApplicant } from "@/lib/applications/decisions/commands";
import { messageInput } from "@/lib/applications/input";
import { requireActor } from "@/lib/auth/session";
import { assignAssessors, checkGateway, declareForCase, takeCase } from "@/lib/casework/commands";
import { inviteGuest, takeBackGuest } from "@/lib/casework/guests/commands";
import { guestInput } from "@/lib/casework/guests/input";
import { readDeclaration } from "@/lib/casework/input";
import { parseForm, valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

const page = (id: string) => `oversight/applications/${encodeURIComponent(id)}`;

export const declareAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(page(id));
  const input = readDeclaration(valuesOf(form));
  if (!input.ok) return sendBack(form, input.problems);
  const declared = await declareForCase(actor, id, input.value);
  if (!declared.ok) return sendBack(form, declared.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=declared`));
});

export const askAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(page(id));
  const input = parseForm(messageInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const asked = await askApplicant(actor, id, input.value.text);
  if (!asked.ok) return sendBack(form, asked.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=asked`));
});

export const takeAction = action([given.id], async (id) => {
  const actor = await requireActor(page(id));
  const taken = await takeCase(actor, id);
  redirect(address(await getLocale(), `${page(id)}?${taken.ok ? "done=caseTaken" : `problem=${taken.problems[0]?.code}`}`));
});

export const checkAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(page(id));
  const checked = await checkGateway(actor, id, valuesOf(form));
  if (!checked.ok) return sendBack(form, checked.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=checked`));
});

export const assignAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(page(id));
  const assigned = await assignAssessors(actor, id, valuesOf(form));
  if (!assigned.ok) return sendBack(form, assigned.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=assigned`));
});

export const inviteGuestAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(page(id));
  const input = parseForm(guestInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const invited = await inviteGuest(actor, id, input.value);
  if (!invited.ok) return sendBack(form, invited.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=guestInvited`));
});

export const takeBackGuestAction = action([z.object({ id: given.id, person: given.id })], async ({ id, person }) => {
  const actor = await requireActor(page(id));
  const taken = await takeBackGuest(actor, id, person);
  redirect(address(await getLocale(), `${page(id)}?${taken.ok ? "done=guestTakenBack" : `problem=${taken.problems[0]?.code}`}`));
});
