"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { requireActor } from "@/lib/auth/session";
import { saveCriteria } from "@/lib/criteria/commands";
import { type FormState, valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export async function saveCriteriaAction(id: string, part: string, revision: number, _: FormState, form: FormData): Promise<FormState> {
  const page = `oversight/criteria/${encodeURIComponent(id)}`;
  const actor = await requireActor(page);
  const saved = await saveCriteria(actor, id, revision, part, valuesOf(form));
  if (!saved.ok) return sendBack(form, saved.problems);
  return redirect(address(await getLocale(), `${page}${saved.value.part ? `/${saved.value.part}` : ""}?done=saved`));
}
