"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { requireActor } from "@/lib/auth/session";
import { type FormState, parseForm } from "@/lib/form";
import { deleteList, handOverList, labelList } from "@/lib/guidance/lists/hands/commands";
import { labelInput, unseenDoubts } from "@/lib/guidance/lists/input";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export async function labelListAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(`guidance/lists/${id}/settings`);
  const input = parseForm(z.object({ label: labelInput }), form);
  if (!input.ok) return sendBack(form, input.problems);
  const doubts = unseenDoubts(form);
  if (doubts.length > 0) return sendBack(form, doubts);
  const labelled = await labelList(actor, String(id), input.value.label);
  if (!labelled.ok) return sendBack(form, labelled.problems);
  return redirect(address(await getLocale(), `guidance/lists/${id}/settings?done=saved`));
}

export async function handOverListAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(`guidance/lists/${id}/settings`);
  const handed = await handOverList(actor, String(id), String(form.get("colleague") ?? ""));
  if (!handed.ok) return sendBack(form, handed.problems);
  return redirect(address(await getLocale(), "guidance?done=listHandedOver"));
}

export async function deleteListAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(`guidance/lists/${id}/settings`);
  const deleted = await deleteList(actor, String(id));
  if (!deleted.ok) return sendBack(form, deleted.problems);
  return redirect(address(await getLocale(), "guidance?done=listDeleted"));
}
