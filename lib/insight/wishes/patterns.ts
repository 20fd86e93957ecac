/** Whether a folded word is one of a list: `word` is that word, `word*` begins so, `*word` ends so. Gives how many letters matched. */
export function lettersMatched(word: string, pattern: string): number {
  const bare = pattern.replaceAll("*", "");
  if (pattern.endsWith("*")) return word.startsWith(bare) ? bare.length : 0;
  if (pattern.startsWith("*")) return word.endsWith(bare) ? bare.length : 0;
  return word === bare ? bare.length : 0;
}
