"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { changeJurisdiction } from "@/lib/jurisdictions/commands";
import { jurisdictionInput } from "@/lib/jurisdictions/input";

export const changeJurisdictionAction = formAction([], async (form) => {
  const actor = await requireActor("oversight/authorities");
  const input = parseForm(jurisdictionInput, form, ["authorities"]);
  if (!input.ok) return sendBack(form, input.problems);
  const changed = await changeJurisdiction(actor, input.value);
  if (!changed.ok) return sendBack(form, changed.problems);
  return redirect(address(await getLocale(), "oversight/authorities?done=jurisdictionChanged"));
});
