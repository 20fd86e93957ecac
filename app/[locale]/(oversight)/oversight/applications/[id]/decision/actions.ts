"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { refuseApplicant, registerApplicant, remitApplicant } from "@/lib/applications/decisions/commands";
import { registrationInput } from "@/lib/applications/decisions/input";
import { requireActor } from "@/lib/auth/session";
import { parseForm, valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

const page = (id: string) => `oversight/applications/${encodeURIComponent(id)}`;

export const registerAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(page(id));
  const input = parseForm(registrationInput, form, ["levels", "field"]);
  if (!input.ok) return sendBack(form, input.problems);
  const registered = await registerApplicant(actor, id, input.value, valuesOf(form));
  if (!registered.ok) return sendBack(form, registered.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=${input.value.accreditation ? "registeredAccredited" : "registered"}`));
});

export const refuseAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(page(id));
  const refused = await refuseApplicant(actor, id, valuesOf(form));
  if (!refused.ok) return sendBack(form, refused.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=refused`));
});

export const remitAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(page(id));
  const remitted = await remitApplicant(actor, id, valuesOf(form));
  if (!remitted.ok) return sendBack(form, remitted.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=remitted`));
});
