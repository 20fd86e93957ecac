"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction } from "@/lib/action";
import { announcePlan } from "@/lib/audits/plans/commands";
import { readPlan } from "@/lib/audits/plans/input";
import { requireActor } from "@/lib/auth/session";
import { listCriteria } from "@/lib/criteria/queries";
import { valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const announcePlanAction = formAction([], async (form) => {
  const actor = await requireActor("oversight/audits/plans/new");
  const { id, ...values } = valuesOf(form);
  const published = (await listCriteria(actor)).filter(({ publishedAt }) => publishedAt);
  const input = readPlan(values, new Map(published.map((set) => [set.id, set.content])));
  if (!input.ok) return sendBack(form, input.problems);
  const announced = await announcePlan(actor, id?.[0] ?? "", input.value);
  if (!announced.ok) return sendBack(form, announced.problems);
  return redirect(address(await getLocale(), `oversight/audits/plans/${announced.value.slug}?done=planAnnounced`));
});
