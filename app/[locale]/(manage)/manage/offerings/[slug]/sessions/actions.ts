"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { requireActor } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { confirmSessions } from "@/lib/offerings/sessions/planning/commands";

export async function confirmAction(slug: string, seen: string): Promise<void> {
  const path = `manage/offerings/${slug}/sessions`;
  const confirmed = await confirmSessions(await requireActor(path), slug, seen);
  redirect(address(await getLocale(), `${path}?done=${confirmed.ok ? `confirmed&count=${confirmed.value.count}` : "refused"}`));
}
