"use server";

import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action, formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm, valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { createKey, revokeKey } from "@/lib/keys/commands";
import { newKeyInput } from "@/lib/keys/input";

/** Answers with the page itself and not with another address: the secret is shown once, and must not stand in one. */
export const createKeyAction = formAction([], async (form) => {
  const actor = await requireActor("manage/keys");
  const input = parseForm(newKeyInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const made = await createKey(actor, input.value);
  if (!made.ok) return sendBack(form, made.problems);
  refresh();
  return { problems: [], values: { ...valuesOf(form), name: [""], secret: [made.value.secret] } };
});

export const revokeKeyAction = action([given.id], async (id) => {
  const actor = await requireActor("manage/keys");
  if (!(await revokeKey(actor, id)).ok) notFound();
  redirect(address(await getLocale(), "manage/keys?done=keyRevoked"));
});
