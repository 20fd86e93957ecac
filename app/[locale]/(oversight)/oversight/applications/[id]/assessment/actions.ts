"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { assess } from "@/lib/casework/commands";
import { keepAssessment } from "@/lib/casework/drafts/commands";
import { valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const assessAction = formAction([given.id], async (id, form) => {
  const page = `oversight/applications/${encodeURIComponent(id)}/assessment`;
  const actor = await requireActor(page);
  const keeps = form.has("keep");
  const done = await (keeps ? keepAssessment : assess)(actor, id, valuesOf(form));
  if (!done.ok) return sendBack(form, done.problems);
  return redirect(address(await getLocale(), `${page}?done=${keeps ? "assessmentKept" : "assessed"}`));
});
