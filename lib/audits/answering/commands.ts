import { and, eq, sql } from "drizzle-orm";
import { auditFindings, files, versions } from "@/db/schema";
import type { Answers } from "@/lib/audits/act";
import { recordAct, withOwnAudit } from "@/lib/audits/acts/commands";
import { inForce } from "@/lib/audits/audit";
import { evidenceOf } from "@/lib/audits/evidence/evidence";
import type { Actor } from "@/lib/auth/permissions";
import type { SentForm } from "@/lib/decisions/kinds/words";
import { ok, type Problem, type Result, refuse } from "@/lib/result";

/** The provider has handed in what it was asked for. */
export async function handInEvidence(actor: Actor, number: number, text: string): Promise<Result<null>> {
  return await withOwnAudit(actor, number, async (held): Promise<Result<null>> => {
    const { tx, audit, state } = held;
    const own = and(eq(files.subject, evidenceOf.provider), eq(files.subjectId, audit.id));
    if (state.stage === "asked" && text === "" && (await tx.$count(files, own)) === 0)
      return refuse({ code: "auditNothingHandedIn", field: "text" });
    const done = await recordAct(held, { kind: "handedIn", text });
    return done.ok ? ok(null) : done;
  });
}

/** The provider says to each finding whether it accepts or contests it. Said once, for all of them. */
export async function answerFindings(actor: Actor, number: number, form: SentForm): Promise<Result<null>> {
  return await withOwnAudit(actor, number, async (held): Promise<Result<null>> => {
    const answers: Answers = {};
    const problems: Problem[] = [];
    for (const { number: finding } of inForce(held.state)) {
      const said = form[`answer-${finding}`]?.[0];
      const text = (form[`text-${finding}`]?.[0] ?? "").replaceAll("\0", "").replaceAll("\r\n", "\n").trim();
      if (said !== "accept" && said !== "contest") problems.push({ code: "auditAnswerMissing", field: `answer-${finding}` });
      if (said === "contest" && text === "") problems.push({ code: "auditContestWhy", field: `text-${finding}` });
      if (text.length > 5000) problems.push({ code: "applicationTextTooLong", field: `text-${finding}` });
      answers[finding] = { accepts: said === "accept", text };
    }
    if (problems.length > 0) return { ok: false, problems };
    const done = await recordAct(held, { kind: "answered", answers });
    return done.ok ? ok(null) : done;
  });
}

/** The provider says that a corrective action is done, and names the version that mends it where there is one. */
export async function stateAction(
  actor: Actor,
  number: number,
  action: number,
  { text, version }: { text: string; version?: number | undefined },
): Promise<Result<null>> {
  return await withOwnAudit(actor, number, async (held): Promise<Result<null>> => {
    const { tx, audit, state } = held;
    const known = state.actions.find((one) => one.number === action);
    if (!known) return refuse({ code: "auditActionUnknown" });
    if (version !== undefined) {
      const [mending] = await tx
        .select({ number: versions.number })
        .from(versions)
        .innerJoin(auditFindings, eq(auditFindings.offeringId, versions.offeringId))
        .where(
          and(
            eq(auditFindings.caseId, audit.id),
            eq(auditFindings.number, known.finding),
            eq(versions.number, version),
            sql`${versions.number} > ${auditFindings.versionNumber}`,
          ),
        );
      if (!mending) return refuse({ code: "auditVersionMends", field: "version" });
    }
    const done = await recordAct(held, { kind: "stated", action, text, version: version ?? null });
    return done.ok ? ok(null) : done;
  });
}
