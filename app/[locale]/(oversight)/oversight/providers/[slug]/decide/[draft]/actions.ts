"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { discardDraft, signDecision } from "@/lib/decisions/signing/commands";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

const page = (slug: string) => `oversight/providers/${encodeURIComponent(slug)}`;

/** What has changed since the dry run is shown by drawing it anew. */
export const signDecisionAction = formAction([given.text, given.id], async (slug, draft, form) => {
  const actor = await requireActor(page(slug));
  const signed = await signDecision(actor, slug, draft, String(form.get("shown") ?? ""));
  const locale = await getLocale();
  if (signed.ok) return redirect(address(locale, `${page(slug)}?done=decisionSigned`));
  if (signed.problems.some(({ code }) => code === "dryRunOutdated"))
    return redirect(address(locale, `${page(slug)}/decide/${encodeURIComponent(draft)}?done=dryRunAnew`));
  return sendBack(form, signed.problems);
});

export const discardDraftAction = formAction([given.text, given.id], async (slug, draft, form) => {
  const actor = await requireActor(page(slug));
  const discarded = await discardDraft(actor, slug, draft);
  if (!discarded.ok) return sendBack(form, discarded.problems);
  return redirect(address(await getLocale(), `${page(slug)}?done=draftDiscarded`));
});
