import type { FormState } from "@/lib/form";
import type { OfferingContent } from "@/lib/offerings/content";
import { comparedFields, type FieldKind } from "@/lib/offerings/what-changed";
import { type EditedField, type EditorPart, fieldsOf } from "./parts";

/** What two people wrote into one place, in words to show side by side. */
export type ShownClash = { key: string; label: string; mine: string; theirs: string };

/** What the editor's form knows: the state it began from, and what became of the last attempt. */
export type EditorState = FormState & {
  revision: number;
  /** The values at that revision, which go back with the form: they tell what was changed here and what elsewhere. */
  base: string;
  clashes: ShownClash[];
  /** When it was saved last, as people read it. */
  savedAt: string | null;
  /** What the inputs say after it was saved, others' changes included. */
  fields: Record<string, string[]> | null;
};

/** What the inputs of a part say: `readPart` reads it back. */
export function formOf(content: OfferingContent, part: EditorPart, languages: string[]): Record<string, string[]> {
  return Object.fromEntries(fieldsOf(part).flatMap((field) => inputsOf(content, field, languages)));
}

function inputsOf(content: OfferingContent, field: EditedField, languages: string[]): [string, string[]][] {
  const kind: FieldKind = comparedFields[field];
  const value = content[field] as unknown;
  if (kind === "texts") return languages.map((language) => [`${field}.${language}`, [(value as Record<string, string>)[language] ?? ""]]);
  if (kind === "words")
    return languages.map((language) => [`${field}.${language}`, [(value as Record<string, string[]>)[language]?.join(", ") ?? ""]]);
  if (kind === "outcomes") return content.outcomes.flatMap((outcome, place) => inputsOfOutcome(outcome, `outcomes.${place}`, languages));
  if (kind === "bodies") return [[field, content.awardingBodies.map(({ name, slug }) => name || (slug ?? ""))]];
  return [[field, [value ?? []].flat().map(String)]];
}

function inputsOfOutcome(
  { type, text, skills }: OfferingContent["outcomes"][number],
  name: string,
  languages: string[],
): [string, string[]][] {
  const others = Object.fromEntries(Object.entries(text).filter(([language]) => !languages.includes(language)));
  return [
    [`${name}.type`, [type]],
    ...languages.map((language): [string, string[]] => [`${name}.text.${language}`, [text[language] ?? ""]]),
    [`${name}.skills`, skills],
    [`${name}.other`, [JSON.stringify(others)]],
  ];
}
