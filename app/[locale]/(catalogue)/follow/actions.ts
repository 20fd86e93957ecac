"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { countTry } from "@/lib/auth/limits/commands";
import { networkAddress } from "@/lib/auth/session";
import { askToFollow } from "@/lib/follows/commands";
import { followInput } from "@/lib/follows/input";
import { paramsIn, readTarget, targetQuery } from "@/lib/follows/target";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { sendBack } from "@/lib/i18n/send-back";

export const askToFollowAction = formAction([given.text], async (query, form) => {
  const target = readTarget(paramsIn(query.slice(1)));
  if (!target) return sendBack(form, [{ code: "followNothing" }]);
  const input = parseForm(followInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const { allowed } = await countTry("follow", await networkAddress());
  if (!allowed) return sendBack(form, [{ code: "tooManyTries" }]);
  const reader = await getLocale();
  const locale = isLocale(reader) ? reader : defaultLocale;
  const asked = await askToFollow(target, locale, input.value);
  if (!asked.ok) return sendBack(form, asked.problems);
  return redirect(address(locale, `follow${targetQuery(target)}&done=1`));
});
