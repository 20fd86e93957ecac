import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db";
import { type Application, assessmentDrafts, caseGuests } from "@/db/schema";
import { applicationContent } from "@/lib/applications/content";
import type { Actor } from "@/lib/auth/permissions";
import { recordAct } from "@/lib/casework/acts/commands";
import { readCase } from "@/lib/casework/acts/queries";
import type { CaseState } from "@/lib/casework/casework";
import { withReview } from "@/lib/casework/review/commands";
import { now } from "@/lib/clock";
import { type EventType, recordEvents } from "@/lib/events/commands";
import { defaultLocale } from "@/lib/i18n/locales";
import { notify } from "@/lib/notices/commands";
import { ok, type Result, refuse } from "@/lib/result";
import { plainText } from "@/lib/texts/texts";
import type { GuestInput } from "./input";
import { listGuests, listInvitable } from "./queries";

/** Asks an assessor of another authority into one case: they see it once they have said that they are free, and nothing else of the authority. */
export async function inviteGuest(actor: Actor, id: string, { person, reason }: GuestInput): Promise<Result<null>> {
  return await withReview(actor, "case.check", id, async (tx, application): Promise<Result<null>> => {
    // Clicked twice: they are asked already.
    if ((await listGuests(application, tx)).some((one) => one.id === person)) return ok(null);
    const { state } = await readCase(tx, application);
    if (!takesGuests(state)) return refuse({ code: "caseNotAtStage" });
    const found = (await listInvitable(application, tx)).find((one) => one.id === person);
    if (!found || state.earlier.includes(person)) return refuse({ code: "guestNotFree", field: "person" });
    const values = { applicationId: id, personId: person, organisationId: found.organisationId, reason, invitedAt: now() };
    await tx.insert(caseGuests).values(values);
    await happened(tx, actor, application, "case.guest-invited", { guest: found.name, reason });
    await tell(tx, "guest-invited", application, { personId: person, organisationId: found.organisationId });
    return ok(null);
  });
}

/** Takes an invitation back, as long as nothing came of it: from then on the case is as if it were not there for the guest. */
export async function takeBackGuest(actor: Actor, id: string, personId: string): Promise<Result<null>> {
  return await withReview(actor, "case.check", id, async (tx, application, _, officerId): Promise<Result<null>> => {
    const guest = (await listGuests(application, tx)).find((one) => one.id === personId);
    if (!guest) return ok(null);
    const { state } = await readCase(tx, application);
    if (state.assessments.some((one) => one.personId === personId)) return refuse({ code: "guestHandedIn" });
    if (state.assessors.includes(personId)) {
      // Nobody waits for somebody who cannot open the case any more.
      const went = await recordAct(tx, application, officerId, { kind: "released", assessor: personId });
      if (!went.ok) return went;
    }
    const [ended] = await tx
      .update(caseGuests)
      .set({ endedAt: now() })
      .where(and(eq(caseGuests.applicationId, id), eq(caseGuests.personId, personId), isNull(caseGuests.endedAt)))
      .returning({ organisationId: caseGuests.organisationId });
    await tx.delete(assessmentDrafts).where(and(eq(assessmentDrafts.applicationId, id), eq(assessmentDrafts.personId, personId)));
    await happened(tx, actor, application, "case.guest-taken-back", { guest: guest.name });
    if (ended) await tell(tx, "guest-ended", application, { personId, organisationId: ended.organisationId });
    return ok(null);
  });
}

/** Guests are asked to assess, and so until both assessments are in. */
export function takesGuests({ stage, assessments }: CaseState): boolean {
  return stage === "gateway" || (stage === "assessment" && assessments.length < 2);
}

async function happened(tx: Transaction, actor: Actor, { id, authorityId }: Application, type: EventType, after: unknown): Promise<void> {
  await recordEvents(tx, actor, [{ type, subject: "application", subjectId: id, organisationId: authorityId, after }]);
}

type Whom = { personId: string; organisationId: string };

async function tell(tx: Transaction, kind: "guest-invited" | "guest-ended", application: Application, { personId, organisationId }: Whom) {
  const values = { organisation: plainText(applicationContent.parse(application.content).identity.names, defaultLocale) };
  // Whoever is asked again is told again.
  const about = `${application.id}:${now().toISOString()}`;
  const path = kind === "guest-invited" ? `oversight/applications/${application.id}` : "oversight/applications";
  await notify(tx, { kind, personIds: [personId], organisationId, about, values, path });
}
