import type { Element } from "@/lib/offerings/completeness";
import type { CatalogueStatements, OfferingContent } from "@/lib/offerings/content";
import { comparedFields } from "@/lib/offerings/what-changed";

/** The parts of the editor, divided as people think, each with the fields of the content that it asks for. */
const editorParts = {
  learn: ["title", "summary", "description", "outcomes", "fields", "keywords"],
  workload: ["ects", "hours", "modes"],
  level: ["eqf", "cycle"],
  assessment: ["assessment", "assessmentNote", "supervision", "grading"],
  quality: ["awardingBodies", "quality", "qualityNote"],
  audience: [
    "languages",
    "setting",
    "type",
    "prerequisites",
    "targetGroups",
    "validation",
    "validationNote",
    "funding",
    "fundingNote",
    "accessProvisions",
    "accessibility",
  ],
  stacking: ["stacking", "stackingNote", "stacksInto", "credential"],
  contact: ["contact", "url", "applyUrl", "furtherInformation"],
} as const satisfies Record<string, readonly (keyof typeof comparedFields)[]>;

export type EditorPart = keyof typeof editorParts;
export type EditedField = (typeof editorParts)[EditorPart][number];

/** What one part says, or a part of it: what is not named is left as it is. */
export type PartValues = Partial<Pick<OfferingContent, EditedField>>;

export const editorPartNames = Object.keys(editorParts) as EditorPart[];

export function isEditorPart(name: string): name is EditorPart {
  return name in editorParts;
}

export function fieldsOf(part: EditorPart): readonly EditedField[] {
  return editorParts[part];
}

export function partOf(field: string): EditorPart | undefined {
  return editorPartNames.find((part) => fieldsOf(part).some((one) => one === field));
}

/** The texts of an offering, which each language has for itself. */
export const translatedFields = (Object.keys(comparedFields) as (keyof typeof comparedFields)[]).filter(
  (field): field is TextField => comparedFields[field] === "texts",
);

export type TextField = {
  [Field in keyof typeof comparedFields]: (typeof comparedFields)[Field] extends "texts" ? Field : never;
}[keyof typeof comparedFields];

export function valuesOfPart(content: OfferingContent, part: EditorPart): PartValues {
  return Object.fromEntries(fieldsOf(part).map((field) => [field, content[field]]));
}

/** Whether the provider states this field once for its whole catalogue, and what. */
export function statementOf(statements: CatalogueStatements, field: string): unknown {
  const value = (statements as Record<string, unknown>)[field];
  const isEmpty = value === null || value === "" || (typeof value === "object" && Object.keys(value ?? {}).length === 0);
  return isEmpty ? undefined : value;
}

/** Where an element of Annex I is stated: the part of the editor and its input. The issuer's region is the provider's seat. */
export function inputOf(element: Element, original: string): { part: EditorPart; input: string } | undefined {
  const field = element === "workload" ? "ects" : element;
  const part = partOf(field);
  const isText = translatedFields.some((one) => one === field);
  return part && { part, input: isText ? `${field}.${original}` : field };
}
