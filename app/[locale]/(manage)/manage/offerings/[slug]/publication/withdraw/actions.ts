"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { withdrawInput } from "@/lib/offerings/publishing/input";
import { withdrawOffering } from "@/lib/offerings/withdrawal/commands";

export const withdrawAction = formAction([given.text], async (slug, form) => {
  const actor = await requireActor(`manage/offerings/${slug}/publication/withdraw`);
  const input = parseForm(withdrawInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const withdrawn = await withdrawOffering(actor, slug, input.value);
  if (!withdrawn.ok) return sendBack(form, withdrawn.problems);
  return redirect(address(await getLocale(), `manage/offerings/${slug}/publication?done=withdrawn`));
});
