import { foldLetters } from "./fold";
import { looksPersonal } from "./personal";

/** Longer than this nobody searches for a subject. */
const longest = 60;
const mostWords = 6;

/**
 * The words of a search as they are counted: in lower case, without accents and signs, so that one wish is one line. Undefined for what
 * could be about a person or is no word at all: with a digit or an @, with the look of a name, too long, or shorter than three letters.
 */
export function foldWords(q: string): string | undefined {
  if (/[\p{N}@]|https?:|www\./iu.test(q.normalize("NFKD").replace(/\p{M}/gu, ""))) return undefined;
  const words = foldLetters(q);
  const isWish = words.length >= 3 && words.length <= longest && words.split(" ").length <= mostWords;
  return isWish && !looksPersonal(q) ? words : undefined;
}
