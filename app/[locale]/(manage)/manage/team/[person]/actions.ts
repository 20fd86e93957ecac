"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action, formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { changeRole, takeOut } from "@/lib/team/commands";
import { roleInput } from "@/lib/team/input";

export const changeRoleAction = formAction([given.id], async (personId, form) => {
  const actor = await requireActor("manage/team");
  const input = parseForm(roleInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const changed = await changeRole(actor, personId, input.value.role);
  if (!changed.ok) return sendBack(form, changed.problems);
  return redirect(address(await getLocale(), "manage/team?done=roleChanged"));
});

export const takeOutAction = action([given.id], async (personId) => {
  const actor = await requireActor("manage/team");
  const taken = await takeOut(actor, personId);
  redirect(address(await getLocale(), `manage/team?${taken.ok ? "done=memberRemoved" : `problem=${taken.problems[0]?.code}`}`));
});
