"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action, formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { type FormState, parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { publishOffering } from "@/lib/offerings/publishing/commands";
import { publishInput, scheduleInput } from "@/lib/offerings/publishing/input";
import { cancelSchedule, schedulePublication } from "@/lib/offerings/scheduling/commands";
import { restoreOffering } from "@/lib/offerings/withdrawal/commands";
import type { Problem } from "@/lib/result";

const pathOf = (slug: string) => `manage/offerings/${encodeURIComponent(slug)}/publication`;

async function go(slug: string, done: string): Promise<never> {
  redirect(address(await getLocale(), `${pathOf(slug)}?done=${done}`));
}

/** What the page shows is out of date where somebody changed it meanwhile: it is drawn again, with its new mark. */
async function refused(form: FormData, problems: Problem[]): Promise<FormState> {
  if (problems.some(({ code }) => code === "changedMeanwhile")) refresh();
  return await sendBack(form, problems);
}

export const publishAction = formAction([given.text], async (slug, form) => {
  const actor = await requireActor(pathOf(slug));
  const input = parseForm(publishInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const published = await publishOffering(actor, slug, input.value);
  if (!published.ok) return refused(form, published.problems);
  return go(published.value.slug, published.value.step === "new-offering" ? "publishedAnother" : "published");
});

export const scheduleAction = formAction([given.text], async (slug, form) => {
  const actor = await requireActor(pathOf(slug));
  const input = parseForm(scheduleInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const scheduled = await schedulePublication(actor, slug, input.value);
  if (!scheduled.ok) return refused(form, scheduled.problems);
  return go(slug, "scheduled");
});

export const cancelScheduleAction = action([given.text], async (slug) => {
  const cancelled = await cancelSchedule(await requireActor(pathOf(slug)), slug);
  await go(slug, cancelled.ok ? "unscheduled" : "refused");
});

export const restoreAction = action([given.text], async (slug) => {
  const restored = await restoreOffering(await requireActor(pathOf(slug)), slug);
  await go(slug, restored.ok ? "restored" : "refused");
});
