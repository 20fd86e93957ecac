import { type CatalogueStatements, catalogueStatements, type OfferingContent, offeringContent } from "@/lib/offerings/content";
import { type EditedField, type EditorPart, editorPartNames, fieldsOf, type PartValues, statementOf } from "@/lib/offerings/drafts/parts";

/** A field that can be stated once for the whole catalogue. */
export type StatedField = keyof CatalogueStatements;

/** How an offering stands to one statement: it takes it over, says something of its own, or says nothing. */
export const stances = ["takes", "own", "silent"] as const;

export type Stance = (typeof stances)[number];

export const statedFields = Object.keys(catalogueStatements.shape) as StatedField[];

export function isStatedField(field: string): field is StatedField {
  return field in catalogueStatements.shape;
}

/** Of a part of the editor, what can be stated once for the whole catalogue. */
export function statedFieldsOf(part: EditorPart): (StatedField & EditedField)[] {
  return fieldsOf(part).filter((field): field is StatedField & EditedField => isStatedField(field));
}

/** The parts of the editor that have such fields, in its order. */
export const statementParts: EditorPart[] = editorPartNames.filter((part) => statedFieldsOf(part).length > 0);

/** The statements as a document, for all that reads and draws documents. They have no original: every language is its own. */
export function asContent(statements: CatalogueStatements, language: string): OfferingContent {
  return offeringContent.parse({ originalLanguage: language, title: {}, summary: {}, description: {}, ...statements });
}

/** The statements as they are kept. What is empty is not stated. */
export function readStatements(kept: unknown): CatalogueStatements {
  const parsed = catalogueStatements.safeParse(kept ?? {});
  return parsed.success ? statementsAfter(parsed.data, {}) : {};
}

/** The statements after a change; what was emptied is no longer stated. */
export function statementsAfter(before: CatalogueStatements, values: PartValues): CatalogueStatements {
  const said = Object.entries({ ...before, ...values }).filter(([field]) => isStatedField(field));
  const all = Object.fromEntries(said) as CatalogueStatements;
  return Object.fromEntries(said.filter(([field]) => statementOf(all, field) !== undefined)) as CatalogueStatements;
}
