"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { conflictInput } from "@/lib/decisions/kinds/input";
import { declareConflict } from "@/lib/decisions/signing/commands";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const declareConflictAction = formAction([given.text], async (slug, form) => {
  const page = `oversight/providers/${encodeURIComponent(slug)}`;
  const actor = await requireActor(page);
  const input = parseForm(conflictInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const declared = await declareConflict(actor, slug, input.value.reason);
  if (!declared.ok) return sendBack(form, declared.problems);
  return redirect(address(await getLocale(), `${page}?done=conflictDeclared`));
});
