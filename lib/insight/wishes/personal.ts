import { foldLetters } from "./fold";
import { lettersMatched } from "./patterns";
import personal from "./personal.json";
import { themeOf } from "./themes";

const known = new Set([...personal.names, ...personal.titles]);
/** Small words between names: Jan van der Linden. */
const particles = new Set(["van", "von", "vom", "zu", "de", "den", "der", "des", "du", "la", "le", "ten", "ter", "el", "al", "di", "da"]);

/**
 * Whether a search has the look of a person: a usual given or family name, a form of address, a street, or capitals as in a name where the
 * words are about no subject that we know. Better a wish that is not counted than a name that is.
 */
export function looksPersonal(q: string): boolean {
  const folded = foldLetters(q);
  if (folded.split(" ").some((word) => known.has(word) || isStreet(word))) return true;
  const given = q.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== "" && !particles.has(word));
  return given.length >= 2 && given.length <= 4 && given.every(isCapitalised) && themeOf(folded) === "";
}

const isCapitalised = (word: string) => /^\p{Lu}\p{M}*\p{Ll}/u.test(word);
const isStreet = (word: string) => personal.streets.some((pattern) => lettersMatched(word, pattern) > 0);
