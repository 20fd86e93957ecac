"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { leaveTeam } from "@/lib/team/commands";

export const leaveAction = action([], async () => {
  const actor = await requireActor("manage/team/leave");
  const left = await leaveTeam(actor);
  const locale = await getLocale();
  if (!left.ok) redirect(address(locale, `manage/team?problem=${left.problems[0]?.code}`));
  redirect(address(locale, "account?done=teamLeft"));
});
