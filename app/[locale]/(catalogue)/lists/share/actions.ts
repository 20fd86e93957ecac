"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction } from "@/lib/action";
import { countTry } from "@/lib/auth/limits/commands";
import { networkAddress } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { shareList } from "@/lib/lists/commands";
import { listInput, readEntries } from "@/lib/lists/input";

export const shareListAction = formAction([], async (form) => {
  const [input, { entries, tooLong }] = [parseForm(listInput, form), readEntries(form)];
  if (!input.ok) return sendBack(form, input.problems);
  if (tooLong) return sendBack(form, [{ code: "listTextTooLong", field: tooLong }]);
  const { allowed } = await countTry("list", await networkAddress());
  if (!allowed) return sendBack(form, [{ code: "tooManyTries" }]);
  const locale = await getLocale();
  const { title, days, once } = input.value;
  const shared = await shareList(locale, { title, days, entries }, once);
  if (!shared.ok) return sendBack(form, shared.problems);
  return redirect(address(locale, `lists/change/${shared.value.secret}?done=made`));
});
