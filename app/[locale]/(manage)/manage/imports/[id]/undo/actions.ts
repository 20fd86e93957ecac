"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { waitForImport } from "@/lib/imports/queries";
import { askUndo } from "@/lib/imports/undo/commands";

export const undoImportAction = action([given.id], async (id) => {
  const asked = await askUndo(await requireActor(`manage/imports/${id}/undo`), id);
  if (asked.ok) await waitForImport(id);
  redirect(address(await getLocale(), `manage/imports/${id}${asked.ok ? "" : `?problem=${asked.problems[0]?.code}`}`));
});
