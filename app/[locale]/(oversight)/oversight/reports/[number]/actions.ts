"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { closeReport, forwardReport } from "@/lib/reports/handling/commands";
import { closeInput, forwardInput } from "@/lib/reports/input";

const page = (number: string) => `oversight/reports/${encodeURIComponent(number)}`;

export const forwardReportAction = formAction([given.number], async (number, form) => {
  const actor = await requireActor(page(number));
  const input = parseForm(forwardInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const forwarded = await forwardReport(actor, Number(number), input.value);
  if (!forwarded.ok) return sendBack(form, forwarded.problems);
  return redirect(address(await getLocale(), `${page(number)}?done=reportForwarded`));
});

export const closeReportAction = formAction([given.number], async (number, form) => {
  const actor = await requireActor(page(number));
  const input = parseForm(closeInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const closed = await closeReport(actor, Number(number), input.value);
  if (!closed.ok) return sendBack(form, closed.problems);
  return redirect(address(await getLocale(), `${page(number)}?done=reportClosed`));
});
