"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { archiveInput } from "@/lib/offerings/publishing/input";
import { archiveOffering } from "@/lib/offerings/withdrawal/commands";

export const archiveAction = formAction([given.text], async (slug, form) => {
  const actor = await requireActor(`manage/offerings/${slug}/publication/archive`);
  const input = parseForm(archiveInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const archived = await archiveOffering(actor, slug);
  if (!archived.ok) return sendBack(form, archived.problems);
  return redirect(address(await getLocale(), `manage/offerings/${slug}/publication?done=archived`));
});
