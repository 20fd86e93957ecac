"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action, formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { readSession } from "@/lib/offerings/sessions/input";
import { cancelSession, changeSession } from "@/lib/offerings/sessions/planning/commands";

const pathOf = (slug: string) => `manage/offerings/${slug}/sessions`;

export const changeAction = formAction([given.text, given.id], async (slug, id, form) => {
  const actor = await requireActor(`${pathOf(slug)}/${id}`);
  const sent = valuesOf(form);
  const input = readSession(sent);
  if (!input.ok) return sendBack(form, input.problems);
  const changed = await changeSession(actor, slug, id, input.value, sent.seen?.[0] ?? "");
  if (!changed.ok) {
    // What somebody else saved stands above the form then, beside what was typed into it.
    if (changed.problems.some(({ code }) => code === "changedMeanwhile")) refresh();
    return sendBack(form, changed.problems);
  }
  return redirect(address(await getLocale(), `${pathOf(slug)}?done=sessionChanged`));
});

export const cancelAction = action([given.text, given.id, given.choice], async (slug, id, cancelled) => {
  const actor = await requireActor(`${pathOf(slug)}/${id}`);
  const done = await cancelSession(actor, slug, id, cancelled);
  const told = !done.ok ? "refused" : cancelled ? "sessionCancelled" : "sessionReinstated";
  redirect(address(await getLocale(), `${pathOf(slug)}?done=${told}`));
});
