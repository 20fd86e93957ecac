"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action, formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { chooseNotices, readNotices } from "@/lib/notices/commands";
import { choicesInput } from "@/lib/notices/input";

/** Whoever goes where a notice leads has read it. */
export const openNoticeAction = action([given.serial, given.text], async (id, path) => {
  const actor = await requireActor("manage/notices");
  const read = await readNotices(actor, { id });
  redirect(address(await getLocale(), read.ok ? path : "manage/notices"));
});

export const readNoticeAction = action([given.serial], async (id) => {
  await readNotices(await requireActor("manage/notices"), { id });
  redirect(address(await getLocale(), "manage/notices"));
});

export const readAllNoticesAction = action([given.serial], async (before) => {
  await readNotices(await requireActor("manage/notices"), { before });
  redirect(address(await getLocale(), "manage/notices?done=allRead"));
});

export const chooseNoticesAction = formAction([], async (form) => {
  const actor = await requireActor("manage/notices");
  const input = parseForm(choicesInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const chosen = await chooseNotices(actor, input.value);
  if (!chosen.ok) return sendBack(form, chosen.problems);
  return redirect(address(await getLocale(), "manage/notices?done=saved"));
});
