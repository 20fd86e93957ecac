"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { addSynonyms } from "@/lib/synonyms/commands";
import { synonymsInput } from "@/lib/synonyms/input";

export const addSynonymsAction = formAction([], async (form) => {
  const actor = await requireActor("oversight/vocabularies/new");
  const input = parseForm(synonymsInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const added = await addSynonyms(actor, input.value);
  if (!added.ok) return sendBack(form, added.problems);
  return redirect(address(await getLocale(), "oversight/vocabularies?done=synonymsAdded&state=all"));
});
