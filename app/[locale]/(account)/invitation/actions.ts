"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action, given } from "@/lib/action";
import { dropSession, requireActor, sessionToken } from "@/lib/auth/session";
import { actFor } from "@/lib/auth/sign-ins/commands";
import { address } from "@/lib/i18n/address";
import { acceptInvitation } from "@/lib/team/invitations/commands";

const page = (token: string) => `invitation?${new URLSearchParams({ token })}`;

export const acceptInvitationAction = action([given.text], async (token) => {
  const actor = await requireActor(page(token));
  const locale = await getLocale();
  const accepted = await acceptInvitation(actor, token);
  if (!accepted.ok) redirect(address(locale, `${page(token)}&problem=${accepted.problems[0]?.code}`));
  await actFor(actor, (await sessionToken()) ?? "", accepted.value.organisationId);
  redirect(address(locale, "manage?done=joined"));
});

/** Whoever came with the wrong account signs out and comes back to the same invitation. */
export const signInAsOtherAction = action([given.text], async (token) => {
  await dropSession();
  const locale = await getLocale();
  redirect(address(locale, `sign-in?${new URLSearchParams({ to: address(locale, page(token)) })}`));
});
