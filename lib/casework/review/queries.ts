import "server-only";
import { inArray, sql } from "drizzle-orm";
import { db } from "@/db";
import { people } from "@/db/schema";
import { type ApplicationView, findApplication } from "@/lib/applications/queries";
import { type Actor, mayAtAll, personIdOf } from "@/lib/auth/permissions";
import { type CaseRead, type CaseSubject, readCase } from "@/lib/casework/acts/queries";
import { type CaseState, type Done, mayReadAssessment } from "@/lib/casework/casework";
import { findGate, type Gate } from "@/lib/casework/gate/queries";
import { earlierRounds, type Round } from "@/lib/casework/rounds";

/** A case as one person of its authority may see it: without assessments that are not theirs to read yet. */
export type OpenCase = {
  gate: "open";
  application: ApplicationView;
  personId: string;
  state: CaseState;
  criteria: CaseRead["criteria"];
  /** What was found in rounds that were sent back: an assessor of the next reads it once both of theirs are in. */
  earlier: Round[];
  /** What the applicant held against the last decision. */
  contested: string | null;
  /** Names of those who had a part in it. */
  names: Map<string, string>;
};

export type ClosedCase = { gate: Exclude<Gate, "open">; application: ApplicationView };

/** A case of the authority for which one acts; behind its gate there is nothing but that it exists. */
export async function findCase(actor: Actor, id: string): Promise<OpenCase | ClosedCase | undefined> {
  const application = await findApplication(actor, id);
  if (!application) return undefined;
  const [gate, personId] = [await findGate(actor, application), personIdOf(actor)];
  if (gate !== "open" || !personId) return { gate: gate === "open" ? "undeclared" : gate, application };
  const read = await readCase(db, application);
  const compares = mayAtAll(actor, "case.compare") || read.state.assessors.includes(personId);
  const isFor = (of: string) => of === personId || (compares && mayReadAssessment(read.state, of, personId));
  const bothIn = compares && read.state.assessments.length === 2;
  const readsEarlier = mayAtAll(actor, "case.compare") || read.state.earlier.includes(personId) || bothIn;
  return {
    gate,
    application,
    personId,
    criteria: read.criteria,
    state: {
      ...read.state,
      assessments: read.state.assessments.filter((one) => isFor(one.personId)),
      result: bothIn ? read.state.result : null,
    },
    earlier: readsEarlier ? earlierRounds(read.acts) : [],
    contested: contestedIn(read.acts),
    names: await namesOf(read),
  };
}

function contestedIn(acts: readonly Done[]): string | null {
  const said = acts.findLast((act) => act.kind === "represented" || act.kind === "appealed");
  return said && "text" in said ? said.text : null;
}

/** What the applicant sees of a case of theirs: its stages, and what was decided with which reasons. */
export async function readOwnCase(application: CaseSubject): Promise<Pick<CaseRead, "criteria"> & { state: CaseState }> {
  const { state, criteria } = await readCase(db, application);
  return { criteria, state: { ...state, assessments: [], assessors: [], earlier: [], result: null } };
}

async function namesOf({ state, acts }: CaseRead): Promise<Map<string, string>> {
  const ids = [...new Set([...state.assessors, ...acts.map(({ personId }) => personId)])];
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: sql<string>`coalesce(nullif(${people.name}, ''), ${people.email})` })
    .from(people)
    .where(inArray(people.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
