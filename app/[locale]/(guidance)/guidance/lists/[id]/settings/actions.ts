"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { deleteList, handOverList, labelList } from "@/lib/guidance/lists/hands/commands";
import { labelInput, unseenDoubts } from "@/lib/guidance/lists/input";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const labelListAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(`guidance/lists/${id}/settings`);
  const input = parseForm(z.object({ label: labelInput }), form);
  if (!input.ok) return sendBack(form, input.problems);
  const doubts = unseenDoubts(form);
  if (doubts.length > 0) return sendBack(form, doubts);
  const labelled = await labelList(actor, id, input.value.label);
  if (!labelled.ok) return sendBack(form, labelled.problems);
  return redirect(address(await getLocale(), `guidance/lists/${id}/settings?done=saved`));
});

export const handOverListAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(`guidance/lists/${id}/settings`);
  const handed = await handOverList(actor, id, String(form.get("colleague") ?? ""));
  if (!handed.ok) return sendBack(form, handed.problems);
  return redirect(address(await getLocale(), "guidance?done=listHandedOver"));
});

export const deleteListAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(`guidance/lists/${id}/settings`);
  const deleted = await deleteList(actor, id);
  if (!deleted.ok) return sendBack(form, deleted.problems);
  return redirect(address(await getLocale(), "guidance?done=listDeleted"));
});
