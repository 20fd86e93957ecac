"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { addFeed } from "@/lib/harvest/commands";
import { feedInput } from "@/lib/harvest/input";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const addFeedAction = formAction([], async (form) => {
  const actor = await requireActor("manage/harvest/new");
  const input = parseForm(feedInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const added = await addFeed(actor, input.value);
  if (!added.ok) return sendBack(form, added.problems);
  return redirect(address(await getLocale(), `manage/harvest/${added.value.id}?done=feedAdded`));
});
