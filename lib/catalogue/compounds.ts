import parts from "./compound-parts.json";

type Compounding = keyof typeof parts;

/** What Dutch and German put between the parts of a word. */
const links = { nl: ["", "s", "e", "en", "n"], de: ["", "s", "es", "n", "en", "e", "er"] };
const shortest = 3;

const known = Object.fromEntries(
  Object.entries(parts).map(([language, words]) => [language, [...words].sort((a, b) => b.length - a.length)]),
) as Record<Compounding, string[]>;

/**
 * The parts of the words of a text that Dutch or German write as one: "Krankenpflege" is found by "Pflege", "verzekeringsrecht" by "recht" and
 * "verzekering". Only parts that are words of the trade are told, since most of what can be cut off a word is none.
 */
export function partsOf(text: string, language: string): string[] {
  if (!(language in parts)) return [];
  const words = new Set(text.toLowerCase().match(/\p{L}{7,}/gu) ?? []);
  return [...new Set([...words].flatMap((word) => partsOfWord(word, language as Compounding)))];
}

function partsOfWord(word: string, language: Compounding): string[] {
  const last = known[language].find((part) => word.endsWith(part) && word.length - part.length >= shortest);
  const first = known[language].find((part) => word.startsWith(part) && links[language].some((link) => isRest(word, part + link)));
  const before = last ? withoutLink(word.slice(0, -last.length), language) : undefined;
  return [...new Set([first, last, before].flatMap((part) => (part && part !== word ? [part] : [])))];
}

const isRest = (word: string, beginning: string) => word.startsWith(beginning) && word.length - beginning.length >= shortest;

/** The part before the last, where it is one that is known. */
function withoutLink(beginning: string, language: Compounding): string | undefined {
  return known[language].find((part) => links[language].some((link) => part + link === beginning));
}
