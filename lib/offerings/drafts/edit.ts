import { catalogueStatements, type OfferingContent, offeringContent } from "@/lib/offerings/content";
import { canonical } from "@/lib/offerings/publication";
import type { DraftInput } from "./input";
import { type Clash, giveUp, isSameValue, mergeContents } from "./merge";
import { type EditedField, type EditorPart, type PartValues, statementOf, valuesOfPart } from "./parts";
import { confirmed, translatedFromAfter } from "./translations";

/** What somebody does to one part of an offering: what they write, and the state from which they began. */
export type Edit = {
  part: EditorPart;
  values: PartValues;
  revision: number;
  /** What the fields said when the form was handed out; without it, a form of the current revision is taken at its word. */
  base?: PartValues;
  /** Places that clashed before, where the other one's words are to stand. */
  taken?: string[];
  /** Fields that are to say again what the provider states for its whole catalogue. */
  restated?: string[];
  /** A translation that was found to be still right. */
  confirmed?: { language: string; key: string } | null;
};

/** What the offering says after an edit, or where it clashes with somebody else's. */
export function nextContent(
  theirs: OfferingContent,
  revision: number,
  edit: Edit,
  statements: Record<string, unknown>,
): { content: OfferingContent; clashes: Clash[] } {
  const base = edit.base ?? (edit.revision === revision ? valuesOfPart(theirs, edit.part) : {});
  const mine = giveUp(edit.values, base, edit.taken ?? []);
  const { values, clashes } = mergeContents(base, mine, theirs);
  const restated = Object.fromEntries(
    (edit.restated ?? []).flatMap((field) => {
      const value = statementOf(statements, field);
      return value === undefined || !(field in values) ? [] : [[field, value]];
    }),
  );
  const said: OfferingContent = { ...theirs, ...values, ...restated };
  const content = {
    ...said,
    translatedFrom: translatedFromAfter(theirs, said),
    statedForCatalogue: statedAfter(theirs, said, statements, Object.keys(restated)),
  };
  return { content: edit.confirmed ? confirmed(content, edit.confirmed.language, edit.confirmed.key) : content, clashes };
}

/** A field that was changed says what the whole catalogue says, or says its own; one that was left keeps its source. */
function statedAfter(before: OfferingContent, after: OfferingContent, statements: Record<string, unknown>, restated: string[]): string[] {
  const was = new Set(before.statedForCatalogue);
  return Object.keys(catalogueStatements.shape)
    .filter((name) => {
      const field = name as EditedField;
      if (restated.includes(field)) return true;
      if (canonical(before[field]) === canonical(after[field])) return was.has(field);
      const statement = statementOf(statements, field);
      return statement !== undefined && isSameValue(statement, after[field]);
    })
    .sort();
}

/** A new offering: its title, and all that the provider has stated once for its whole catalogue. */
export function firstContent({ title, language }: DraftInput, statements: Record<string, unknown>): OfferingContent {
  const parsed = catalogueStatements.safeParse(statements);
  const stated = parsed.success ? Object.entries(parsed.data).filter(([field]) => statementOf(statements, field) !== undefined) : [];
  return offeringContent.parse({
    ...Object.fromEntries(stated),
    originalLanguage: language,
    title: { [language]: title },
    summary: {},
    description: {},
    statedForCatalogue: stated.map(([field]) => field).sort(),
  });
}

/** The fields that differ, as they were and as they are: what an event keeps. */
export function changedFields(before: OfferingContent, after: OfferingContent) {
  const fields = (Object.keys(after) as (keyof OfferingContent)[]).filter((field) => canonical(before[field]) !== canonical(after[field]));
  const pick = (content: OfferingContent) => Object.fromEntries(fields.map((field) => [field, content[field]]));
  return { before: pick(before), after: pick(after) };
}

/** The next id in a provider's own way of numbering: its most frequent beginning, with the number after the highest. */
export function proposedId(known: string[]): string {
  const numbered = known.flatMap((id) => {
    const [, start = "", digits = ""] = /^(.*?)(\d{1,9})$/.exec(id) ?? [];
    return digits ? [{ start, digits }] : [];
  });
  const groups = [...Map.groupBy(numbered, ({ start }) => start)].sort(([, a], [, b]) => b.length - a.length);
  const [start, ids] = groups[0] ?? ["MC-", []];
  const highest = Math.max(0, ...ids.map(({ digits }) => Number(digits)));
  const width = Math.max(3, ...ids.map(({ digits }) => digits.length));
  return `${start}${String(highest + 1).padStart(ids.length > 0 ? Math.min(width, ids[0]?.digits.length ?? width) : width, "0")}`;
}
