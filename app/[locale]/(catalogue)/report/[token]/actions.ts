"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { countTry } from "@/lib/auth/limits/commands";
import { networkAddress } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { confirmReportEmail } from "@/lib/reports/sending/commands";

export const confirmReportEmailAction = formAction([given.text, given.text], async (token, code, form) => {
  const confirmed = await confirmReportEmail(token, code);
  if (confirmed.ok) return redirect(address(await getLocale(), `report/${token}?done=confirmed`));
  const { allowed } = await countTry("report", await networkAddress());
  return sendBack(form, allowed ? confirmed.problems : [{ code: "tooManyTries" }]);
});
