import type { Texts } from "@/lib/texts/texts";
import type { VocabularyName } from "@/lib/vocabularies/vocabulary";
import type { OfferingContent } from "./content";

/** How the values of a field are to be read; `coded` ones are terms of a list. */
export type FieldKind = "texts" | "words" | "outcomes" | "bodies" | "number" | "plain" | "languages" | { coded: VocabularyName };

/** What readers compare, in the order of the page. What only says where a value was stated is not a change of the offering. */
export const comparedFields = {
  title: "texts",
  summary: "texts",
  description: "texts",
  outcomes: "outcomes",
  eqf: "number",
  cycle: { coded: "cycles" },
  ects: "number",
  hours: "number",
  fields: { coded: "fields" },
  awardingBodies: "bodies",
  assessment: { coded: "assessments" },
  assessmentNote: "texts",
  supervision: { coded: "supervisions" },
  grading: "texts",
  modes: { coded: "modes" },
  languages: "languages",
  quality: { coded: "qualityStandards" },
  qualityNote: "texts",
  type: { coded: "opportunityTypes" },
  setting: { coded: "settings" },
  prerequisites: "texts",
  targetGroups: { coded: "targetGroups" },
  stacking: { coded: "stackings" },
  stackingNote: "texts",
  stacksInto: "plain",
  credential: { coded: "credentialFormats" },
  validation: { coded: "validations" },
  validationNote: "texts",
  funding: { coded: "fundings" },
  fundingNote: "texts",
  accessProvisions: { coded: "accessProvisions" },
  accessibility: "texts",
  keywords: "words",
  contact: "plain",
  url: "plain",
  applyUrl: "plain",
  furtherInformation: "texts",
  originalLanguage: "languages",
} as const satisfies Partial<Record<keyof OfferingContent, FieldKind>>;

type ComparedField = keyof typeof comparedFields;

/** One value of a field. `changed` marks those that the other side does not have; `note` is the type of an outcome. */
export type ChangedValue = { value: string; note: string | null; changed: boolean };

/** One field that differs, for texts in one language. An empty side was or is not stated. */
export type Change = { field: ComparedField; language: string | null; was: ChangedValue[]; now: ChangedValue[] };

type Value = { value: string; note: string | null };

const bare = (value: string): Value => ({ value, note: null });

/** The values of a field by language; those that have none stand under "". */
function valuesOf(field: ComparedField, content: OfferingContent): Map<string, Value[]> {
  const kind: FieldKind = comparedFields[field];
  if (kind === "texts") return byLanguage(content[field] as Texts, (text) => (text?.trim() ? [bare(text)] : []));
  if (kind === "words") return new Map(Object.entries(content.keywords).map(([language, words]) => [language, words.map(bare)]));
  if (kind === "outcomes") return outcomesByLanguage(content.outcomes);
  if (kind === "bodies") return new Map([["", content.awardingBodies.map(({ name, slug }) => bare(name || (slug ?? "")))]]);
  const plain = content[field] as string | number | null | string[];
  return new Map([["", [plain ?? []].flat().map((value) => bare(String(value)))]]);
}

function byLanguage(texts: Texts, values: (text: string | undefined) => Value[]): Map<string, Value[]> {
  return new Map(Object.entries(texts).map(([language, text]) => [language, values(text)]));
}

function outcomesByLanguage(outcomes: OfferingContent["outcomes"]): Map<string, Value[]> {
  const languages = [...new Set(outcomes.flatMap(({ text }) => Object.keys(text)))];
  return new Map(
    languages.map((language) => [
      language,
      outcomes.flatMap(({ text, type }) => (text[language]?.trim() ? [{ value: text[language], note: type }] : [])),
    ]),
  );
}

function same(a: Value, b: Value): boolean {
  return a.value === b.value && a.note === b.note;
}

function marked(values: Value[], others: Value[]): ChangedValue[] {
  return values.map((one) => ({ ...one, changed: !others.some((other) => same(one, other)) }));
}

/** What a reader of the earlier version should know about the later one: field by field, each as it was and as it is. */
export function whatChanged(before: OfferingContent, after: OfferingContent): Change[] {
  return (Object.keys(comparedFields) as ComparedField[]).flatMap((field) => {
    const was = valuesOf(field, before);
    const now = valuesOf(field, after);
    const languages = [...new Set([...was.keys(), ...now.keys()])].sort();
    return languages.flatMap((language) => {
      const old = was.get(language) ?? [];
      const fresh = now.get(language) ?? [];
      const equal = old.length === fresh.length && old.every((one, position) => same(one, fresh[position] ?? bare("")));
      return equal ? [] : [{ field, language: language || null, was: marked(old, fresh), now: marked(fresh, old) }];
    });
  });
}
