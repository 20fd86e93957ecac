"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { countTry } from "@/lib/auth/limits/commands";
import { networkAddress } from "@/lib/auth/session";
import { confirmFollow } from "@/lib/follows/commands";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const confirmFollowAction = formAction([given.text], async (token, form) => {
  const confirmed = await confirmFollow(token);
  if (confirmed.ok) return redirect(address(await getLocale(), `follow/stop/${confirmed.value.key}?done=confirmed`));
  const { allowed } = await countTry("follow", await networkAddress());
  return sendBack(form, allowed ? confirmed.problems : [{ code: "tooManyTries" }]);
});
