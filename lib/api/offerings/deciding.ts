import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/permissions";
import { may } from "@/lib/auth/permissions";
import type { Day } from "@/lib/days/days";
import { type Decision, decide, type Existing } from "@/lib/imports/decide";
import { groupRows, problemsOf } from "@/lib/imports/group";
import { readOffering } from "@/lib/imports/json-form";
import type { ReadContext } from "@/lib/imports/reading";
import type { OfferingChange } from "@/lib/offerings/commands";
import type { CatalogueStatements } from "@/lib/offerings/content";
import type { Coverage } from "@/lib/offerings/coverage";
import { nextStep, problemsWithPublishing } from "@/lib/offerings/publication";
import { ok, type Problem, type Result, refuse } from "@/lib/result";
import { isCurrent } from "@/lib/sessions/session";
import type { OfferingDocument, SessionDocument } from "./document";
import { inDocument } from "./representation";

export type Decided = {
  outcome: Exclude<Decision["rows"][number]["outcome"], "refused">;
  change: OfferingChange | null;
  /** The offering whose place a new one takes, because ECTS or outcomes changed. */
  supersedes: string | null;
};

export type Register = {
  actor: Actor;
  providerId: string;
  statements: CatalogueStatements;
  context: ReadContext;
  today: Day;
  coverage: Coverage;
};

/**
 * What a document makes of an offering: the same reading and the same rules as a file's. Stricter in one thing: what is not understood
 * refuses the whole, since a machine can put it right at once, and nobody is there to look at half of it.
 */
export function decideDocument(
  id: string,
  document: OfferingDocument,
  existing: Existing | undefined,
  register: Register,
): Result<Decided> {
  if (document.publish && !may(register.actor, "offering.publish", register)) return refuse({ code: "scopeTooNarrow", field: "publish" });
  const reading = readOffering(1, { ...document, id }, register.context, () => undefined);
  const group = groupRows([reading]);
  const wrong = problemsOf(reading);
  if (wrong.length > 0) return refused(wrong);
  const decision = decide(group, existing, register);
  const [row] = decision.rows;
  if (!row || row.outcome === "refused") return refused(row?.problems ?? []);
  // Files keep as a draft what cannot be published yet; whoever asks for publication here is told why not.
  if (document.publish && row.outcome === "draft") return refused(row.problems);
  return ok({ outcome: row.outcome, change: decision.change, supersedes: decision.change?.supersedes?.slug ?? null });
}

/** One run, written by itself. */
export function decideSession(
  id: string,
  sessionId: string,
  document: SessionDocument,
  existing: Existing,
  register: Register,
): Result<Decided> {
  const reading = readOffering(1, { id, sessions: [{ ...document, id: sessionId }] }, register.context, () => undefined);
  reading.describes = false;
  const group = groupRows([reading]);
  const wrong = problemsOf(reading);
  if (wrong.length > 0)
    return refused(wrong.map((problem) => ({ ...problem, ...(problem.field ? { field: sessionField(problem.field) } : {}) })));
  const decision = decide(group, existing, register);
  const [row] = decision.rows;
  if (!row || row.outcome === "refused") return refused(row?.problems ?? []);
  return ok({ outcome: row.outcome, change: decision.change, supersedes: null });
}

function sessionField(field: string): string {
  return field.replace(/^offerings\.\d+\.sessions\.\d+\./, "");
}

/** Publishes the next state. Runs that are not over go along to an offering that takes another's place. */
export function decidePublication(id: string, existing: Existing, today: Day, coverage: Coverage): Result<Decided> {
  const { pending, live, sessions } = existing;
  if (existing.status === "archived") return refuse({ code: "offeringArchived", field: "id", value: id });
  if (!pending) return ok({ outcome: "unchanged", change: null, supersedes: null });
  const missing = problemsWithPublishing(pending);
  if (missing.length > 0) return refused(missing);
  const step = nextStep(live?.content ?? null, pending);
  const uncovered = step === "unchanged" ? [] : coverage(step === "new-offering" ? null : existing.id, pending);
  if (uncovered.length > 0) return refused(uncovered);
  const supersedes = step === "new-offering" ? existing : null;
  const change: OfferingChange = {
    offeringId: supersedes ? randomUUID() : existing.id,
    externalId: id,
    create: supersedes !== null,
    supersedes,
    publish: step === "unchanged" ? null : { versionId: randomUUID(), content: pending, number: supersedes ? 1 : (live?.number ?? 0) + 1 },
    pending: null,
    sessions: supersedes
      ? [...sessions.values()].filter((run) => isCurrent(run, today)).map((run) => ({ before: null, after: { ...run, id: randomUUID() } }))
      : [],
  };
  return ok({
    outcome: step === "unchanged" ? "unchanged" : live && !supersedes ? "updated" : "published",
    change,
    supersedes: supersedes?.slug ?? null,
  });
}

function refused(problems: Problem[]): Result<never> {
  const told = problems.filter(({ code }) => code !== "keptAsDraft").map(inDocument);
  return told.length > 0 ? refuse(...told) : refuse({ code: "valueNotAccepted" });
}
