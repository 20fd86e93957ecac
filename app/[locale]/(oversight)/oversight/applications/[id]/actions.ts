"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { askApplicant, refuseApplicant, registerApplicant } from "@/lib/applications/decisions/commands";
import { refusalInput, registrationInput } from "@/lib/applications/decisions/input";
import { messageInput } from "@/lib/applications/input";
import { requireActor } from "@/lib/auth/session";
import { type FormState, parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

const page = (id: string) => `oversight/applications/${encodeURIComponent(id)}`;

export async function askAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(page(id));
  const input = parseForm(messageInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const asked = await askApplicant(actor, id, input.value.text);
  if (!asked.ok) return sendBack(form, asked.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=asked`));
}

export async function registerAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(page(id));
  const input = parseForm(registrationInput, form, ["levels", "field"]);
  if (!input.ok) return sendBack(form, input.problems);
  const registered = await registerApplicant(actor, id, input.value);
  if (!registered.ok) return sendBack(form, registered.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=${input.value.accreditation ? "registeredAccredited" : "registered"}`));
}

export async function refuseAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(page(id));
  const input = parseForm(refusalInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const refused = await refuseApplicant(actor, id, input.value.reason);
  if (!refused.ok) return sendBack(form, refused.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=refused`));
}
