import { hashOf } from "@/lib/auth/secret";
import type { Day } from "@/lib/days/days";
import { completenessOf, type Element } from "@/lib/offerings/completeness";
import type { CatalogueStatements, OfferingContent } from "@/lib/offerings/content";
import { statementOf } from "@/lib/offerings/drafts/parts";
import { type Consequences, consequencesOf, shownMark } from "@/lib/offerings/field-rules";
import { canonical, isSameContent, nextStep } from "@/lib/offerings/publication";
import { problemsWithContent } from "@/lib/offerings/publishing/publishing";
import type { StatedField } from "./statements";

/** An offering as a change of the statements finds it. */
export type Found = {
  id: string;
  slug: string;
  externalId: string;
  status: "draft" | "published" | "withdrawn" | "archived";
  live: { content: OfferingContent; number: number } | null;
  pending: { content: OfferingContent; publishOn: Day | null } | null;
};

export type StatementChange = {
  before: CatalogueStatements;
  after: CatalogueStatements;
  fields: readonly StatedField[];
  /** What is no longer stated for all stays in the offerings that took it, as their own. */
  keep: boolean;
};

/**
 * What a change does to one offering: it gets its next version at once, or the change goes into what waits to be published, or into a
 * draft.
 */
export type Affected = {
  found: Found;
  next: OfferingContent;
  does: "publish" | "wait" | "draft";
  /** Mandatory elements that it would no longer have. */
  lost: Element[];
  /** It lacks nothing mandatory any more. */
  completed: boolean;
};

/** Every offering that a change touches, with what becomes of it. Pure: the same register gives the same effect. */
export function effectOf(offerings: Found[], change: StatementChange, day: Day): Affected[] {
  return offerings.flatMap((found) => {
    const said = found.pending?.content ?? found.live?.content;
    // What is withdrawn and not being worked on says what it said; what is archived never changes.
    if (!said || found.status === "archived" || (found.status === "withdrawn" && !found.pending)) return [];
    const next = nextFor(said, change);
    if (isSameContent(said, next)) return [];
    const [had, has] = [completenessOf(said), completenessOf(next)];
    const lost = has.missing.filter((element) => !had.missing.includes(element));
    const completed = had.missing.length > 0 && has.missing.length === 0;
    return [{ found, next, does: whatItDoes(found, next, day), lost, completed }];
  });
}

function whatItDoes({ status, live, pending }: Found, next: OfferingContent, day: Day): Affected["does"] {
  if (!live) return "draft";
  const isEdited = pending && (pending.publishOn !== null || nextStep(live.content, pending.content) !== "unchanged");
  // Bounds that the law changed since may keep a live offering from being published as it is.
  return status === "published" && !isEdited && problemsWithContent(next, day).length === 0 ? "publish" : "wait";
}

/** An offering takes what is stated for all where it took it before, or where nothing was said by it or for it. */
function nextFor(said: OfferingContent, { before, after, fields, keep }: StatementChange): OfferingContent {
  const next: Record<string, unknown> = { ...said };
  const taken = new Set(said.statedForCatalogue);
  const translatedFrom = structuredClone(said.translatedFrom);
  for (const field of fields) {
    const value = statementOf(after, field);
    const takes = taken.has(field);
    const isSilent = !takes && statementOf(said, field) === undefined && statementOf(before, field) === undefined;
    if (value !== undefined && (takes || isSilent)) {
      next[field] = value;
      taken.add(field);
    } else if (value === undefined && takes) {
      if (!keep) next[field] = emptyOf(said[field]);
      taken.delete(field);
    } else continue;
    // The languages of a statement are written beside each other: none is behind.
    for (const prints of Object.values(translatedFrom)) delete prints[field];
  }
  return { ...(next as OfferingContent), translatedFrom, statedForCatalogue: [...taken].sort() };
}

function emptyOf(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  return value !== null && typeof value === "object" ? {} : null;
}

/** What the effect amounts to, for people to look at before. */
export type EffectSummary = {
  published: number;
  waiting: number;
  scheduled: number;
  drafts: number;
  completed: number;
  /** Drafts and pending versions that would lack something mandatory; live offerings never may. */
  incomplete: number;
  told: Consequences["told"];
  reopensReview: boolean;
  /** Live offerings whose text stays as it is: only where it was stated changes. */
  sameToReaders: boolean;
};

export function summaryOf(affected: Affected[]): EffectSummary {
  const of = (does: Affected["does"]) => affected.filter((one) => one.does === does);
  const consequences = affected.flatMap(({ found, next, does }) =>
    found.live && does !== "draft" ? [consequencesOf(found.pending?.content ?? found.live.content, next)] : [],
  );
  const told = new Set(consequences.flatMap((one) => one.told));
  return {
    published: of("publish").length,
    waiting: of("wait").length,
    scheduled: affected.filter(({ found }) => found.pending?.publishOn).length,
    drafts: of("draft").length,
    completed: affected.filter(({ completed }) => completed).length,
    incomplete: affected.filter(({ lost, does }) => does !== "publish" && lost.length > 0).length,
    told: (["credential", "assessment", "conditions", "information"] as const).filter((who) => told.has(who)),
    reopensReview: consequences.some(({ reopensReview }) => reopensReview),
    sameToReaders: consequences.length > 0 && consequences.every(({ changes }) => changes.length === 0),
  };
}

/** Live offerings that would lose what they must say, by element. */
export function losses(affected: Affected[]): Map<Element, Affected[]> {
  const live = affected.filter(({ found, lost }) => found.live && found.status === "published" && lost.length > 0);
  const elements = [...new Set(live.flatMap(({ lost }) => lost))];
  return new Map(elements.map((element) => [element, live.filter(({ lost }) => lost.includes(element))]));
}

/** Stands for exactly what was shown before it was confirmed: whatever changes meanwhile gives another mark. */
export function effectMark(change: StatementChange, affected: Affected[]): string {
  const each = affected
    .map(({ found, next, does }) => [found.id, does, shownMark(found.live?.number ?? null, next)])
    .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  return hashOf(canonical([change.before, change.after, change.keep, each]));
}
