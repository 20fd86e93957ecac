import concepts from "./concepts.json";
import iscedF from "./isced-f.json";

type Labels = { en: string; nl: string; fr: string; de: string };

/** A term of a controlled list: our code, the URI by which ELM knows it (null where no EU list has it), its names. */
export type Concept = { code: string; uri: string | null; labels: Labels };

export type VocabularyName = keyof typeof concepts | "fields";

const fields: Concept[] = iscedF.map(({ code, labels }) => ({
  code,
  uri: `http://data.europa.eu/snb/isced-f/${code}`,
  labels,
}));

const all: Record<VocabularyName, Concept[]> = { ...concepts, fields };

const byCode = new Map(Object.entries(all).map(([name, list]) => [name, new Map(list.map((concept) => [concept.code, concept]))]));

/** All terms of a list, in its own order. */
export function vocabulary(name: VocabularyName): readonly Concept[] {
  return all[name];
}

export function findConcept(name: VocabularyName, code: string): Concept | undefined {
  return byCode.get(name)?.get(code);
}

export function isCode(name: VocabularyName, code: string): boolean {
  return byCode.get(name)?.has(code) ?? false;
}

/** The name of a term in a language; an unknown code names itself. */
export function labelOf(name: VocabularyName, code: string, locale: string): string {
  const labels: Record<string, string> | undefined = findConcept(name, code)?.labels;
  return labels?.[locale] ?? labels?.en ?? code;
}

/** An ISCED-F code with all its broader codes, broadest first: 0613 → 06, 061, 0613. */
export function fieldWithBroader(code: string): string[] {
  return [2, 3, 4].filter((length) => length <= code.length).map((length) => code.slice(0, length));
}

/** Making one reads the whole of a language's CLDR data: one for each language of a reader is made, once. */
const languageNames = new Map<string, Intl.DisplayNames>();

/** By the reader's language and the code: asking ICU for the languages of twenty results took a page longer than its query. */
const known = new Map<string, string>();

/** The name of a language in the reader's language, from CLDR. */
export function languageName(code: string, locale: string): string {
  const key = `${locale} ${code}`;
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  let names = languageNames.get(locale);
  if (!names) {
    names = new Intl.DisplayNames([locale], { type: "language" });
    languageNames.set(locale, names);
  }
  const name = names.of(code) ?? code;
  // Anything else that an address says would fill the memory.
  if (/^[a-z]{2,3}$/.test(code)) known.set(key, name);
  return name;
}
