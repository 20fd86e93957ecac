"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { requireActor } from "@/lib/auth/session";
import { type FormState, parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { chooseNotices, readNotices } from "@/lib/notices/commands";
import { choicesInput } from "@/lib/notices/input";

/** Whoever goes where a notice leads has read it. */
export async function openNoticeAction(id: number, path: string): Promise<void> {
  const actor = await requireActor("manage/notices");
  const read = await readNotices(actor, { id });
  redirect(address(await getLocale(), read.ok ? path : "manage/notices"));
}

export async function readNoticeAction(id: number): Promise<void> {
  await readNotices(await requireActor("manage/notices"), { id });
  redirect(address(await getLocale(), "manage/notices"));
}

export async function readAllNoticesAction(before: number): Promise<void> {
  await readNotices(await requireActor("manage/notices"), { before });
  redirect(address(await getLocale(), "manage/notices?done=allRead"));
}

export async function chooseNoticesAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor("manage/notices");
  const input = parseForm(choicesInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const chosen = await chooseNotices(actor, input.value);
  if (!chosen.ok) return sendBack(form, chosen.problems);
  return redirect(address(await getLocale(), "manage/notices?done=saved"));
}
