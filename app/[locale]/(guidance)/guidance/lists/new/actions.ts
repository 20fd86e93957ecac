"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { startList } from "@/lib/guidance/lists/commands";
import { newListInput, unseenDoubts } from "@/lib/guidance/lists/input";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const startListAction = formAction([], async (form) => {
  const actor = await requireActor("guidance/lists/new");
  const input = parseForm(newListInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const doubts = unseenDoubts(form);
  if (doubts.length > 0) return sendBack(form, doubts);
  const locale = await getLocale();
  const started = await startList(actor, { ...input.value, locale });
  if (!started.ok) return sendBack(form, started.problems);
  return redirect(address(locale, `guidance/lists/${started.value.id}?done=listStarted`));
});
