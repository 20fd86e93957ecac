import { type FieldName, fields, isMultilingual } from "@/lib/imports/fields";
import type { TemplateRow } from "./rows";

/** The languages of which a catalogue has something, by column of the template. */
export type UsedLanguages = Partial<Record<FieldName, readonly string[]>>;

/** The columns of the template in their order; a text has one for each language of the country, and for each that is used beside them. */
export function templateColumns(languages: readonly string[], used: UsedLanguages = {}): string[] {
  return (Object.keys(fields) as FieldName[]).flatMap((field) => {
    if (!isMultilingual(field)) return [field];
    return [...new Set([...languages, ...(used[field] ?? [])])].map((language) => `${field}_${language}`);
  });
}

/** Shows what belongs where. The import knows it by its title and leaves it out. */
export function exampleRow(language: string, currency: string, year: number): TemplateRow {
  return {
    id: "EXAMPLE-1",
    language,
    [`title_${language}`]: exampleTitles[language] ?? "Example",
    [`outcomes_${language}`]: "knowledge: …\nskill: …",
    ects: "3",
    eqf: "5",
    fields: "0913",
    modes: "blended",
    assessment: "portfolio",
    quality: "esg",
    languages: language,
    session_id: `${year}-01`,
    starts: `${year}-01-14`,
    ends: `${year}-04-08`,
    town: "Gent",
    price: `240 ${currency}`,
    enrol_from: `${year - 1}-10-01`,
    enrol_until: `${year}-01-07`,
    publish: "yes",
  };
}

const exampleTitles: Record<string, string> = {
  en: "Example: delete this row",
  nl: "Voorbeeld: verwijder deze rij",
  fr: "Exemple : supprimez cette ligne",
  de: "Beispiel: löschen Sie diese Zeile",
};
