"use server";

import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { action, formAction, given } from "@/lib/action";
import type { Actor } from "@/lib/auth/permissions";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { askForRun, changeFeed, pauseFeed, removeFeed } from "@/lib/harvest/commands";
import { feedInput } from "@/lib/harvest/input";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import type { Result } from "@/lib/result";

export const changeFeedAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor("manage/harvest");
  const input = parseForm(feedInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const changed = await changeFeed(actor, id, input.value);
  if (!changed.ok) return sendBack(form, changed.problems);
  return redirect(address(await getLocale(), `manage/harvest/${id}?done=saved`));
});

export const askForRunAction = action(
  [given.id, z.object({ test: z.boolean().optional(), accepted: z.boolean().optional() })],
  async (id, wish) => {
    await onFeed((actor) => askForRun(actor, id, { test: wish.test === true, accepted: wish.accepted === true }), `/${id}?done=feedAsked`);
  },
);

export const pauseFeedAction = action([given.id, given.choice], async (id, paused) => {
  await onFeed((actor) => pauseFeed(actor, id, paused), `/${id}?done=${paused ? "feedPaused" : "feedResumed"}`);
});

export const removeFeedAction = action([given.id], async (id) => {
  await onFeed((actor) => removeFeed(actor, id), "?done=feedRemoved");
});

async function onFeed(command: (actor: Actor) => Promise<Result<null>>, then: string): Promise<void> {
  const actor = await requireActor("manage/harvest");
  if (!(await command(actor)).ok) notFound();
  redirect(address(await getLocale(), `manage/harvest${then}`));
}
