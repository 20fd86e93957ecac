"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { inviteToTeamInput } from "@/lib/accounts/input";
import { findTeamOf } from "@/lib/accounts/overview/queries";
import { action, formAction } from "@/lib/action";
import { countTry } from "@/lib/auth/limits/commands";
import { mayAtAll } from "@/lib/auth/permissions";
import { dropHandover, keepHandover, requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { canMail } from "@/lib/mail/mail";
import { invite } from "@/lib/team/invitations/commands";

const page = "oversight/accounts/invite";

export const inviteToTeamAction = formAction([], async (form) => {
  const actor = await requireActor(page);
  if (!mayAtAll(actor, "instance.manage")) return sendBack(form, [{ code: "notAllowed" }]);
  const input = parseForm(inviteToTeamInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const team = await findTeamOf(actor, input.value.organisation);
  if (!team) return sendBack(form, [{ code: "teamUnknown", field: "organisation" }]);
  const { allowed } = await countTry("invitation", actor.organisationId ?? actor.id);
  if (!allowed) return sendBack(form, [{ code: "tooManyInvitations" }]);
  const sent = await invite(actor, input.value, team.id);
  if (!sent.ok) return sendBack(form, sent.problems);
  if (!canMail) await keepHandover(`${sent.value.id}.${sent.value.token}`);
  return redirect(address(await getLocale(), `${page}?done=${canMail ? "invitedToTeam" : "invitedToTeamByLink"}`));
});

export const handedOverHereAction = action([], async () => {
  await requireActor(page);
  await dropHandover();
  redirect(address(await getLocale(), page));
});
