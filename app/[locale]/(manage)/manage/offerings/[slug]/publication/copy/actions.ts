"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { copyOffering } from "@/lib/offerings/copying/commands";
import { copyInput } from "@/lib/offerings/publishing/input";

export const copyAction = formAction([given.text], async (slug, form) => {
  const actor = await requireActor(`manage/offerings/${slug}/publication/copy`);
  const input = parseForm(copyInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const copied = await copyOffering(actor, slug, input.value);
  if (!copied.ok) return sendBack(form, copied.problems);
  const done = input.value.sessions === "next" ? "copiedNext" : "copied";
  return redirect(address(await getLocale(), `manage/offerings/${copied.value.slug}/edit/learn?done=${done}`));
});
