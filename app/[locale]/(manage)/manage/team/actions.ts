"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action, formAction, given } from "@/lib/action";
import { countTry } from "@/lib/auth/limits/commands";
import { dropHandover, keepHandover, requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { isLocale } from "@/lib/i18n/locales";
import { sendBack } from "@/lib/i18n/send-back";
import { canMail } from "@/lib/mail/mail";
import type { Result } from "@/lib/result";
import { inviteInput } from "@/lib/team/input";
import { invite, inviteAgain, revokeInvitation, type Sent } from "@/lib/team/invitations/commands";

/** Where no mail can be sent, whoever invites hands the link over: it waits for the next page in their own browser. */
async function goOn(sent: Sent, locale: string): Promise<never> {
  if (!canMail) await keepHandover(`${sent.id}.${sent.token}`);
  return redirect(address(locale, canMail ? "manage/team?done=invited" : "manage/team?done=invitedByLink"));
}

export const inviteAction = formAction([], async (form) => {
  const actor = await requireActor("manage/team");
  const input = parseForm(inviteInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const { allowed } = await countTry("invitation", actor.organisationId ?? actor.id);
  if (!allowed) return sendBack(form, [{ code: "tooManyInvitations" }]);
  const sent = await invite(actor, input.value);
  if (!sent.ok) return sendBack(form, sent.problems);
  return goOn(sent.value, input.value.locale);
});

export const inviteAgainAction = action([given.id], async (id) => {
  const actor = await requireActor("manage/team");
  const locale = await getLocale();
  const { allowed } = await countTry("invitation", actor.organisationId ?? actor.id);
  if (!allowed) redirect(address(locale, "manage/team?problem=tooManyInvitations#invitations"));
  const sent = await inviteAgain(actor, id, isLocale(locale) ? locale : "en");
  if (!sent.ok) redirect(address(locale, `manage/team?problem=${sent.problems[0]?.code}#invitations`));
  await goOn(sent.value, locale);
});

export const revokeAction = action([given.id], async (id) => {
  const actor = await requireActor("manage/team");
  await end(await revokeInvitation(actor, id), "invitationRevoked");
});

export const handedOverAction = action([], async () => {
  await requireActor("manage/team");
  await dropHandover();
  redirect(address(await getLocale(), "manage/team#invitations"));
});

async function end(result: Result<null>, done: string): Promise<never> {
  const query = result.ok ? `done=${done}` : `problem=${result.problems[0]?.code}`;
  return redirect(address(await getLocale(), `manage/team?${query}`));
}
