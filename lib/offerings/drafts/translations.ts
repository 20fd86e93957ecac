import { createHash } from "node:crypto";
import type { OfferingContent } from "@/lib/offerings/content";
import type { Texts } from "@/lib/texts/texts";
import { translatedFields } from "./parts";

/** Tells whether a text is still the one it was; cairn_listed (db/migrations) makes the same in SQL. */
function fingerprintOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** Every text that has an original, under the name of its input: `title`, `outcomes.0`. */
function textsOf(content: OfferingContent): Map<string, Texts> {
  return new Map<string, Texts>([
    ...translatedFields.map((field): [string, Texts] => [field, content[field]]),
    ...content.outcomes.map(({ text }, position): [string, Texts] => [`outcomes.${position}`, text]),
  ]);
}

/**
 * What each translation was made from, after a change: one that was written now was made from the original that stands there now; one
 * that stayed was made from what it was made from, however the outcomes moved.
 */
export function translatedFromAfter(before: OfferingContent, after: OfferingContent): OfferingContent["translatedFrom"] {
  const original = after.originalLanguage;
  const earlier = [...textsOf(before)];
  const result: OfferingContent["translatedFrom"] = {};
  for (const [key, texts] of textsOf(after)) {
    for (const [language, text] of Object.entries(texts)) {
      const source = texts[original];
      if (language === original || !text || !source) continue;
      const kept = earlier.filter(([name, old]) => sameKind(name, key) && old[language] === text);
      const [known, old] = kept.find(([name]) => name === key) ?? kept[0] ?? [];
      const print = known && (before.translatedFrom[language]?.[known] ?? fingerprintOf(old?.[original] ?? source));
      result[language] = { ...result[language], [key]: print ?? fingerprintOf(source) };
    }
  }
  return result;
}

function sameKind(a: string, b: string): boolean {
  return a === b || (a.startsWith("outcomes.") && b.startsWith("outcomes."));
}

/** The translations of a language whose original has changed since they were made. */
export function staleTranslations(content: OfferingContent, language: string): string[] {
  const prints = content.translatedFrom[language] ?? {};
  return [...textsOf(content)].flatMap(([key, texts]) => {
    const [source, print] = [texts[content.originalLanguage], prints[key]];
    return source && texts[language] && print !== undefined && print !== fingerprintOf(source) ? [key] : [];
  });
}

/** Somebody looked at a translation and found that it still says what the original says. */
export function confirmed(content: OfferingContent, language: string, key: string): OfferingContent {
  const source = textsOf(content).get(key)?.[content.originalLanguage];
  if (!source) return content;
  const prints = { ...content.translatedFrom[language], [key]: fingerprintOf(source) };
  return { ...content, translatedFrom: { ...content.translatedFrom, [language]: prints } };
}
