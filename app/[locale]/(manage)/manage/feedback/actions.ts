"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { takeBackReview } from "@/lib/feedback/reviews/commands";
import { address } from "@/lib/i18n/address";

export const takeBackReviewAction = action([given.id], async (reviewId) => {
  const taken = await takeBackReview(await requireActor("manage/feedback"), reviewId);
  redirect(address(await getLocale(), taken.ok ? "manage/feedback?done=takenBack" : "manage/feedback"));
});
