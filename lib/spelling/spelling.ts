/** A word that a search can find, and in how many offerings it stands. */
export type KnownWord = { word: string; folded: string; offerings: number };

/** Shorter ones are too near to too many others. */
export const shortest = 4;

/** How many slips are believed in a word of so many letters. */
function slipsIn(length: number): number {
  if (length < 8) return 1;
  return length < 12 ? 2 : 3;
}

/** How many letters must be added, left out, changed, or changed with their neighbour, to make one word of another (optimal string alignment). */
export function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const at = (cells: number[], place: number) => cells[place] ?? 0;
      const cheapest = Math.min(at(last, column) + 1, at(line, column - 1) + 1, at(last, column - 1) + (isSame ? 0 : 1));
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      line.push(isSwapped ? Math.min(cheapest, at(before, column - 2) + 1) : cheapest);
    }
    [before, last] = [last, line];
  }
  return last[other.length] ?? 0;
}

/**
 * The word that somebody meant who wrote one that nothing has. It is sure where no other is as near; a short word, or one whose first letter is
 * another, is never sure: those who misspell a word begin it rightly.
 */
export function meantBy(written: string, known: readonly KnownWord[]): { word: string; sure: boolean } | undefined {
  const near = known
    .map(({ word, folded, offerings }) => ({ word, folded, offerings, slips: slipsBetween(written, folded) }))
    .filter(({ slips }) => slips > 0 && slips <= slipsIn(written.length))
    .sort((a, b) => a.slips - b.slips || b.offerings - a.offerings || a.word.localeCompare(b.word));
  const [best, second] = near;
  if (!best) return undefined;
  const isAlone = second === undefined || second.slips > best.slips || best.offerings >= 3 * second.offerings;
  return { word: best.word, sure: isAlone && written.length > shortest && written[0] === best.folded[0] };
}
