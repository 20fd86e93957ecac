"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { action, formAction, given } from "@/lib/action";
import { answerAuthority, submitApplication } from "@/lib/applications/commands";
import { appealInput, messageInput } from "@/lib/applications/input";
import { requireActor } from "@/lib/auth/session";
import { contest } from "@/lib/casework/applicant/commands";
import { type FormState, parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import type { Result } from "@/lib/result";

const page = (id: string) => `manage/applications/${encodeURIComponent(id)}`;

export const submitApplicationAction = action([given.id], async (id) => {
  const actor = await requireActor(page(id));
  const submitted = await submitApplication(actor, id);
  const query = submitted.ok ? "done=applicationSent" : `problem=${submitted.problems[0]?.code}`;
  redirect(address(await getLocale(), `${page(id)}?${query}`));
});

export const answerAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(page(id));
  const input = parseForm(messageInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const answered = await answerAuthority(actor, id, input.value.text);
  if (!answered.ok) return sendBack(form, answered.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=answered`));
});

export const representAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(page(id));
  const input = parseForm(messageInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  return await contested("represented", id, form, await contest(actor, id, "represented", input.value.text));
});

export const appealAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(page(id));
  const input = parseForm(appealInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  return await contested("appealed", id, form, await contest(actor, id, "appealed", input.value.grounds));
});

async function contested(kind: "represented" | "appealed", id: string, form: FormData, done: Result<null>): Promise<FormState> {
  if (!done.ok) return sendBack(form, done.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=${kind}`));
}
