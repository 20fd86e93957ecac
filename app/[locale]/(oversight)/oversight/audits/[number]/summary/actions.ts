"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { readTexts } from "@/lib/audits/input";
import { publishSummary } from "@/lib/audits/summaries/commands";
import { requireActor } from "@/lib/auth/session";
import { valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const publishSummaryAction = formAction([given.number], async (number, form) => {
  const page = `oversight/audits/${encodeURIComponent(number)}`;
  const actor = await requireActor(`${page}/summary`);
  const input = readTexts(valuesOf(form), "text", 5000);
  if (!input.ok) return sendBack(form, input.problems);
  const published = await publishSummary(actor, Number(number), input.value);
  if (!published.ok) return sendBack(form, published.problems);
  return redirect(address(await getLocale(), `${page}?done=summaryPublished`));
});
