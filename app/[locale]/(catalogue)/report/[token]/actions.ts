"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { countTry } from "@/lib/auth/limits/commands";
import { networkAddress } from "@/lib/auth/session";
import type { FormState } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { confirmReportEmail } from "@/lib/reports/sending/commands";

export async function confirmReportEmailAction(token: string, code: string, _: FormState, form: FormData): Promise<FormState> {
  const confirmed = await confirmReportEmail(String(token), String(code));
  if (confirmed.ok) return redirect(address(await getLocale(), `report/${token}?done=confirmed`));
  const { allowed } = await countTry("report", await networkAddress());
  return sendBack(form, allowed ? confirmed.problems : [{ code: "tooManyTries" }]);
}
