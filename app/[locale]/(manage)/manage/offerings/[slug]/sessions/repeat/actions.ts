"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm, valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { repeatInput } from "@/lib/offerings/sessions/input";
import { repeatSessions } from "@/lib/offerings/sessions/planning/commands";

export const repeatAction = formAction([given.text], async (slug, form) => {
  const path = `manage/offerings/${slug}/sessions`;
  const actor = await requireActor(`${path}/repeat`);
  const input = parseForm(repeatInput, form, ["from"]);
  if (!input.ok) return sendBack(form, input.problems);
  const repeated = await repeatSessions(actor, slug, input.value, valuesOf(form).token?.[0] ?? "");
  if (!repeated.ok) return sendBack(form, repeated.problems);
  return redirect(address(await getLocale(), `${path}?done=sessionsAdded&count=${repeated.value.count}`));
});
