"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { tryAgain } from "@/lib/imports/again/commands";
import { waitForImport } from "@/lib/imports/queries";
import { cellsOf } from "@/lib/imports/repairs/cell-name";
import { keepRepairs } from "@/lib/imports/repairs/commands";

export const keepRepairsAction = formAction([given.id, given.count], async (id, page, form) => {
  const actor = await requireActor(`manage/imports/${id}/repair`);
  const locale = await getLocale();
  const kept = await keepRepairs(actor, id, cellsOf(form));
  if (!kept.ok) return sendBack(form, kept.problems);
  if (form.get("then") === "later") return redirect(address(locale, `manage/imports/${id}/repair?page=${page}&done=repairsKept`));
  const tried = await tryAgain(actor, id);
  if (!tried.ok) return sendBack(form, tried.problems);
  await waitForImport(tried.value.importId);
  return redirect(address(locale, `manage/imports/${tried.value.importId}?done=fileTriedAgain`));
});
