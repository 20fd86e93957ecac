"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { publishCriteria } from "@/lib/criteria/commands";
import { publishCriteriaInput } from "@/lib/criteria/input";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const publishCriteriaAction = formAction([given.id], async (id, form) => {
  const page = `oversight/criteria/${encodeURIComponent(id)}`;
  const actor = await requireActor(page);
  const input = parseForm(publishCriteriaInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const published = await publishCriteria(actor, id, input.value.from);
  if (!published.ok) return sendBack(form, published.problems);
  return redirect(address(await getLocale(), `${page}?done=criteriaPublished`));
});
