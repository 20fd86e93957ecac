"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { makeTemplate } from "@/lib/guidance/templates/commands";
import { newTemplateInput } from "@/lib/guidance/templates/input";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const makeTemplateAction = formAction([], async (form) => {
  const actor = await requireActor("guidance/templates");
  const input = parseForm(newTemplateInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const locale = await getLocale();
  const made = await makeTemplate(actor, { ...input.value, locale });
  if (!made.ok) return sendBack(form, made.problems);
  return redirect(address(locale, `guidance/lists/${made.value.id}?done=templateMade`));
});
