import { randomUUID } from "node:crypto";
import type { Day } from "@/lib/days/days";
import type { OfferingChange } from "@/lib/offerings/commands";
import { type CatalogueStatements, type OfferingContent, offeringContent } from "@/lib/offerings/content";
import type { Coverage } from "@/lib/offerings/coverage";
import { isSameContent, nextStep, problemsWithPublishing } from "@/lib/offerings/publication";
import type { SessionFacts } from "@/lib/offerings/sessions/commands";
import type { Problem } from "@/lib/result";
import { type Group, problemsOf } from "./group";
import { columnsOf } from "./repair";
import type { RowReading } from "./row";
import { isSameSession, toKept } from "./sessions";
import { asKept, tidied } from "./tidied";

export type Outcome = "published" | "updated" | "unchanged" | "draft" | "refused";

/** An offering as the register has it under the provider's id. */
export type Existing = {
  id: string;
  slug: string;
  status: "draft" | "published" | "withdrawn" | "archived";
  live: { content: OfferingContent; number: number; versionId: string } | null;
  /** It was taken out of the catalogue because an import was undone: a file brings it back. */
  undone: boolean;
  pending: OfferingContent | null;
  sessions: Map<string, SessionFacts>;
};

/** What became of one row, as the report keeps it. */
export type RowResult = {
  sheet: string;
  row: number;
  externalId: string | null;
  title: string | null;
  outcome: Outcome;
  problems: Problem[];
  offeringId: string | null;
  /** What the file says in the columns that the problems are about; null where there are none. */
  cells: Record<string, string> | null;
};

/** What the report tells of a row. */
export type ReportRow = Omit<RowResult, "cells">;

export type Decision = { rows: RowResult[]; change: OfferingChange | null; existing: Existing | undefined };

export type DecideContext = { statements: CatalogueStatements; today: Day; coverage: Coverage };

/** What becomes of the rows of one offering, and what is written. Pure: the same rows and register give the same decision. */
export function decide(group: Group, existing: Existing | undefined, context: DecideContext): Decision {
  const refusal = refusalOf(group, existing);
  if (refusal) return refused(group, existing, refusal);
  const { lead, externalId } = group;
  if (!lead || !externalId) return forSessionsOnly(group, existing, context);

  const content = contentOf(lead, context.statements);
  const wrong = [...lead.problems, ...problemsWithPublishing(content)];
  if (wrong.length === 0 && lead.publish) return publish(group, externalId, content, existing, context);
  if (existing?.live && (wrong.length > 0 || existing.undone)) return notTouched(group, existing, problemsWithPublishing(content));
  const notes: Problem[] = lead.publish
    ? problemsWithPublishing(content)
    : [...problemsWithPublishing(content), { code: "keptAsDraft", field: "publish" }];
  return keepDraft(group, externalId, content, existing, notes, context);
}

function refusalOf(group: Group, existing: Existing | undefined): Problem[] | undefined {
  const value = group.externalId ?? "";
  if (group.rows.every(({ refused }) => refused.length > 0)) return [];
  if (existing?.undone && group.lead) return undefined;
  if (existing?.status === "withdrawn") return [{ code: "offeringWithdrawn", field: "id", value }];
  if (existing?.status === "archived") return [{ code: "offeringArchived", field: "id", value }];
  if (!group.lead && group.rows.some(({ describes }) => describes)) return [{ code: "titleMissing", field: "title" }];
  if (!group.lead && !existing) return [{ code: "offeringUnknown", field: "id", value }];
  return undefined;
}

/** Empty content, then what is said for the whole catalogue, then what the row says: the later wins and the middle is named. */
function contentOf(row: RowReading, statements: CatalogueStatements): OfferingContent {
  const stated = Object.fromEntries(
    Object.entries(statements).filter(([property, value]) => value !== undefined && !(property in (row.content ?? {})) && !isEmpty(value)),
  );
  return { ...emptyContent, originalLanguage: row.language, ...stated, ...row.content, statedForCatalogue: Object.keys(stated).sort() };
}

const emptyContent = offeringContent.parse({ originalLanguage: "en", title: {}, summary: {}, description: {} });

function isEmpty(value: unknown): boolean {
  return value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
}

