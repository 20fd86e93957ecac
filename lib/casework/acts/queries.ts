import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db";
import { type Application, caseActs, cases } from "@/db/schema";
import { after, asOf, begun, type CaseState, type Done } from "@/lib/casework/casework";
import { dayOf, today } from "@/lib/clock";
import type { CriteriaContent } from "@/lib/criteria/criteria";
import { findCriteria, findCriteriaInForce, shippedCriteria } from "@/lib/criteria/queries";

export type CaseSubject = Pick<Application, "id" | "applicantId" | "authorityId" | "submittedAt" | "status">;

/** A case as its acts have it and as it stands today, and the version of the criteria that it keeps. */
export type CaseRead = { state: CaseState; acts: Done[]; criteria: { id: string | null; number: number; content: CriteriaContent } };

/** Not for pages: holds what its assessors alone may read. lib/casework/review/queries.ts says who sees what. */
export async function readCase(database: Database, application: CaseSubject): Promise<CaseRead> {
  const { id, authorityId, submittedAt } = application;
  const rows = await database.select().from(caseActs).where(eq(caseActs.applicationId, id)).orderBy(asc(caseActs.number));
  const acts = rows.map(({ act, personId, on }) => ({ ...(act as object), personId, on }) as Done);
  const criteria = await findCaseCriteria(database, application);
  const start = begun(dayOf(submittedAt ?? new Date(0)), criteria.content.days);
  const { days } = criteria.content;
  const state = asOf(
    acts.reduce((before, act) => after(asOf(before, act.on, days), act, days), start),
    today(),
    days,
  );
  // What was decided before there were cases has no acts, and is closed.
  const isOld = acts.every(({ kind }) => kind !== "decided") && ["registered", "refused", "withdrawn"].includes(application.status);
  // What was asked before there were cases still waits for its answer.
  const stoppedSince = application.status === "questioned" ? (state.stoppedSince ?? dayOf(submittedAt ?? new Date(0))) : state.stoppedSince;
  return { state: { ...state, stoppedSince, stage: isOld || !authorityId ? "closed" : state.stage }, acts, criteria };
}

/** The version that the case keeps; before there is a case, the one by which it would begin. */
export async function findCaseCriteria(database: Database, { id, authorityId, submittedAt }: CaseSubject): Promise<CaseRead["criteria"]> {
  const [row] = await database.select({ criteriaSetId: cases.criteriaSetId }).from(cases).where(eq(cases.applicationId, id));
  const set = row
    ? await findCriteria(row.criteriaSetId, database)
    : authorityId && (await findCriteriaInForce(authorityId, dayOf(submittedAt ?? new Date(0)), database));
  return set ? { id: set.id, number: set.number, content: set.content } : { id: null, number: 1, content: shippedCriteria };
}
