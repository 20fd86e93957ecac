"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import type { Actor } from "@/lib/auth/permissions";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { acknowledgeInput, dismissInput, noteInput, seenOf, shareInput, verifyInput } from "@/lib/monitoring/input";
import { acknowledgeVersions, commentOnOffering, dismissFlag, shareOffering, verifyOffering } from "@/lib/monitoring/officers/commands";
import type { Result } from "@/lib/result";

const page = (slug: string) => `oversight/monitoring/${encodeURIComponent(slug)}`;

/** Reads a form, has it done, and tells on the page of the offering that it was. */
async function take<T>(
  slug: string,
  form: FormData,
  input: Result<T>,
  done: string,
  work: (actor: Actor, given: T) => Promise<Result<unknown>>,
) {
  const actor = await requireActor(page(slug));
  if (!input.ok) return sendBack(form, input.problems);
  const result = await work(actor, input.value);
  if (!result.ok) return sendBack(form, result.problems);
  return redirect(address(await getLocale(), `${page(slug)}?done=${done}`));
}

export const acknowledgeOneAction = formAction([given.text], async (slug, form) => {
  const input = parseForm(acknowledgeInput, form, ["seen"]);
  return take(slug, form, input, "versionsSeen", (actor, { seen }) => acknowledgeVersions(actor, seenOf(seen)));
});

export const commentAction = formAction([given.text], async (slug, form) => {
  return take(slug, form, parseForm(noteInput, form), "commented", (actor, { text }) => commentOnOffering(actor, slug, text));
});

export const shareAction = formAction([given.text], async (slug, form) => {
  return take(slug, form, parseForm(shareInput, form), "offeringShared", (actor, given) => shareOffering(actor, slug, given));
});

export const dismissFlagAction = formAction([given.text], async (slug, form) => {
  return take(slug, form, parseForm(dismissInput, form), "flagDismissed", (actor, given) => dismissFlag(actor, slug, given));
});

export const verifyAction = formAction([given.text], async (slug, form) => {
  return take(slug, form, parseForm(verifyInput, form), "offeringVerified", (actor, given) => verifyOffering(actor, slug, given));
});
