"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { acknowledgeInput, monitoringQuery, seenOf } from "@/lib/monitoring/input";
import { acknowledgeVersions } from "@/lib/monitoring/officers/commands";

/** From a part of the queue, to which it comes back: `queue` is what the address asked for. */
export const acknowledgeAction = formAction([given.text], async (queue, form) => {
  const actor = await requireActor("oversight/monitoring");
  const input = parseForm(acknowledgeInput, form, ["seen"]);
  if (!input.ok) return sendBack(form, input.problems);
  const acknowledged = await acknowledgeVersions(actor, seenOf(input.value.seen));
  if (!acknowledged.ok) return sendBack(form, acknowledged.problems);
  const query = monitoringQuery.parse(Object.fromEntries(new URLSearchParams(queue)));
  const to = new URLSearchParams({ ...query, page: String(query.page), done: "versionsTaken", count: String(acknowledged.value.count) });
  return redirect(address(await getLocale(), `oversight/monitoring?${to}`));
});
