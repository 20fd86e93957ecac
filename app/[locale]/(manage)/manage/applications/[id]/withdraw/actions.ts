"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action, given } from "@/lib/action";
import { withdrawApplication } from "@/lib/applications/commands";
import { requireActor } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";

export const withdrawApplicationAction = action([given.id], async (id) => {
  const actor = await requireActor("manage/applications");
  const withdrawn = await withdrawApplication(actor, id);
  const query = withdrawn.ok ? "done=applicationWithdrawn" : `problem=${withdrawn.problems[0]?.code}`;
  redirect(address(await getLocale(), `manage/applications?${query}`));
});
