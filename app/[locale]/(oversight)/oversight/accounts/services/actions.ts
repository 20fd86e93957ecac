"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action, formAction, given } from "@/lib/action";
import { countTry } from "@/lib/auth/limits/commands";
import { dropHandover, keepHandover, requireActor } from "@/lib/auth/session";
import { inPart, parseForm, partOf } from "@/lib/form";
import { endService, registerService } from "@/lib/guidance/services/commands";
import { serviceEndInput, serviceInput } from "@/lib/guidance/services/input";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { canMail } from "@/lib/mail/mail";

const page = "oversight/accounts/services";

export const registerServiceAction = formAction([], async (form) => {
  const actor = await requireActor(page);
  const input = parseForm(serviceInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const { allowed } = await countTry("invitation", actor.organisationId ?? actor.id);
  if (!allowed) return sendBack(form, [{ code: "tooManyInvitations" }]);
  const registered = await registerService(actor, input.value);
  if (!registered.ok) return sendBack(form, registered.problems);
  if (!canMail) await keepHandover(`${registered.value.id}.${registered.value.token}`);
  return redirect(address(await getLocale(), `${page}?done=${canMail ? "serviceRegistered" : "serviceRegisteredByLink"}`));
});

export const endServiceAction = formAction([given.text], async (slug, form) => {
  const actor = await requireActor(page);
  const input = parseForm(serviceEndInput, partOf(form, slug));
  if (!input.ok) return sendBack(form, inPart(input.problems, slug));
  const ended = await endService(actor, slug, input.value.lastDay);
  if (!ended.ok) return sendBack(form, inPart(ended.problems, slug));
  return redirect(address(await getLocale(), `${page}?done=serviceEnds`));
});

export const resumeServiceAction = action([given.text], async (slug) => {
  const resumed = await endService(await requireActor(page), slug, null);
  redirect(address(await getLocale(), `${page}?${resumed.ok ? "done=serviceGoesOn" : `problem=${resumed.problems[0]?.code}`}`));
});

export const serviceHandedOverAction = action([], async () => {
  await requireActor(page);
  await dropHandover();
  redirect(address(await getLocale(), page));
});
