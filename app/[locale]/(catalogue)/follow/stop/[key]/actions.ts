"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { countTry } from "@/lib/auth/limits/commands";
import { networkAddress } from "@/lib/auth/session";
import { endFollow } from "@/lib/follows/commands";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const endFollowAction = formAction([given.text, given.choice], async (key, all, form) => {
  const { allowed } = await countTry("follow", await networkAddress());
  if (!allowed) return sendBack(form, [{ code: "tooManyTries" }]);
  await endFollow(key, all);
  return redirect(address(await getLocale(), `follow/stop/${key}`));
});
