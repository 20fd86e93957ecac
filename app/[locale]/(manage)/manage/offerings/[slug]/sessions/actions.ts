"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { confirmSessions } from "@/lib/offerings/sessions/planning/commands";

export const confirmAction = action([given.text, given.text], async (slug, seen) => {
  const path = `manage/offerings/${slug}/sessions`;
  const confirmed = await confirmSessions(await requireActor(path), slug, seen);
  redirect(address(await getLocale(), `${path}?done=${confirmed.ok ? `confirmed&count=${confirmed.value.count}` : "refused"}`));
});
