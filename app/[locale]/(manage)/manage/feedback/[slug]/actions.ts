"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { LinksState } from "@/components/feedback/invite-form";
import { action, formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { env } from "@/lib/env";
import { inviteToFeedback, respondToFeedback, takeBackResponse } from "@/lib/feedback/commands";
import { inviteInput, responseInput } from "@/lib/feedback/input";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

/** No redirect here: the links are in this answer and nowhere else. */
export const inviteAction = formAction([given.id], async (sessionId, form): Promise<LinksState> => {
  const actor = await requireActor("manage/feedback");
  const input = parseForm(inviteInput, form);
  if (!input.ok) return { ...(await sendBack(form, input.problems)), links: [] };
  const made = await inviteToFeedback(actor, { sessionId, ...input.value }, today());
  if (!made.ok) return { ...(await sendBack(form, made.problems)), links: [] };
  const locale = await getLocale();
  return {
    problems: [],
    values: {},
    links: made.value.tokens.map((token) => new URL(address(locale, `feedback/${token}`), env.SITE_URL).href),
  };
});

export const respondAction = formAction([given.text, given.id], async (slug, offeringId, form) => {
  const actor = await requireActor(`manage/feedback/${slug}`);
  const input = parseForm(responseInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const said = await respondToFeedback(actor, offeringId, input.value);
  if (!said.ok) return sendBack(form, said.problems);
  return redirect(address(await getLocale(), `manage/feedback/${slug}?done=responded`));
});

export const takeBackResponseAction = action([given.text, given.id], async (slug, responseId) => {
  const taken = await takeBackResponse(await requireActor(`manage/feedback/${slug}`), responseId);
  redirect(address(await getLocale(), `manage/feedback/${slug}${taken.ok ? "?done=takenBack" : ""}`));
});
