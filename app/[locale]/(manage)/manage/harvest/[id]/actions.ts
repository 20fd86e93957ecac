"use server";

import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import type { Actor } from "@/lib/auth/permissions";
import { requireActor } from "@/lib/auth/session";
import { type FormState, parseForm } from "@/lib/form";
import { askForRun, changeFeed, pauseFeed, type RunWish, removeFeed } from "@/lib/harvest/commands";
import { feedInput } from "@/lib/harvest/input";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import type { Result } from "@/lib/result";

export async function changeFeedAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor("manage/harvest");
  const input = parseForm(feedInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const changed = await changeFeed(actor, z.uuid().parse(id), input.value);
  if (!changed.ok) return sendBack(form, changed.problems);
  return redirect(address(await getLocale(), `manage/harvest/${id}?done=saved`));
}

export async function askForRunAction(id: string, wish: RunWish): Promise<void> {
  await onFeed(
    id,
    (actor) => askForRun(actor, id, { test: wish.test === true, accepted: wish.accepted === true }),
    `/${id}?done=feedAsked`,
  );
}

export async function pauseFeedAction(id: string, paused: boolean): Promise<void> {
  await onFeed(id, (actor) => pauseFeed(actor, id, paused === true), `/${id}?done=${paused ? "feedPaused" : "feedResumed"}`);
}

export async function removeFeedAction(id: string): Promise<void> {
  await onFeed(id, (actor) => removeFeed(actor, id), "?done=feedRemoved");
}

async function onFeed(id: string, command: (actor: Actor) => Promise<Result<null>>, then: string): Promise<void> {
  const actor = await requireActor("manage/harvest");
  if (!z.uuid().safeParse(id).success || !(await command(actor)).ok) notFound();
  redirect(address(await getLocale(), `manage/harvest${then}`));
}
