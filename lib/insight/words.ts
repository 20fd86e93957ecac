/** Longer than this nobody searches for a subject. */
const longest = 60;
const mostWords = 6;

/**
 * The words of a search as they are counted: in lower case, without accents and signs, so that one wish is one line. Undefined for what
 * could be about a person or is no word at all: with a digit or an @, too long, or shorter than three letters.
 */
export function foldWords(q: string): string | undefined {
  const given = q.normalize("NFKD").replace(/\p{M}/gu, "");
  if (/[\p{N}@]|https?:|www\./iu.test(given)) return undefined;
  const words = given
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
  const isWish = words.length >= 3 && words.length <= longest && words.split(" ").length <= mostWords;
  return isWish ? words : undefined;
}
