/** A word of a question: where it stands, and as words are compared. */
export type Token = { from: number; to: number; text: string; folded: string };

/** Small letters without accents, as people type. */
export function foldWord(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").replaceAll("œ", "oe").replaceAll("æ", "ae");
}

/** The words and numbers of a question. Signs between them are left out, but for € and the comma or point in a number. */
export function tokensOf(question: string): Token[] {
  return [...question.matchAll(/\d+(?:[.,]\d+)?|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*|\p{N}+|€/gu)].map(({ 0: text, index }) => ({
    from: index,
    to: index + text.length,
    text,
    folded: foldWord(text),
  }));
}

/** The words from one on as a phrase to compare with. */
export function phraseAt(tokens: Token[], at: number, length: number): string | undefined {
  if (length < 1 || at + length > tokens.length) return undefined;
  return tokens
    .slice(at, at + length)
    .map(({ folded }) => folded)
    .join(" ");
}

const longestPhrase = 5;

/** The longest phrase of a set that begins at a word: how many words it has, or 0. */
export function longestAt(tokens: Token[], at: number, isPhrase: (phrase: string) => boolean): number {
  for (let length = longestPhrase; length > 0; length--) {
    const phrase = phraseAt(tokens, at, length);
    if (phrase !== undefined && isPhrase(phrase)) return length;
  }
  return 0;
}
