"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { requireActor } from "@/lib/auth/session";
import { takeBackReview } from "@/lib/feedback/reviews/commands";
import { address } from "@/lib/i18n/address";

export async function takeBackReviewAction(reviewId: string): Promise<void> {
  const taken = await takeBackReview(await requireActor("manage/feedback"), reviewId);
  redirect(address(await getLocale(), taken.ok ? "manage/feedback?done=takenBack" : "manage/feedback"));
}
