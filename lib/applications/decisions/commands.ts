import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import { type Application, applicationMessages, applications, memberships } from "@/db/schema";
import { isUnderReview } from "@/lib/applications/application";
import { applicationContent } from "@/lib/applications/content";
import { listHolders } from "@/lib/applications/queries";
import type { Actor } from "@/lib/auth/permissions";
import { recordAct } from "@/lib/casework/acts/commands";
import { readCase } from "@/lib/casework/acts/queries";
import { readReasons, readRemittal, type SentForm } from "@/lib/casework/input";
import { withReview } from "@/lib/casework/review/commands";
import { now, today } from "@/lib/clock";
import type { CriteriaContent } from "@/lib/criteria/criteria";
import type { Day } from "@/lib/days/days";
import { recordEvents } from "@/lib/events/commands";
import { defaultLocale } from "@/lib/i18n/locales";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import { applicationMail } from "@/lib/mail/application";
import { notify } from "@/lib/notices/commands";
import { holdSlugs } from "@/lib/providers/slugs/queries";
import { ok, type Result, refuse } from "@/lib/result";
import { readTerms } from "@/lib/terms/queries";
import { namesOfStandard } from "@/lib/terms/term";
import { plainText, type Texts } from "@/lib/texts/texts";
import type { NewAccreditation, RegistrationInput } from "./input";
import { accredit, insertProvider, register, type StandardNames } from "./register/commands";

