"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { draftDecision } from "@/lib/decisions/signing/commands";
import { valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const draftDecisionAction = formAction([given.text], async (slug, form) => {
  const page = `oversight/providers/${encodeURIComponent(slug)}`;
  const actor = await requireActor(page);
  const { draft, ...values } = valuesOf(form);
  const drafted = await draftDecision(actor, slug, values, draft?.[0] ?? "");
  if (!drafted.ok) return sendBack(form, drafted.problems);
  return redirect(address(await getLocale(), `${page}/decide/${drafted.value.id}`));
});
