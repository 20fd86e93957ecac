import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { type Application, applicationMessages, applications, organisations } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { beginCase, recordAct } from "@/lib/casework/acts/commands";
import { now, today } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { defaultLocale } from "@/lib/i18n/locales";
import { isId } from "@/lib/id";
import { findCompetence } from "@/lib/jurisdictions/queries";
import { notify } from "@/lib/notices/commands";
import { ok, type Result, refuse } from "@/lib/result";
import { plainText } from "@/lib/texts/texts";
import { authoritiesOf, authorityOf, isEditable, isUnderReview, missingIn } from "./application";
import { findAsked } from "./asked/queries";
import { type ApplicationContent, applicationContent, emptyApplication, type StepPart } from "./content";
import { listEvidence, listHolders } from "./queries";

/** An application, held until the end of the transaction. */
export async function holdApplication(tx: Transaction, id: string): Promise<Application | undefined> {
  if (!isId(id)) return undefined;
  const [row] = await tx.select().from(applications).where(eq(applications.id, id)).for("update");
  return row;
}

/** Begins an application in the name of whoever acts, with nothing in it. */
export async function beginApplication(actor: Actor): Promise<Result<{ id: string }>> {
  const personId = personIdOf(actor);
  if (!personId || !may(actor, "application.write", { personId })) return refuse({ code: "notAllowed" });
  return await db.transaction(async (tx) => {
    const [made] = await tx
      .insert(applications)
      .values({ applicantId: personId, content: emptyApplication })
      .returning({ id: applications.id });
    if (!made) throw new Error("An application was not written");
    await recordEvents(tx, actor, [{ type: "application.begun", subject: "application", subjectId: made.id }]);
    return ok({ id: made.id });
  });
}

/** What the applicant may do with an application of their own, under its lock; others are told that there is none. */
async function withOwn<T>(
  actor: Actor,
  id: string,
  work: (tx: Transaction, application: Application, content: ApplicationContent) => Promise<Result<T>>,
) {
  return await db.transaction(async (tx): Promise<Result<T>> => {
    const application = await holdApplication(tx, id);
    if (!application || !may(actor, "application.write", { personId: application.applicantId }))
      return refuse({ code: "applicationUnknown" });
    return await work(tx, application, applicationContent.parse(application.content));
  });
}

/** Saves one step. Of two tabs on the same step the second is told, and what the first saved stays. */
export async function saveStep(actor: Actor, id: string, revision: number, { step, part }: StepPart): Promise<Result<null>> {
  return await withOwn(actor, id, async (tx, application, content) => {
    if (!isEditable(application.status)) return refuse({ code: "applicationClosed" });
    if (JSON.stringify(content[step]) === JSON.stringify(part)) return ok(null);
    if ((content.touched[step] ?? 1) > revision) return refuse({ code: "changedMeanwhile" });
    const next = { ...content, [step]: part, touched: { ...content.touched, [step]: application.revision + 1 } };
    if (step === "places" && application.authorityId && !(await answersFor(tx, application.authorityId, next)))
      return refuse({ code: "seatOfOtherAuthority", field: "seat" });
    await tx
      .update(applications)
      .set({ content: next, revision: application.revision + 1, updatedAt: now() })
      .where(eq(applications.id, id));
    await recordEvents(tx, actor, [
      { type: "application.changed", subject: "application", subjectId: id, organisationId: application.authorityId, after: { step } },
    ]);
    return ok(null);
  });
}

async function answersFor(tx: Transaction, authorityId: string, content: ApplicationContent): Promise<boolean> {
  const [authority] = await tx.select({ slug: organisations.slug }).from(organisations).where(eq(organisations.id, authorityId));
  return authoritiesOf(content, await findCompetence(today(), tx)).some(({ slug }) => slug === authority?.slug);
}

