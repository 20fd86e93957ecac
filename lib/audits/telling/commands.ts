import { sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import type { AuditCase } from "@/db/schema";
import { type Done, providersActs } from "@/lib/audits/act";
import { type AuditState, isAnnounced } from "@/lib/audits/audit";
import { auditNumber } from "@/lib/audits/number";
import { defaultLocale } from "@/lib/i18n/locales";
import { notify } from "@/lib/notices/commands";
import { plainText, type Texts } from "@/lib/texts/texts";

/** Tells whoever has to do something about an act that it was done: the provider, the auditor, or registrars. */
export async function tellOfAct(tx: Transaction, audit: AuditCase, state: AuditState, done: Done, actNumber: number): Promise<void> {
  const values = { number: auditNumber(audit.number) };
  const about = `${audit.id}:${actNumber}`;
  const desk = `oversight/audits/${audit.number}`;
  const organisation = async () => plainText(await nameOf(tx, audit.organisationId), defaultLocale);
  if (providersActs.includes(done.kind)) {
    const to = state.auditorId
      ? { personIds: [state.auditorId], organisationId: audit.authorityId }
      : { organisationId: audit.authorityId };
    await notify(tx, { ...to, kind: "audit-moved", about, values: { ...values, organisation: await organisation() }, path: desk });
    return;
  }
  if (done.kind === "assigned" && done.auditorId !== done.personId)
    await notify(tx, { personIds: [done.auditorId], organisationId: audit.authorityId, kind: "audit-assigned", about, values, path: desk });
  if (done.kind === "proposed")
    await notify(tx, {
      organisationId: audit.authorityId,
      kind: "audit-proposed",
      about: `${audit.id}:${done.proposal}`,
      values: { ...values, organisation: await organisation() },
      path: desk,
    });
  await tellProvider(tx, audit, state, done, about);
}

/** What the provider reads at once, and what it has to do by which day. */
async function tellProvider(tx: Transaction, audit: AuditCase, state: AuditState, done: Done, about: string): Promise<void> {
  const number = auditNumber(audit.number);
  const rest = { organisationId: audit.organisationId, about, path: `manage/audits/${audit.number}` };
  switch (done.kind) {
    case "announced":
      await notify(tx, { ...rest, kind: "audit-announced", values: { number } });
      break;
    case "asked":
      await notify(tx, { ...rest, kind: "audit-asked", values: { number, on: done.dueOn } });
      break;
    case "sent":
      await notify(tx, { ...rest, kind: "audit-findings", values: { number, on: done.dueOn } });
      break;
    case "extended":
      await notify(tx, { ...rest, kind: state.stage === "asked" ? "audit-asked" : "audit-findings", values: { number, on: done.dueOn } });
      break;
    case "finalised":
      await notify(tx, { ...rest, kind: "audit-final", values: { number } });
      break;
    case "demanded":
    case "returned":
    case "prolonged":
      await notify(tx, { ...rest, kind: "audit-action", values: { number, on: done.dueOn } });
      break;
    case "closed":
    case "ended":
      // Of one that ended before it was announced the provider never knew.
      if (isAnnounced(state)) await notify(tx, { ...rest, kind: "audit-closed", values: { number } });
  }
}

async function nameOf(tx: Transaction, organisationId: string): Promise<Texts> {
  const [row] = await tx.execute<{ name: Texts }>(sql`select name from known_names where organisation_id = ${organisationId}::uuid
    order by valid @> current_date desc, lower(valid) desc nulls last limit 1`);
  return row?.name ?? {};
}
