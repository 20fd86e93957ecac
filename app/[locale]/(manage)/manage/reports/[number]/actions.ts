"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { answerReport } from "@/lib/reports/answering/commands";
import { answerInput } from "@/lib/reports/input";

export const answerReportAction = formAction([given.number], async (number, form) => {
  const page = `manage/reports/${encodeURIComponent(number)}`;
  const actor = await requireActor(page);
  const input = parseForm(answerInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const answered = await answerReport(actor, Number(number), input.value.text);
  if (!answered.ok) return sendBack(form, answered.problems);
  return redirect(address(await getLocale(), `${page}?done=reportAnswered`));
});
