"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { parseForm } from "@/lib/form";
import { boundsInput } from "@/lib/guidance/lists/input";
import { saveList } from "@/lib/guidance/lists/items/commands";
import { readEntries } from "@/lib/guidance/lists/items/entries";
import { findOwnList } from "@/lib/guidance/lists/queries";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const savePlanAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(`guidance/lists/${id}/plan`);
  const [bounds, read] = [parseForm(boundsInput, form), readEntries(form)];
  if (!bounds.ok) return sendBack(form, bounds.problems);
  if ("tooLong" in read) return sendBack(form, [{ code: "listTextTooLong", field: read.tooLong }]);
  const saved = await saveList(actor, id, { ...read, bounds: bounds.value, basis: String(form.get("basis") ?? "") });
  if (!saved.ok) {
    const found = await findOwnList(actor, id);
    if (found) form.set("basis", found.list.updatedAt.toISOString());
    return sendBack(form, saved.problems);
  }
  return redirect(address(await getLocale(), `guidance/lists/${id}/plan?done=planSaved&at=${now().getTime()}`));
});
