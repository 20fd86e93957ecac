"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { countTry } from "@/lib/auth/limits/commands";
import { networkAddress } from "@/lib/auth/session";
import { endFollow } from "@/lib/follows/commands";
import type { FormState } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export async function endFollowAction(key: string, all: boolean, _: FormState, form: FormData): Promise<FormState> {
  const { allowed } = await countTry("follow", await networkAddress());
  if (!allowed) return sendBack(form, [{ code: "tooManyTries" }]);
  await endFollow(String(key), all === true);
  return redirect(address(await getLocale(), `follow/stop/${key}`));
}
