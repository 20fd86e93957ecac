"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { importForReal, resumeImport } from "@/lib/imports/again/commands";
import { stopImport } from "@/lib/imports/commands";
import { waitForImport } from "@/lib/imports/queries";
import type { Result } from "@/lib/result";

/** Back to the page of the file, which tells what was done or why it was not. */
async function showImport(id: string, result: Result<null>, done?: string): Promise<never> {
  const query = result.ok ? (done ? `?done=${done}` : "") : `?problem=${result.problems[0]?.code}`;
  redirect(address(await getLocale(), `manage/imports/${id}${query}`));
}

export const importForRealAction = action([given.id], async (id) => {
  const result = await importForReal(await requireActor(`manage/imports/${id}`), id);
  if (result.ok) await waitForImport(id);
  await showImport(id, result);
});

export const stopImportAction = action([given.id], async (id) => {
  await showImport(id, await stopImport(await requireActor(`manage/imports/${id}`), id));
});

export const resumeImportAction = action([given.id], async (id) => {
  await showImport(id, await resumeImport(await requireActor(`manage/imports/${id}`), id));
});
