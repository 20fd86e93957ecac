"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction } from "@/lib/action";
import { openInput } from "@/lib/audits/input";
import { openAudit } from "@/lib/audits/opening/commands";
import { requireActor } from "@/lib/auth/session";
import { parseForm, valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const openAuditAction = formAction([], async (form) => {
  const actor = await requireActor("oversight/audits/new");
  const input = parseForm(openInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const opened = await openAudit(actor, valuesOf(form).id?.[0] ?? "", input.value);
  if (!opened.ok) return sendBack(form, opened.problems);
  return redirect(address(await getLocale(), `oversight/audits/${opened.value.number}?done=auditOpened`));
});