/** Asks the applicant, who can then change what they stated, and answers. */
export async function askApplicant(actor: Actor, id: string, text: string): Promise<Result<null>> {
  return await withReview(actor, "application.ask", id, async (tx, application, _, authorId): Promise<Result<null>> => {
    if (!isUnderReview(application.status)) return refuse({ code: "applicationDecided" });
    const went = await recordAct(tx, application, authorId, { kind: "questioned" });
    if (!went.ok) return went;
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

/** Refuses, with the reasons that the applicant reads: of each criterion, and in all. */
export async function refuseApplicant(actor: Actor, id: string, form: SentForm): Promise<Result<null>> {
  return await withReview(actor, "application.decide", id, async (tx, application, _, personId): Promise<Result<null>> => {
    const said = readReasons((await readCase(tx, application)).criteria.content, form, true);
    if (!said.ok) return said;
    const went = await recordAct(tx, application, personId, { kind: "decided", decision: "refuse", ...said.value });
    if (!went.ok) return went;
    const reason = said.value.text;
    await tx
      .update(applications)
      .set({ status: "refused", reason, decidedAt: now(), updatedAt: now(), revision: application.revision + 1 })
      .where(eq(applications.id, id));
    await recordEvents(tx, actor, [
      { type: "application.refused", subject: "application", subjectId: id, organisationId: application.authorityId, after: said.value },
    ]);
    await tell(tx, application, "refused", reason);
    return ok(null);
  });
}

/** Sends a case back for another round, where what the applicant holds against a refusal is right and the case is not ripe to be decided. */
export async function remitApplicant(actor: Actor, id: string, form: SentForm): Promise<Result<null>> {
  return await withReview(actor, "application.decide", id, async (tx, application, content, personId): Promise<Result<null>> => {
    const said = readRemittal(form);
    if (!said.ok) return said;
    const went = await recordAct(tx, application, personId, { kind: "remitted", ...said.value });
    if (!went.ok) return went;
    await tx
      .update(applications)
      .set({ status: "submitted", reason: null, decidedAt: null, updatedAt: now(), revision: application.revision + 1 })
      .where(eq(applications.id, id));
    const { authorityId: organisationId } = application;
    await recordEvents(tx, actor, [
      { type: "application.remitted", subject: "application", subjectId: id, organisationId, after: said.value },
    ]);
    await tell(tx, application, "remitted", said.value.text);
    const values = { organisation: plainText(content.identity.names, defaultLocale) };
    const notice = { about: `${id}:${went.value.path.length}`, values, path: `oversight/applications/${id}` };
    if (organisationId) await notify(tx, { ...notice, kind: "case-remitted", organisationId });
    return ok(null);
  });
}

/** Registers the applicant's organisation, and accredits it for what was assessed. Clicked twice, it registers once. */
export async function registerApplicant(
  actor: Actor,
  id: string,
  given: RegistrationInput,
  form: SentForm = {},
): Promise<Result<{ slug: string }>> {
  return await withReview(
    actor,
    "application.decide",
    id,
    async (tx, application, content, personId): Promise<Result<{ slug: string }>> => {
      const { authorityId, applicantId } = application;
      if (!authorityId || application.status === "registered") return refuse({ code: "applicationDecided" });
      if (given.from < today()) return refuse({ code: "effectiveInThePast", field: "from" });
      // Two applications with one name or identifier, decided at once: the second waits for the first and sees what it wrote.
      await holdSlugs(tx);
      if ((await listHolders(content.identifiers, tx)).length > 0) return refuse({ code: "identifierHeld" });
      const { criteria } = await readCase(tx, application);
      const said = readReasons(criteria.content, form, false);
      if (!said.ok) return said;
      const names = given.accreditation && (await standardNames(tx, given.accreditation, given.from));
      if (names === undefined) return refuse({ code: "labelNotHoldingThen", field: "standard" });
      const went = await recordAct(tx, application, personId, { kind: "decided", decision: "register", ...said.value });
      if (!went.ok) return went;

      const provider = await insertProvider(tx, content);
      const act = { authorityId, provider, from: given.from, reasons: reasonsBy(criteria) };
      await register(tx, actor, act, content);
      if (given.accreditation && names) await accredit(tx, actor, { ...act, accreditation: given.accreditation, names });
      await tx.insert(memberships).values({ personId: applicantId, organisationId: provider.id, role: "manager" });
      await keepConflicts(tx, id, provider.id);
      await tx
        .update(applications)
        .set({
          status: "registered",
          organisationId: provider.id,
          reason: null,
          decidedAt: now(),
          updatedAt: now(),
          revision: application.revision + 1,
        })
        .where(eq(applications.id, id));
      await recordEvents(tx, actor, [
        { type: "member.joined", subject: "person", subjectId: applicantId, organisationId: provider.id, after: { role: "manager" } },
        {
          type: "application.registered",
          subject: "application",
          subjectId: id,
          organisationId: authorityId,
          after: { provider: provider.slug },
        },
      ]);
      await tell(tx, application, "registered", "");
      await wakeIndexer(tx);
      return ok({ slug: provider.slug });
    },
  );
}

/** What the accreditation is called from its day on; undefined where its label does not hold then. */
async function standardNames(tx: Transaction, { standard, label }: NewAccreditation, from: Day): Promise<StandardNames | undefined> {
  return namesOfStandard(standard, label as Record<string, string>, await readTerms(tx), from);
}

/** By which version of the criteria it was decided, in each of their languages. */
function reasonsBy({ number, content }: { number: number; content: CriteriaContent }): Texts {
  return Object.fromEntries(Object.entries(content.title).map(([language, title]) => [language, `${title}, ${number}`]));
}

/** Whoever was not free in the case is not free about the provider either. */
async function keepConflicts(tx: Transaction, applicationId: string, organisationId: string): Promise<void> {
  await tx.execute(sql`insert into organisation_conflicts (person_id, organisation_id, reason, declared_at)
    select person_id, ${organisationId}::uuid, conflict, declared_at from conflict_declarations
    where application_id = ${applicationId}::uuid and conflict is not null on conflict do nothing`);
}

/** The applicant hears of it as they chose; a mail says it in the authority's own words. */
async function tell(
  tx: Transaction,
  { id, applicantId, revision, content }: Application,
  what: "question" | "refused" | "registered" | "remitted",
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
