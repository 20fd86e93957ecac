"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { requireActor } from "@/lib/auth/session";
import { type FormState, parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { copyOffering } from "@/lib/offerings/copying/commands";
import { copyInput } from "@/lib/offerings/publishing/input";

export async function copyAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(`manage/offerings/${slug}/publication/copy`);
  const input = parseForm(copyInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const copied = await copyOffering(actor, slug, input.value);
  if (!copied.ok) return sendBack(form, copied.problems);
  const done = input.value.sessions === "next" ? "copiedNext" : "copied";
  return redirect(address(await getLocale(), `manage/offerings/${copied.value.slug}/edit/learn?done=${done}`));
}
