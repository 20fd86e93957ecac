"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { refuseApplicant, registerApplicant, remitApplicant } from "@/lib/applications/decisions/commands";
import { registrationInput } from "@/lib/applications/decisions/input";
import { requireActor } from "@/lib/auth/session";
import { type FormState, parseForm, valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

const page = (id: string) => `oversight/applications/${encodeURIComponent(id)}`;

export async function registerAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(page(id));
  const input = parseForm(registrationInput, form, ["levels", "field"]);
  if (!input.ok) return sendBack(form, input.problems);
  const registered = await registerApplicant(actor, id, input.value, valuesOf(form));
  if (!registered.ok) return sendBack(form, registered.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=${input.value.accreditation ? "registeredAccredited" : "registered"}`));
}

export async function refuseAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(page(id));
  const refused = await refuseApplicant(actor, id, valuesOf(form));
  if (!refused.ok) return sendBack(form, refused.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=refused`));
}

export async function remitAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(page(id));
  const remitted = await remitApplicant(actor, id, valuesOf(form));
  if (!remitted.ok) return sendBack(form, remitted.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=remitted`));
}
