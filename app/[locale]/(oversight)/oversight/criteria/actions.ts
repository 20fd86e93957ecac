"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { draftCriteria } from "@/lib/criteria/commands";
import { address } from "@/lib/i18n/address";

export const draftCriteriaAction = action([], async () => {
  const actor = await requireActor("oversight/criteria");
  const drafted = await draftCriteria(actor);
  const to = drafted.ok ? `/${drafted.value.id}?done=criteriaDrafted` : `?problem=${drafted.problems[0]?.code}`;
  redirect(address(await getLocale(), `oversight/criteria${to}`));
});
