"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { discardPolicyDraft, keepPolicyDraft, publishPolicy } from "@/lib/recognition/commands";
import { listedFields, policyInput, revisionInput } from "@/lib/recognition/input";

export const keepPolicyDraftAction = formAction([], async (form) => {
  const actor = await requireActor("manage/policy/edit");
  const revision = revisionInput.parse(form.get("revision"));
  const input = parseForm(policyInput, form, listedFields);
  if (!input.ok) return sendBack(form, input.problems);
  const kept = await keepPolicyDraft(actor, input.value, revision);
  if (!kept.ok) {
    const [problem] = kept.problems;
    const back = await sendBack(form, kept.problems);
    if (problem?.code !== "changedMeanwhile") return back;
    // What the other saved is shown beside the form; to save again is then a decision, not an accident.
    refresh();
    return { ...back, values: { ...back.values, revision: [problem.value ?? "0"] } };
  }
  return redirect(address(await getLocale(), "manage/policy/edit?done=saved"));
});

export const publishPolicyAction = formAction([], async (form) => {
  const actor = await requireActor("manage/policy/edit");
  const published = await publishPolicy(
    actor,
    { revision: revisionInput.parse(form.get("revision")), number: revisionInput.parse(form.get("number")) },
    today(),
  );
  if (!published.ok) return sendBack(form, published.problems);
  return redirect(address(await getLocale(), "manage/policy?done=policyPublished"));
});

export const discardPolicyDraftAction = formAction([], async (form) => {
  const actor = await requireActor("manage/policy/edit");
  const discarded = await discardPolicyDraft(actor, revisionInput.parse(form.get("revision")));
  if (!discarded.ok) return sendBack(form, discarded.problems);
  return redirect(address(await getLocale(), "manage/policy?done=policyDiscarded"));
});
