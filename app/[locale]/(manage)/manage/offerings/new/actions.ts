"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { createDraft } from "@/lib/offerings/drafts/commands";
import { draftInput } from "@/lib/offerings/drafts/input";

export const createDraftAction = formAction([], async (form) => {
  const actor = await requireActor("manage/offerings/new");
  const input = parseForm(draftInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const made = await createDraft(actor, input.value);
  if (!made.ok) return sendBack(form, made.problems);
  return redirect(address(await getLocale(), `manage/offerings/${made.value.slug}/edit/learn?done=created`));
});
