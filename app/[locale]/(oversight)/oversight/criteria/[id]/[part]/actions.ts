"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { saveCriteria } from "@/lib/criteria/commands";
import { valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const saveCriteriaAction = formAction([given.id, given.text, given.count], async (id, part, revision, form) => {
  const page = `oversight/criteria/${encodeURIComponent(id)}`;
  const actor = await requireActor(page);
  const saved = await saveCriteria(actor, id, revision, part, valuesOf(form));
  if (!saved.ok) return sendBack(form, saved.problems);
  return redirect(address(await getLocale(), `${page}${saved.value.part ? `/${saved.value.part}` : ""}?done=saved`));
});
