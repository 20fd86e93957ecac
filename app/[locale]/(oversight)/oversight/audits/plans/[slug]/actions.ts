"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { drawPlan, statePlanSeed } from "@/lib/audits/plans/drawing/commands";
import { seedInput } from "@/lib/audits/plans/input";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

const page = (slug: string) => `oversight/audits/plans/${encodeURIComponent(slug)}`;

export const stateSeedAction = formAction([given.text], async (slug, form) => {
  const actor = await requireActor(page(slug));
  const input = parseForm(seedInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const stated = await statePlanSeed(actor, slug, input.value.seed);
  if (!stated.ok) return sendBack(form, stated.problems);
  return redirect(address(await getLocale(), `${page(slug)}?done=seedStated`));
});

export const drawPlanAction = formAction([given.text], async (slug, form) => {
  const actor = await requireActor(page(slug));
  const drawn = await drawPlan(actor, slug);
  if (!drawn.ok) return sendBack(form, drawn.problems);
  return redirect(address(await getLocale(), `${page(slug)}?done=planDrawn`));
});
