"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { importQualityForReal, resumeQualityImport, stopQualityImport } from "@/lib/quality/imports/commands";
import { waitForQualityImport } from "@/lib/quality/imports/queries";
import type { Result } from "@/lib/result";

const page = (id: string) => `oversight/quality/imports/${encodeURIComponent(id)}`;

/** Back to the page of the file, which tells what was done or why it was not. */
async function show(id: string, result: Result<null>): Promise<never> {
  redirect(address(await getLocale(), `${page(id)}${result.ok ? "" : `?problem=${result.problems[0]?.code}`}`));
}

export const importQualityForRealAction = action([given.id], async (id) => {
  const result = await importQualityForReal(await requireActor(page(id)), id);
  if (result.ok) await waitForQualityImport(id);
  await show(id, result);
});

export const stopQualityImportAction = action([given.id], async (id) => {
  await show(id, await stopQualityImport(await requireActor(page(id)), id));
});

export const resumeQualityImportAction = action([given.id], async (id) => {
  await show(id, await resumeQualityImport(await requireActor(page(id)), id));
});
