import { eq } from "drizzle-orm";
import { db } from "@/db";
import { reports } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { notify } from "@/lib/notices/commands";
import { competentFor } from "@/lib/reports/competent/queries";
import { caseNumber } from "@/lib/reports/report";
import { ok, type Result, refuse } from "@/lib/result";

/** The provider says once what it has to say to a case that was put to it. */
export async function answerReport(actor: Actor, number: number, text: string): Promise<Result<null>> {
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const [report] = Number.isSafeInteger(number) ? await tx.select().from(reports).where(eq(reports.number, number)).for("update") : [];
    if (!report?.forwardedAt || actor.organisationId !== report.organisationId) return refuse({ code: "reportUnknown" });
    const { id, organisationId } = report;
    if (!may(actor, "report.answer", { organisationId })) return refuse({ code: "notAllowed" });
    if (report.providerAnsweredAt) return report.providerAnswer === text ? ok(null) : refuse({ code: "reportAnswered" });
    if (report.closedAt) return refuse({ code: "reportClosed" });
    await tx.update(reports).set({ providerAnswer: text, providerAnsweredAt: now() }).where(eq(reports.id, id));
    await recordEvents(tx, actor, [{ type: "report.answered", subject: "report", subjectId: id, organisationId }]);
    for (const authorityId of await competentFor(organisationId, tx))
      await notify(tx, {
        organisationId: authorityId,
        kind: "report-answered",
        about: id,
        values: { number: caseNumber(number) },
        path: `oversight/reports/${number}`,
      });
    return ok(null);
  });
}