function publish(
  group: Group,
  externalId: string,
  content: OfferingContent,
  existing: Existing | undefined,
  context: DecideContext,
): Decision {
  const { today, coverage } = context;
  const compared = existing
    ? nextStep(existing.live && tidied(existing.live.content), asKept(content, existing.live?.content))
    : "new-version";
  const step = existing?.undone && compared === "unchanged" ? "new-version" : compared;
  const supersedes = step === "new-offering" && existing ? existing : null;
  const uncovered = step === "unchanged" ? [] : coverage(supersedes ? null : (existing?.id ?? null), content);
  if (uncovered.length > 0)
    return existing?.live ? notTouched(group, existing, uncovered) : keepDraft(group, externalId, content, existing, uncovered, context);
  const offeringId = existing && !supersedes ? existing.id : randomUUID();
  const sessions = changedSessions(group, supersedes ? undefined : existing, today);
  const version =
    step === "unchanged" ? null : { versionId: randomUUID(), content, number: supersedes ? 1 : (existing?.live?.number ?? 0) + 1 };
  const change = {
    offeringId,
    externalId,
    create: !existing || supersedes !== null,
    supersedes,
    publish: version,
    pending: null,
    sessions,
  };
  const changed = version !== null || sessions.length > 0;
  const outcome = !changed ? "unchanged" : existing?.live && !supersedes && !existing.undone ? "updated" : "published";
  const notes: Problem[] = supersedes ? [{ code: "newOfferingMade", field: "ects", value: supersedes.slug }] : [];
  return decided(group, outcome, existing, { offeringId, notes, change: changed ? change : null });
}

/** What is published stays as it is: it is better than what the file says of it. */
function notTouched(group: Group, existing: Existing, problems: Problem[]): Decision {
  const code = existing.undone ? "offeringNotBroughtBack" : "liveVersionKept";
  return refused(group, existing, [...problems, { code, field: "id", value: group.externalId ?? "" }]);
}

function keepDraft(
  group: Group,
  externalId: string,
  content: OfferingContent,
  existing: Existing | undefined,
  notes: Problem[],
  { today }: DecideContext,
): Decision {
  const offeringId = existing?.id ?? randomUUID();
  const sessions = changedSessions(group, existing, today);
  const known = existing?.pending ?? existing?.live?.content ?? null;
  const pending = known && isSameContent(tidied(known), asKept(content, known)) ? null : content;
  const changed = pending !== null || sessions.length > 0;
  const change = { offeringId, externalId, create: !existing, supersedes: null, publish: null, pending, sessions };
  return decided(group, changed ? "draft" : "unchanged", existing, { offeringId, notes, change: changed ? change : null });
}

function forSessionsOnly(group: Group, existing: Existing | undefined, { today }: DecideContext): Decision {
  if (!existing) return refused(group, existing, []);
  const sessions = changedSessions(group, existing, today);
  const change = {
    offeringId: existing.id,
    externalId: group.externalId ?? "",
    create: false,
    supersedes: null,
    publish: null,
    pending: null,
    sessions,
  };
  return decided(group, sessions.length > 0 ? "updated" : "unchanged", existing, {
    offeringId: existing.id,
    notes: [],
    change: sessions.length > 0 ? change : null,
  });
}

function changedSessions(group: Group, existing: Existing | undefined, today: Day): OfferingChange["sessions"] {
  return group.sessions.flatMap((input) => {
    const before = existing?.sessions.get(input.externalId) ?? null;
    const after = toKept(input, before ?? undefined, randomUUID(), today);
    return before && isSameSession(before, after) ? [] : [{ before, after }];
  });
}

/** A row that speaks of a run only, and whose run could not be taken, is refused though the offering goes on. */
function decided(
  group: Group,
  outcome: Outcome,
  existing: Existing | undefined,
  { offeringId, notes, change }: { offeringId: string; notes: Problem[]; change: OfferingChange | null },
): Decision {
  const rows = group.rows.map((row) => {
    const fruitless = row !== group.lead && !row.content && row.sessions.length === 0;
    const refusedRow = row.refused.length > 0 || fruitless;
    const problems = problemsOf(row);
    if (row.content && row.refused.length === 0) problems.push(...notes);
    if (fruitless && problems.length === 0) problems.push({ code: "titleMissing", field: "title" });
    return toResult(row, refusedRow ? "refused" : outcome, problems, refusedRow ? null : offeringId);
  });
  return { rows, change, existing };
}

function refused(group: Group, existing: Existing | undefined, problems: Problem[]): Decision {
  const rows = group.rows.map((row) => {
    const own = problemsOf(row);
    const shown =
      row.refused.length > 0 ? own : [...own, ...(group.lead === undefined || row === group.lead ? problems : problems.slice(-1))];
    return toResult(row, "refused", shown, existing?.id ?? null);
  });
  return { rows, change: null, existing };
}

function toResult(
  { sheet, row, externalId, title, valueIn }: RowReading,
  outcome: Outcome,
  problems: Problem[],
  offeringId: string | null,
): RowResult {
  const columns = problems.flatMap(columnsOf);
  const cells = columns.length > 0 ? Object.fromEntries(columns.map((column) => [column, valueIn(column).slice(0, longestCell)])) : null;
  return { sheet, row, externalId, title, outcome, problems, offeringId, cells };
}

/** Nothing that a column can hold is longer; what is stays too long when it is cut here. */
const longestCell = 30_000;
