import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { decisions, type Report, reports, versions } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { findWhyNot } from "@/lib/decisions/queries";
import { recordEvents } from "@/lib/events/commands";
import { queueMail } from "@/lib/mail/commands";
import { reportAnswerMail } from "@/lib/mail/report";
import { notify } from "@/lib/notices/commands";
import { competentFor } from "@/lib/reports/competent/queries";
import type { CloseInput } from "@/lib/reports/input";
import { caseNumber, isOfSite } from "@/lib/reports/report";
import { ok, type Problem, type Result, refuse } from "@/lib/result";

/**
 * What an authority does with a case about a provider that it answers for. To others the case does not exist; whoever belongs to the
 * provider or declared a conflict does nothing with it.
 */
async function withReport(actor: Actor, number: number, work: (tx: Transaction, report: Report) => Promise<Result<null>>) {
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const { organisationId } = actor;
    const [report] = Number.isSafeInteger(number) ? await tx.select().from(reports).where(eq(reports.number, number)).for("update") : [];
    const competent = report ? await competentFor(report.organisationId, tx) : [];
    if (!report || !organisationId || !competent.includes(organisationId) || !may(actor, "report.read", { organisationId }))
      return refuse({ code: "reportUnknown" });
    if (!may(actor, "report.handle", { organisationId })) return refuse({ code: "notAllowed" });
    // The site is its keeper's: whoever answers for it belongs to it.
    const why = isOfSite(report.page) ? null : await findWhyNot(actor, report.organisationId, tx);
    return why ? refuse({ code: why }) : await work(tx, report);
  });
}

/** Asks the provider what it says to it, by a day. The reporter stays unknown to it. */
export async function forwardReport(actor: Actor, number: number, { dueOn, note }: { dueOn: string; note: string }): Promise<Result<null>> {
  return await withReport(actor, number, async (tx, report) => {
    if (report.closedAt) return refuse({ code: "reportClosed" });
    if (isOfSite(report.page)) return refuse({ code: "reportOfNoProvider" });
    // Clicked twice, or by two who share the work: the first stays.
    if (report.forwardedAt) return ok(null);
    if (dueOn <= today()) return refuse({ code: "dayNotAhead", field: "dueOn" });
    await tx.update(reports).set({ forwardedAt: now(), forwardedNote: note, providerDueOn: dueOn }).where(eq(reports.id, report.id));
    await recordEvents(tx, actor, [{ type: "report.forwarded", ...about(report), after: { dueOn } }]);
    await notify(tx, {
      organisationId: report.organisationId,
      kind: "report-forwarded",
      about: report.id,
      values: { number: caseNumber(number), on: dueOn },
      path: `manage/reports/${number}`,
    });
    return ok(null);
  });
}

/** Answers the reporter and ends the case. With it the address goes, once the answer is on its way there. */
export async function closeReport(actor: Actor, number: number, { outcome, answer, version, decision }: CloseInput): Promise<Result<null>> {
  return await withReport(actor, number, async (tx, report) => {
    if (report.closedAt) return report.answer === answer && report.outcome === outcome ? ok(null) : refuse({ code: "reportClosed" });
    const correction = await findCorrection(tx, report, version, decision);
    if (!correction.ok) return correction;
    const closed = { outcome, answer, closedAt: now(), closedById: actor.organisationId, closedByPersonId: personIdOf(actor) };
    await tx
      .update(reports)
      .set({ ...closed, ...correction.value, email: null, emailHash: null })
      .where(eq(reports.id, report.id));
    const { email, emailConfirmedAt, locale } = report;
    if (email && emailConfirmedAt)
      await queueMail(tx, reportAnswerMail({ to: email, locale, number: caseNumber(number), outcome, answer }));
    await recordEvents(tx, actor, [{ type: "report.closed", ...about(report), after: { outcome, ...correction.value } }]);
    if (report.forwardedAt)
      await notify(tx, {
        organisationId: report.organisationId,
        kind: "report-closed",
        about: report.id,
        values: { number: caseNumber(number), outcome },
        path: `manage/reports/${number}`,
      });
    return ok(null);
  });
}

type Correction = Pick<Report, "correctionVersion" | "correctionDecisionId">;

/** What put it right: a version of the offering that came after the one on the page, or a decision about the provider. */
async function findCorrection(tx: Transaction, report: Report, version?: number, decision?: number): Promise<Result<Correction>> {
  const problems: Problem[] = [];
  const { offeringId, organisationId } = report;
  const [fresh] =
    version && offeringId
      ? await tx
          .select({ number: versions.number })
          .from(versions)
          .where(and(eq(versions.offeringId, offeringId), eq(versions.number, version)))
      : [];
  if (version && (!fresh || version <= (report.versionNumber ?? 0))) problems.push({ code: "correctionVersionUnknown", field: "version" });
  const [decided] = decision
    ? await tx
        .select({ id: decisions.id })
        .from(decisions)
        .where(and(eq(decisions.organisationId, organisationId), eq(decisions.number, decision)))
    : [];
  if (decision && !decided) problems.push({ code: "correctionDecisionUnknown", field: "decision" });
  if (problems.length > 0) return { ok: false, problems };
  return ok({ correctionVersion: fresh?.number ?? null, correctionDecisionId: decided?.id ?? null });
}

function about({ id, organisationId }: Report) {
  return { subject: "report", subjectId: id, organisationId } as const;
}
