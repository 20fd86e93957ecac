"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action } from "@/lib/action";
import { beginApplication } from "@/lib/applications/commands";
import { requireActor } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";

export const beginApplicationAction = action([], async () => {
  const actor = await requireActor("manage/applications");
  const begun = await beginApplication(actor);
  const locale = await getLocale();
  redirect(
    address(locale, begun.ok ? `manage/applications/${begun.value.id}/identity` : `manage/applications?problem=${begun.problems[0]?.code}`),
  );
});
