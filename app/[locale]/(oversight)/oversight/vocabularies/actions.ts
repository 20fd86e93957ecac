"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { problemsOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import type { Problem } from "@/lib/result";
import { endSynonyms } from "@/lib/synonyms/commands";
import { endSynonymsInput } from "@/lib/synonyms/input";

export const endSynonymsAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor("oversight/vocabularies");
  // Each row has such a form: its field is named after the group.
  const field = `until.${id}`;
  const back = (problems: Problem[]) =>
    sendBack(
      form,
      problems.map((one) => (one.field ? { ...one, field } : one)),
    );
  const input = endSynonymsInput.safeParse({ until: form.get(field) });
  if (!input.success) return back(problemsOf(input.error));
  const ended = await endSynonyms(actor, id, input.data.until);
  if (!ended.ok) return back(ended.problems);
  return redirect(address(await getLocale(), "oversight/vocabularies?done=synonymsEnded"));
});
