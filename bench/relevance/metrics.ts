/** What a search brought: the gain of each hit in order (0 to 3), and of everything that it could have brought. */
export type Ranking = { gains: number[]; ideal: number[] };

/** From this grade on somebody would call it an answer. */
export const good = 2;

const isGood = (gain: number) => gain >= good;

/** The share of good ones among the first five; where fewer than five exist, of as many as there are. */
export function precisionAt5({ gains, ideal }: Ranking): number {
  const possible = Math.min(5, ideal.filter(isGood).length);
  return possible === 0 ? 0 : Math.min(1, gains.slice(0, 5).filter(isGood).length / possible);
}

/** 1 where at least one of the first five is good. */
export function hitAt5({ gains }: Ranking): number {
  return gains.slice(0, 5).some(isGood) ? 1 : 0;
}

/** How close the order of the first ten comes to the best one: what is exactly meant counts most, and more the higher it stands. */
export function ndcgAt10({ gains, ideal }: Ranking): number {
  const best = discounted([...ideal].sort((a, b) => b - a));
  return best === 0 ? 0 : discounted(gains) / best;
}

function discounted(gains: number[]): number {
  return gains.slice(0, 10).reduce((sum, gain, position) => sum + (2 ** gain - 1) / Math.log2(position + 2), 0);
}

export function mean(values: number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
