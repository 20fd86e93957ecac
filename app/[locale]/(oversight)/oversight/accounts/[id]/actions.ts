"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { suspendInput } from "@/lib/accounts/input";
import { readmitAccount, signOutAccount, suspendAccount } from "@/lib/accounts/keeping/commands";
import { action, formAction, given } from "@/lib/action";
import { mayAtAll } from "@/lib/auth/permissions";
import { requireActor } from "@/lib/auth/session";
import { parseForm, problemsOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { type Problem, type Result, refuse } from "@/lib/result";
import { changeRole, takeOut } from "@/lib/team/commands";
import { roleInput } from "@/lib/team/input";

const page = (id: string) => `oversight/accounts/${encodeURIComponent(id)}`;

export const suspendAction = formAction([given.id], async (id, form) => {
  const actor = await requireActor(page(id));
  const input = parseForm(suspendInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const suspended = await suspendAccount(actor, id, input.value.reason);
  if (!suspended.ok) return sendBack(form, suspended.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=accountSuspended`));
});

export const readmitAction = action([given.id], async (id) => {
  await end(id, await readmitAccount(await requireActor(page(id)), id), "accountReadmitted");
});

export const signOutEverywhereAction = action([given.id], async (id) => {
  await end(id, await signOutAccount(await requireActor(page(id)), id), "accountSignedOut");
});

export const changeMembershipAction = formAction([given.id, given.id], async (id, organisationId, form) => {
  const actor = await requireActor(page(id));
  // There may be several of these forms on the page: each field is named after its organisation.
  const field = `role.${organisationId}`;
  const back = (problems: Problem[]) =>
    sendBack(
      form,
      problems.map((one) => (one.field ? { ...one, field } : one)),
    );
  const input = roleInput.safeParse({ role: form.get(field) });
  if (!input.success) return back(problemsOf(input.error));
  const changed = mayAtAll(actor, "account.manage")
    ? await changeRole(actor, id, input.data.role, organisationId)
    : refuse({ code: "notAllowed" });
  if (!changed.ok) return back(changed.problems);
  return redirect(address(await getLocale(), `${page(id)}?done=accountRoleChanged`));
});

export const endMembershipAction = action([given.id, given.id], async (id, organisationId) => {
  const actor = await requireActor(page(id));
  const ended = mayAtAll(actor, "account.manage") ? await takeOut(actor, id, organisationId) : refuse({ code: "notAllowed" });
  // Whoever acted for nobody else is no longer overseen: their page is then gone.
  const left = ended.ok ? "oversight/accounts" : page(id);
  redirect(address(await getLocale(), `${left}?${ended.ok ? "done=membershipEnded" : `problem=${ended.problems[0]?.code}`}`));
});

async function end(id: string, result: Result<null>, done: string): Promise<never> {
  const query = result.ok ? `done=${done}` : `problem=${result.problems[0]?.code}`;
  return redirect(address(await getLocale(), `${page(id)}?${query}`));
}
