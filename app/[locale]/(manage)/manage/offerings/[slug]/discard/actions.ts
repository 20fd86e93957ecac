"use server";

import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { requireActor } from "@/lib/auth/session";
import type { FormState } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { discardPending } from "@/lib/offerings/drafts/commands";

export async function discardAction(seen: { slug: string; revision: number }, _: FormState, form: FormData): Promise<FormState> {
  const path = `manage/offerings/${seen.slug}`;
  const actor = await requireActor(`${path}/discard`);
  const discarded = await discardPending(actor, seen.slug, seen.revision);
  const locale = await getLocale();
  if (discarded.ok) return redirect(address(locale, `${path}/edit/learn?done=discarded`));
  const codes = discarded.problems.map(({ code }) => code);
  if (codes.includes("offeringUnknown")) notFound();
  if (codes.includes("changedMeanwhile")) return redirect(address(locale, `${path}/discard?meanwhile=yes`));
  return sendBack(form, discarded.problems);
}
