import { vocabulary } from "@/lib/vocabularies/vocabulary";
import { foldLetters } from "./fold";
import { lettersMatched } from "./patterns";
import patterns from "./themes.json";

/** Broad ISCED-F fields in their order; `""` stands for other words. */
export const themes: readonly string[] = Object.keys(patterns).sort();

const byLabel = new Map(
  vocabulary("fields").flatMap(({ code, labels }) => Object.values(labels).map((label) => [foldLetters(label), code.slice(0, 2)])),
);

const listed = Object.entries(patterns).flatMap(([theme, list]) => list.map((pattern) => ({ theme, pattern })));

/**
 * What folded words are about. The name of a field of ISCED-F in one of the four languages is that field; else the longest pattern that one
 * of the words has decides, of equal ones that of the first word; words that none has are others.
 */
export function themeOf(words: string): string {
  const named = byLabel.get(words);
  if (named && themes.includes(named)) return named;
  let best = { theme: "", letters: 0 };
  for (const word of words.split(" ")) {
    for (const { theme, pattern } of listed) {
      const letters = lettersMatched(word, pattern);
      if (letters > best.letters) best = { theme, letters };
    }
  }
  return best.theme;
}
