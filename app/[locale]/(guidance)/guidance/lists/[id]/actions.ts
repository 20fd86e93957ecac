"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { keepInList } from "@/lib/guidance/lists/commands";
import { saveList } from "@/lib/guidance/lists/items/commands";
import { readEntries } from "@/lib/guidance/lists/items/entries";
import { findOwnList } from "@/lib/guidance/lists/queries";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { readChosen } from "@/lib/lists/chosen";

/**
 * Saves what the form says and does what its button says beside. Where the list was changed meanwhile, a second try knows of it. `at` makes the
 * page another one each time, so that what stood in its form before is not what it begins from.
 */
export const saveListAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(`guidance/lists/${id}`);
  const read = readEntries(form);
  if ("tooLong" in read) return sendBack(form, [{ code: "listTextTooLong", field: read.tooLong }]);
  const saved = await saveList(actor, id, { ...read, basis: String(form.get("basis") ?? "") });
  if (!saved.ok) {
    const found = await findOwnList(actor, id);
    if (found) form.set("basis", found.list.updatedAt.toISOString());
    return sendBack(form, saved.problems);
  }
  return redirect(address(await getLocale(), `guidance/lists/${id}?done=listSaved&at=${now().getTime()}`));
});

export const keepInListAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(`guidance/lists/${id}`);
  const slugs = readChosen(String(form.get("offering") ?? "").split(/\s+/));
  const kept = await keepInList(actor, id, slugs);
  if (!kept.ok) return sendBack(form, kept.problems);
  return redirect(
    address(await getLocale(), `guidance/lists/${id}?done=${kept.value.added > 0 ? "keptInList" : "inListAlready"}&at=${now().getTime()}`),
  );
});
