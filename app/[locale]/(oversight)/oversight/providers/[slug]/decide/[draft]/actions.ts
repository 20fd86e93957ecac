"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { requireActor } from "@/lib/auth/session";
import { discardDraft, signDecision } from "@/lib/decisions/signing/commands";
import type { FormState } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

const page = (slug: string) => `oversight/providers/${encodeURIComponent(slug)}`;

/** What has changed since the dry run is shown by drawing it anew. */
export async function signDecisionAction(slug: string, draft: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(page(slug));
  const signed = await signDecision(actor, slug, draft, String(form.get("shown") ?? ""));
  const locale = await getLocale();
  if (signed.ok) return redirect(address(locale, `${page(slug)}?done=decisionSigned`));
  if (signed.problems.some(({ code }) => code === "dryRunOutdated"))
    return redirect(address(locale, `${page(slug)}/decide/${encodeURIComponent(draft)}?done=dryRunAnew`));
  return sendBack(form, signed.problems);
}

export async function discardDraftAction(slug: string, draft: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(page(slug));
  const discarded = await discardDraft(actor, slug, draft);
  if (!discarded.ok) return sendBack(form, discarded.problems);
  return redirect(address(await getLocale(), `${page(slug)}?done=draftDiscarded`));
}
