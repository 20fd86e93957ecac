"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { moderate } from "@/lib/casework/commands";
import { valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const moderateAction = formAction([given.id], async (id, form) => {
  const page = `oversight/applications/${encodeURIComponent(id)}/moderation`;
  const actor = await requireActor(page);
  const moderated = await moderate(actor, id, valuesOf(form));
  if (!moderated.ok) return sendBack(form, moderated.problems);
  return redirect(address(await getLocale(), `${page}?done=moderated`));
});
