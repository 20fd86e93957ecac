"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { confirmMatch, rejectMatch } from "@/lib/quality/matches/commands";

const page = (report: string) => `oversight/quality/${encodeURIComponent(report)}`;

export const confirmMatchAction = formAction([given.text, given.text, given.text], async (report, subject, organisation, form) => {
  const actor = await requireActor(page(report));
  const matched = await confirmMatch(actor, subject, organisation);
  if (!matched.ok) return sendBack(form, matched.problems);
  return redirect(address(await getLocale(), `${page(report)}?done=qualityMatched`));
});

export const rejectMatchAction = formAction([given.text, given.text, given.text], async (report, subject, organisation, form) => {
  const actor = await requireActor(page(report));
  const rejected = await rejectMatch(actor, subject, organisation);
  if (!rejected.ok) return sendBack(form, rejected.problems);
  return redirect(address(await getLocale(), `${page(report)}?done=qualityRejected`));
});
