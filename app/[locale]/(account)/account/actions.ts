"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { keepProfile } from "@/lib/accounts/commands";
import { profileInput } from "@/lib/accounts/input";
import { action, formAction, given } from "@/lib/action";
import { dropSession, requireActor, sessionToken } from "@/lib/auth/session";
import { actFor, endOtherSignIns } from "@/lib/auth/sign-ins/commands";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const keepProfileAction = formAction([], async (form) => {
  const actor = await requireActor("account");
  const input = parseForm(profileInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const kept = await keepProfile(actor, input.value);
  if (!kept.ok) return sendBack(form, kept.problems);
  return redirect(address(await getLocale(), "account?done=saved"));
});

export const actForAction = action([given.id], async (organisationId) => {
  const actor = await requireActor("account");
  const changed = await actFor(actor, (await sessionToken()) ?? "", organisationId);
  redirect(address(await getLocale(), changed.ok ? "account?done=switched" : "account"));
});

export const signOutElsewhereAction = action([], async () => {
  const actor = await requireActor("account");
  await endOtherSignIns(actor, (await sessionToken()) ?? null);
  redirect(address(await getLocale(), "account?done=signedOutElsewhere"));
});

export const signOutAction = action([], async () => {
  await dropSession();
  redirect(address(await getLocale()));
});
