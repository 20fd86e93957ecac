"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { keepProfile } from "@/lib/accounts/commands";
import { profileInput } from "@/lib/accounts/input";
import { dropSession, requireActor, sessionToken } from "@/lib/auth/session";
import { actFor, endOtherSignIns } from "@/lib/auth/sign-ins/commands";
import { type FormState, parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export async function keepProfileAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor("account");
  const input = parseForm(profileInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const kept = await keepProfile(actor, input.value);
  if (!kept.ok) return sendBack(form, kept.problems);
  return redirect(address(await getLocale(), "account?done=saved"));
}

export async function actForAction(organisationId: string): Promise<void> {
  const actor = await requireActor("account");
  const changed = await actFor(actor, (await sessionToken()) ?? "", organisationId);
  redirect(address(await getLocale(), changed.ok ? "account?done=switched" : "account"));
}

export async function signOutElsewhereAction(): Promise<void> {
  const actor = await requireActor("account");
  await endOtherSignIns(actor, (await sessionToken()) ?? null);
  redirect(address(await getLocale(), "account?done=signedOutElsewhere"));
}

export async function signOutAction(): Promise<void> {
  await dropSession();
  redirect(address(await getLocale()));
}
