"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { assignList } from "@/lib/guidance/lists/hands/commands";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const assignListAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor("guidance");
  const field = `colleague.${id}`;
  const assigned = await assignList(actor, id, String(form.get(field) ?? ""));
  if (!assigned.ok)
    return sendBack(
      form,
      assigned.problems.map((problem) => (problem.field ? { ...problem, field } : problem)),
    );
  return redirect(address(await getLocale(), "guidance?done=listAssigned"));
});
