"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { acknowledgeInput, seenOf } from "@/lib/monitoring/input";
import { acknowledgeVersions } from "@/lib/monitoring/officers/commands";

export const acknowledgeAction = formAction([], async (form) => {
  const actor = await requireActor("oversight/monitoring");
  const input = parseForm(acknowledgeInput, form, ["seen"]);
  if (!input.ok) return sendBack(form, input.problems);
  const acknowledged = await acknowledgeVersions(actor, seenOf(input.value.seen));
  if (!acknowledged.ok) return sendBack(form, acknowledged.problems);
  return redirect(address(await getLocale(), "oversight/monitoring?done=versionsSeen"));
});
