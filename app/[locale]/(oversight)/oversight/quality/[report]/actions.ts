"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { requireActor } from "@/lib/auth/session";
import type { FormState } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { confirmMatch, rejectMatch } from "@/lib/quality/matches/commands";

const page = (report: string) => `oversight/quality/${encodeURIComponent(report)}`;

export async function confirmMatchAction(
  report: string,
  subject: string,
  organisation: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor(page(report));
  const matched = await confirmMatch(actor, subject, organisation);
  if (!matched.ok) return sendBack(form, matched.problems);
  return redirect(address(await getLocale(), `${page(report)}?done=qualityMatched`));
}

export async function rejectMatchAction(
  report: string,
  subject: string,
  organisation: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor(page(report));
  const rejected = await rejectMatch(actor, subject, organisation);
  if (!rejected.ok) return sendBack(form, rejected.problems);
  return redirect(address(await getLocale(), `${page(report)}?done=qualityRejected`));
}
