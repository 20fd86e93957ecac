"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { countTry } from "@/lib/auth/limits/commands";
import { networkAddress } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { giveFeedback } from "@/lib/feedback/commands";
import { answerInput } from "@/lib/feedback/input";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

/** Only what fails is counted against a network address: a whole class may answer from one. */
export const giveFeedbackAction = formAction([given.text], async (token, form) => {
  const input = parseForm(answerInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const locale = await getLocale();
  const given = await giveFeedback(token, locale, input.value, today());
  if (given.ok) return redirect(address(locale, `feedback/${token}?done=1`));
  const { allowed } = await countTry("feedback", await networkAddress());
  return sendBack(form, allowed ? given.problems : [{ code: "tooManyTries" }]);
});
