"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { LinksState } from "@/components/feedback/invite-form";
import { requireActor } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { env } from "@/lib/env";
import { inviteToFeedback, respondToFeedback, takeBackResponse } from "@/lib/feedback/commands";
import { inviteInput, responseInput } from "@/lib/feedback/input";
import { type FormState, parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

/** No redirect here: the links are in this answer and nowhere else. */
export async function inviteAction(sessionId: string, _: LinksState, form: FormData): Promise<LinksState> {
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
}

export async function respondAction(slug: string, offeringId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(`manage/feedback/${slug}`);
  const input = parseForm(responseInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const said = await respondToFeedback(actor, offeringId, input.value);
  if (!said.ok) return sendBack(form, said.problems);
  return redirect(address(await getLocale(), `manage/feedback/${slug}?done=responded`));
}

export async function takeBackResponseAction(slug: string, responseId: string): Promise<void> {
  const taken = await takeBackResponse(await requireActor(`manage/feedback/${slug}`), responseId);
  redirect(address(await getLocale(), `manage/feedback/${slug}${taken.ok ? "?done=takenBack" : ""}`));
}
