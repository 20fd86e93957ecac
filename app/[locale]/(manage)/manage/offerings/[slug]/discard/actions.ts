"use server";

import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { discardPending } from "@/lib/offerings/drafts/commands";

export const discardAction = formAction([z.object({ slug: given.text, revision: given.count })], async (seen, form) => {
  const path = `manage/offerings/${seen.slug}`;
  const actor = await requireActor(`${path}/discard`);
  const discarded = await discardPending(actor, seen.slug, seen.revision);
  const locale = await getLocale();
  if (discarded.ok) return redirect(address(locale, `${path}/edit/learn?done=discarded`));
  const codes = discarded.problems.map(({ code }) => code);
  if (codes.includes("offeringUnknown")) notFound();
  if (codes.includes("changedMeanwhile")) return redirect(address(locale, `${path}/discard?meanwhile=yes`));
  return sendBack(form, discarded.problems);
});
