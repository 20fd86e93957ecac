"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { answerAuthority, submitApplication } from "@/lib/applications/commands";
import { messageInput } from "@/lib/applications/input";
import { requireActor } from "@/lib/auth/session";
import { contest } from "@/lib/casework/applicant/commands";
import { type FormState, parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

const page = (id: string) => `manage/applications/${encodeURIComponent(id)}`;

export async function submitApplicationAction(id: string): Promise<void> {
  const actor = await requireActor(page(id));
  const submitted = await submitApplication(actor, id);
  const query = submitted.ok ? "done=applicationSent" : `problem=${submitted.problems[0]?.code}`;
  redirect(address(await getLocale(), `${page(id)}?${query}`));
}

export async function answerAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor(page(id));
  const input = parseForm(messageInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const answered = await answerAuthority(actor, id, input.value.text);
  if (!answered.ok) return sendBack(form, answered.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=answered`));
}

export async function representAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  return await contestBy("represented", id, form);
}

export async function appealAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  return await contestBy("appealed", id, form);
}

async function contestBy(kind: "represented" | "appealed", id: string, form: FormData): Promise<FormState> {
  const actor = await requireActor(page(id));
  const input = parseForm(messageInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const contested = await contest(actor, id, kind, input.value.text);
  if (!contested.ok) return sendBack(form, contested.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=${kind}`));
}
