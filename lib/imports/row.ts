import { catalogueStatements, type OfferingContent, offeringContent } from "@/lib/offerings/content";
import type { Problem } from "@/lib/result";
import { languageCode } from "./codes";
import { fields, propertyOf } from "./fields";
import { cleanLine } from "./html";
import { readOfferingCell } from "./read-offering";
import { finishSession, readSessionCell } from "./read-session";
import { type Cell, type Draft, newDraft, problem, type ReadContext, type SessionInput, translated } from "./reading";
import { valueIn } from "./repair";

/** A row as understood. `content` is undefined where the row speaks of a run only; `refused` says why nothing of it can be taken. */
export type RowReading = {
  sheet: string;
  row: number;
  externalId: string | null;
  title: string | null;
  language: string;
  content: Partial<OfferingContent> | undefined;
  /** It stands where offerings are described: a title belongs in it. */
  describes: boolean;
  publish: boolean;
  sessions: Array<Omit<SessionInput, "externalId"> & { externalId: string | undefined }>;
  /** About the offering: it cannot be published with them. */
  problems: Problem[];
  /** About runs: the offering goes on without them. */
  sessionProblems: Problem[];
  /** About the offering, which goes on as it is. */
  notes: Problem[];
  refused: Problem[];
  /** What stands in a column, whole, for whoever puts it right. */
  valueIn: (column: string) => string;
};

const example = /^\W*(?:exemple|example|voorbeeld|beispiel)(?:\s*(?::|$|\()|[-_]?\d+$)/i;

/** What the cells of one row say, each value understood or named. */
export function readRow(at: { sheet: string; row: number }, cells: Cell[], context: ReadContext): RowReading {
  const meant = cells.flatMap((cell) => withMeaning(cell, context));
  const draft = newDraft(originalLanguage(meant, context));
  for (const cell of meant) readCell(cell, draft, context);
  const session = draft.session.stated ? finishSession(draft, context) : undefined;
  const reading = toReading(at, draft, meant, session ? [{ ...session, externalId: draft.session.externalId }] : []);
  return {
    ...reading,
    valueIn: (column) => valueIn(cells, column),
    describes: cells.some(({ field }) => field === "title") || !cells.some(({ field }) => fields[field].session),
  };
}

export function toReading(at: { sheet: string; row: number }, draft: Draft, cells: Cell[], sessions: RowReading["sessions"]): RowReading {
  const titleCell = cells.find(({ field }) => field === "title");
  const title = draft.content.title?.[draft.language] ?? Object.values(draft.content.title ?? {})[0] ?? null;
  const reading: RowReading = {
    ...at,
    externalId: draft.externalId || null,
    title: title ?? (titleCell ? cleanLine(titleCell.value).slice(0, 500) : null),
    language: draft.language,
    content: draft.content.title ? draft.content : undefined,
    describes: true,
    publish: draft.publish,
    sessions,
    problems: draft.problems,
    sessionProblems: draft.sessionProblems,
    notes: draft.notes,
    refused: [],
    valueIn: () => "",
  };
  if (isExample(cells)) reading.refused.push({ code: "exampleRow", field: titleCell?.column ?? "id", value: reading.title ?? "" });
  else if (!reading.externalId) reading.refused.push({ code: "idMissing", field: "id" });
  return reading;
}

function isExample(cells: Cell[]): boolean {
  return cells.some(({ field, value }) => (field === "id" || field === "title") && example.test(value));
}

/** Applies the mapping's meanings to whole cells; an empty cell says nothing. */
function withMeaning(cell: Cell, context: ReadContext): Cell[] {
  const meant = translated(context, cell.field, cell.value);
  if (meant === null) return [];
  const value = meant ?? cell.value;
  return value.trim() === "" ? [] : [{ ...cell, value }];
}

/** The column `language`, else the only language that the titles have, else what file, provider or country say. */
export function originalLanguage(cells: Cell[], context: ReadContext): string {
  const stated = cells.find(({ field }) => field === "language");
  const code = stated ? languageCode(stated.value) : undefined;
  if (code && /^[a-z]{2}$/.test(code)) return code;
  const titles = cells.filter(({ field }) => field === "title");
  const [only] = titles;
  if (titles.length === 1 && only?.language) return only.language;
  if (titles.length > 1 && titles.every(({ language }) => language !== null && language !== context.defaultLanguage))
    return only?.language ?? context.defaultLanguage;
  return context.defaultLanguage;
}

/** Stands in a cell for which the provider has said something once for the whole catalogue, where an offering has none of it. */
export const nothingStated = "(none)";

const empty = offeringContent.parse({ originalLanguage: "en", title: {}, summary: {}, description: {} });

function stateNothing({ field, value }: Cell, draft: Draft): boolean {
  const property = value.trim() === nothingStated ? propertyOf(field) : undefined;
  if (!property || !(property in catalogueStatements.shape)) return false;
  draft.content = { [property]: empty[property], ...draft.content };
  return true;
}

export function readCell(cell: Cell, draft: Draft, context: ReadContext): void {
  const spec = fields[cell.field];
  if (stateNothing(cell, draft)) return;
  if (spec.kind === "id") {
    const id = cleanLine(cell.value);
    if (id.length > 200) draft.problems.push(problem("textTooLong", cell));
    else draft.externalId = id;
  } else if (spec.kind === "original") {
    if (!languageCode(cell.value)) draft.problems.push(problem("languageNotUnderstood", cell));
  } else if (spec.session) readSessionCell(cell, draft, context);
  else readOfferingCell(cell, draft, context);
}
