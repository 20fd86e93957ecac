"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { countTry } from "@/lib/auth/limits/commands";
import { networkAddress } from "@/lib/auth/session";
import { confirmFollow } from "@/lib/follows/commands";
import type { FormState } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export async function confirmFollowAction(token: string, _: FormState, form: FormData): Promise<FormState> {
  const confirmed = await confirmFollow(String(token));
  if (confirmed.ok) return redirect(address(await getLocale(), `follow/stop/${confirmed.value.key}?done=confirmed`));
  const { allowed } = await countTry("follow", await networkAddress());
  return sendBack(form, allowed ? confirmed.problems : [{ code: "tooManyTries" }]);
}
