"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { readSession } from "@/lib/offerings/sessions/input";
import { addSession } from "@/lib/offerings/sessions/planning/commands";

export const addAction = formAction([given.text], async (slug, form) => {
  const path = `manage/offerings/${slug}/sessions`;
  const actor = await requireActor(`${path}/new`);
  const sent = valuesOf(form);
  const input = readSession(sent);
  if (!input.ok) return sendBack(form, input.problems);
  const added = await addSession(actor, slug, input.value, sent.token?.[0] ?? "");
  if (!added.ok) return sendBack(form, added.problems);
  return redirect(address(await getLocale(), `${path}?done=sessionAdded`));
});
