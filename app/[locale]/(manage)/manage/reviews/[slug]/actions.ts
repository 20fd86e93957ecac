"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { reviewInput } from "@/lib/feedback/input";
import { signReview } from "@/lib/feedback/reviews/commands";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const signReviewAction = formAction([given.text], async (slug, form) => {
  const actor = await requireActor(`manage/reviews/${slug}`);
  const input = parseForm(reviewInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const signed = await signReview(actor, slug, input.value);
  if (!signed.ok) return sendBack(form, signed.problems);
  return redirect(address(await getLocale(), "manage/feedback?done=signed"));
});
