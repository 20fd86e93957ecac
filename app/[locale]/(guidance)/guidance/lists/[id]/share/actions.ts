"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { keepHandover, requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { shareInput } from "@/lib/guidance/lists/input";
import { endSharing, shareClientList } from "@/lib/guidance/lists/sharing/commands";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

/** The link goes to this browser alone, for a while: no address of the desk and no database holds it. */
export const shareClientListAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(`guidance/lists/${id}/share`);
  const input = parseForm(shareInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const shared = await shareClientList(actor, id, input.value);
  if (!shared.ok) return sendBack(form, shared.problems);
  await keepHandover(shared.value.token);
  return redirect(address(await getLocale(), `guidance/lists/${id}/share?done=listShared`));
});

export const endSharingAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(`guidance/lists/${id}/share`);
  const ended = await endSharing(actor, id);
  if (!ended.ok) return sendBack(form, ended.problems);
  return redirect(address(await getLocale(), `guidance/lists/${id}/share?done=listUnshared`));
});
