import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { type Application, applicationMessages, applications, memberships } from "@/db/schema";
import { isUnderReview } from "@/lib/applications/application";
import { holdApplication } from "@/lib/applications/commands";
import { type ApplicationContent, applicationContent } from "@/lib/applications/content";
import { listHolders } from "@/lib/applications/queries";
import { type Actor, may, type Permission, personIdOf } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { defaultLocale } from "@/lib/i18n/locales";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import { applicationMail } from "@/lib/mail/application";
import { notify } from "@/lib/notices/commands";
import { ok, type Result, refuse } from "@/lib/result";
import { plainText } from "@/lib/texts/texts";
import type { RegistrationInput } from "./input";
import { accredit, insertProvider, register } from "./register/commands";

type Work<T> = (tx: Transaction, application: Application, content: ApplicationContent) => Promise<Result<T>>;

/**
 * What the authority may do with an application that was made to it, under its lock: of two registrars the second finds it decided.
 * To another authority it does not exist, and nobody decides about an application of their own.
 */
async function withReview<T>(actor: Actor, permission: Permission, id: string, work: Work<T>): Promise<Result<T>> {
  return await db.transaction(async (tx): Promise<Result<T>> => {
    const application = await holdApplication(tx, id);
    const record = { organisationId: application?.authorityId ?? null };
    if (!application || application.status === "draft" || !may(actor, "application.read", record))
      return refuse({ code: "applicationUnknown" });
    if (!may(actor, permission, record)) return refuse({ code: "notAllowed" });
    if (application.applicantId === personIdOf(actor)) return refuse({ code: "ownApplication" });
    return await work(tx, application, applicationContent.parse(application.content));
  });
}

/** Asks the applicant, who can then change what they stated, and answers. */
export async function askApplicant(actor: Actor, id: string, text: string): Promise<Result<null>> {
  return await withReview(actor, "application.ask", id, async (tx, application) => {
    const authorId = personIdOf(actor);
    if (!authorId) return refuse({ code: "notAllowed" });
    if (!isUnderReview(application.status)) return refuse({ code: "applicationDecided" });
    await tx.insert(applicationMessages).values({ applicationId: id, side: "authority", authorId, text, writtenAt: now() });
    await tx
      .update(applications)
      .set({ status: "questioned", updatedAt: now(), revision: application.revision + 1 })
      .where(eq(applications.id, id));
    await recordEvents(tx, actor, [
      { type: "application.questioned", subject: "application", subjectId: id, organisationId: application.authorityId, after: { text } },
    ]);
    await tell(tx, application, "question", text);
    return ok(null);
  });
}

/** Refuses, with the reasons that the applicant reads. */
export async function refuseApplicant(actor: Actor, id: string, reason: string): Promise<Result<null>> {
  return await withReview(actor, "application.decide", id, async (tx, application) => {
    if (!isUnderReview(application.status)) return refuse({ code: "applicationDecided" });
    await tx
      .update(applications)
      .set({ status: "refused", reason, decidedAt: now(), updatedAt: now(), revision: application.revision + 1 })
      .where(eq(applications.id, id));
    await recordEvents(tx, actor, [
      { type: "application.refused", subject: "application", subjectId: id, organisationId: application.authorityId, after: { reason } },
    ]);
    await tell(tx, application, "refused", reason);
    return ok(null);
  });
}

/** Registers the applicant's organisation, and accredits it where that was confirmed. Clicked twice, it registers once. */
export async function registerApplicant(actor: Actor, id: string, given: RegistrationInput): Promise<Result<{ slug: string }>> {
  return await withReview(actor, "application.decide", id, async (tx, application, content) => {
    const { authorityId, applicantId } = application;
    if (!authorityId || !isUnderReview(application.status)) return refuse({ code: "applicationDecided" });
    // Two applications with one name or identifier, decided at once: the second waits for the first and sees what it wrote.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('register-applicant'))`);
    if ((await listHolders(content.identifiers, tx)).length > 0) return refuse({ code: "identifierHeld" });

    const provider = await insertProvider(tx, content, given.from);
    await register(tx, actor, { authorityId, provider, from: given.from });
    if (given.accreditation) await accredit(tx, actor, { authorityId, provider, from: given.from, accreditation: given.accreditation });
    await tx.insert(memberships).values({ personId: applicantId, organisationId: provider.id, role: "manager" });
    await tx
      .update(applications)
      .set({ status: "registered", organisationId: provider.id, decidedAt: now(), updatedAt: now(), revision: application.revision + 1 })
      .where(eq(applications.id, id));
    await recordEvents(tx, actor, [
      { type: "member.joined", subject: "person", subjectId: applicantId, organisationId: provider.id, after: { role: "manager" } },
      { type: "application.registered", subject: "application", subjectId: id, organisationId: authorityId, after: { provider } },
    ]);
    await tell(tx, application, "registered", "");
    await wakeIndexer(tx);
    return ok({ slug: provider.slug });
  });
}

/** The applicant hears of it as they chose; a mail says it in the authority's own words. */
async function tell(
  tx: Transaction,
  { id, applicantId, revision, content }: Application,
  what: "question" | "refused" | "registered",
  text: string,
) {
  const { names } = applicationContent.parse(content).identity;
  const organisation = plainText(names, defaultLocale);
  const notice = {
    personIds: [applicantId],
    about: `${id}:${revision}`,
    path: what === "registered" ? "manage" : `manage/applications/${id}`,
    mail: ({ to, locale }: { to: string; locale: string }) => applicationMail({ to, locale, id, what, text, names }),
  };
  if (what === "question") await notify(tx, { ...notice, kind: "application-questioned", values: { organisation } });
  else await notify(tx, { ...notice, kind: "application-decided", values: { organisation, decision: what } });
}
