"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { tryAgain } from "@/lib/imports/again/commands";
import { saveMapping } from "@/lib/imports/commands";
import type { FileFacts } from "@/lib/imports/facts";
import { mappingInput } from "@/lib/imports/mapping";
import { readMappingForm } from "@/lib/imports/mapping-form";
import { isImportId } from "@/lib/imports/page";
import { findImportFor, waitForImport } from "@/lib/imports/queries";

export const readAgainAction = formAction([given.id], async (id, form) => {
  const actor = actorOf(await requirePerson(`manage/imports/${id}/mapping`));
  const shown = isImportId(id) ? await findImportFor(actor, id) : undefined;
  if (!shown) return sendBack(form, [{ code: "importUnknown" }]);
  const mapping = readMappingForm(form, mappingInput.parse(shown.mapping ?? {}), shown.facts as FileFacts | null);
  if (!mapping.ok) return sendBack(form, mapping.problems);
  const name = String(form.get("name") ?? "").trim();
  if (form.get("remember") === "yes" && name === "") return sendBack(form, [{ code: "textMissing", field: "name" }]);
  const tried = await tryAgain(actor, id, { mapping: mapping.value });
  if (!tried.ok) return sendBack(form, tried.problems);
  if (form.get("remember") === "yes") await saveMapping(actor, shown.providerSlug, name, mapping.value);
  await waitForImport(tried.value.importId);
  return redirect(address(await getLocale(), `manage/imports/${tried.value.importId}?done=fileTriedAgain`));
});
