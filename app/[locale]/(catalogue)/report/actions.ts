"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { countTry } from "@/lib/auth/limits/commands";
import { networkAddress } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { reportInput } from "@/lib/reports/input";
import { readAbout } from "@/lib/reports/report";
import { sendReport } from "@/lib/reports/sending/commands";

export const sendReportAction = formAction([given.text], async (page, form) => {
  const about = readAbout(page);
  if (!about) return sendBack(form, [{ code: "reportAboutNothing" }]);
  const input = parseForm(reportInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const { allowed } = await countTry("report", await networkAddress());
  if (!allowed) return sendBack(form, [{ code: "tooManyTries" }]);
  const locale = await getLocale();
  const sent = await sendReport(about, locale, input.value);
  if (!sent.ok) return sendBack(form, sent.problems);
  return redirect(address(locale, `report/${sent.value.token}?done=1`));
});