/** Sends it to the authority of its place. Sent twice, it is sent once. */
export async function submitApplication(actor: Actor, id: string): Promise<Result<null>> {
  return await withOwn(actor, id, async (tx, application, content) => {
    if (application.status === "submitted") return ok(null);
    if (application.status !== "draft") return refuse({ code: "applicationClosed" });
    const slug = authorityOf(content, await findCompetence(today(), tx))?.slug ?? "";
    // Held, so that no version comes into force between what is read here and what the case keeps (publishCriteria).
    const [authority] = await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, slug)).for("share");
    const problem = await problemWithSubmitting(tx, application, content);
    if (problem) return refuse({ code: problem });
    if (!authority) return refuse({ code: "authorityMissing" });
    await tx
      .update(applications)
      .set({ status: "submitted", authorityId: authority.id, submittedAt: now(), updatedAt: now(), revision: application.revision + 1 })
      .where(eq(applications.id, id));
    await recordEvents(tx, actor, [
      { type: "application.submitted", subject: "application", subjectId: id, organisationId: authority.id, after: content },
    ]);
    await beginCase(tx, { ...application, status: "submitted", authorityId: authority.id, submittedAt: now() });
    await tellAuthority(tx, authority.id, application, content);
    return ok(null);
  });
}

/** It is the authority's turn. */
async function tellAuthority(tx: Transaction, organisationId: string, { id, revision }: Application, { identity }: ApplicationContent) {
  await notify(tx, {
    organisationId,
    kind: "application-received",
    about: `${id}:${revision}`,
    values: { organisation: plainText(identity.names, defaultLocale) },
    path: `oversight/applications/${id}`,
  });
}

/** Files are counted under the lock: none can be taken away in between. */
async function problemWithSubmitting(tx: Transaction, application: Application, content: ApplicationContent) {
  const evidence = await listEvidence(application, tx);
  const asked = await findAsked({ ...application, content }, tx);
  if (missingIn(content, evidence, asked, today(), await findCompetence(today(), tx)).length > 0) return "applicationIncomplete";
  return (await listHolders(content.identifiers, tx)).length > 0 ? "identifierHeld" : undefined;
}

/** Answers the authority's questions, which has it in hand again. */
export async function answerAuthority(actor: Actor, id: string, text: string): Promise<Result<null>> {
  return await withOwn(actor, id, async (tx, application, content) => {
    if (application.status !== "questioned") return refuse({ code: "applicationClosed" });
    const problem = await problemWithSubmitting(tx, application, content);
    if (problem) return refuse({ code: problem });
    const went = await recordAct(tx, application, application.applicantId, { kind: "answered" });
    if (!went.ok) return went;
    await tx
      .insert(applicationMessages)
      .values({ applicationId: id, side: "applicant", authorId: application.applicantId, text, writtenAt: now() });
    await tx
      .update(applications)
      .set({ status: "submitted", updatedAt: now(), revision: application.revision + 1 })
      .where(eq(applications.id, id));
    await recordEvents(tx, actor, [
      {
        type: "application.answered",
        subject: "application",
        subjectId: id,
        organisationId: application.authorityId,
        after: { text, content },
      },
    ]);
    if (application.authorityId) await tellAuthority(tx, application.authorityId, application, content);
    return ok(null);
  });
}

/** Takes an application back before it is decided. */
export async function withdrawApplication(actor: Actor, id: string): Promise<Result<null>> {
  return await withOwn(actor, id, async (tx, application) => {
    if (application.status === "withdrawn") return ok(null);
    if (application.status !== "draft" && !isUnderReview(application.status)) return refuse({ code: "applicationClosed" });
    if (application.status !== "draft") {
      const went = await recordAct(tx, application, application.applicantId, { kind: "withdrawn" });
      if (!went.ok) return went;
    }
    await tx.update(applications).set({ status: "withdrawn", updatedAt: now() }).where(eq(applications.id, id));
    await recordEvents(tx, actor, [
      {
        type: "application.withdrawn",
        subject: "application",
        subjectId: id,
        organisationId: application.authorityId,
        before: { status: application.status },
      },
    ]);
    return ok(null);
  });
}
