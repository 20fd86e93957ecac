import type { OfferingContent } from "@/lib/offerings/content";

/** Texts are compared by runs of so many words. */
const run = 5;
const [bands, rowsInBand] = [16, 4];

/** From this share of the shorter text on, it is said that one has another's words. */
const copiedFrom = 0.6;

/** A text shorter than this is like many others by nature. */
const fewest = 30;

/** The runs of words of what a provider writes itself, as numbers. */
export function shinglesOf({ description, outcomes, summary, originalLanguage: own }: OfferingContent): Set<number> {
  const texts = [summary[own], description[own], ...outcomes.map(({ text }) => text[own])];
  const words =
    texts
      .join(" ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < fewest) return new Set();
  return new Set(words.slice(0, words.length - run + 1).map((_, place) => hash(words.slice(place, place + run).join(" "), 0)));
}

/**
 * A fingerprint in bands (MinHash): texts that share most runs share a band almost surely, and those that share few hardly ever, so that one
 * index look-up stands for a comparison with every other text.
 */
export function bandsOf(shingles: Set<number>): number[] {
  if (shingles.size === 0) return [];
  const smallest = Array.from({ length: bands * rowsInBand }, (_, seed) => least(shingles, seed + 1));
  return Array.from({ length: bands }, (_, band) => hash(smallest.slice(band * rowsInBand, (band + 1) * rowsInBand).join(" "), band));
}

function least(shingles: Set<number>, seed: number): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const one of shingles) smallest = Math.min(smallest, mix(one ^ Math.imul(seed, 0x9e3779b1)));
  return smallest;
}

/** How much of the shorter text stands in the other, in whole percent; none where that is no copy. */
export function copiedPercent(one: Set<number>, other: Set<number>): number | null {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one];
  if (short.size === 0) return null;
  const share = [...short].filter((shingle) => long.has(shingle)).length / short.size;
  return share >= copiedFrom ? Math.round(share * 100) : null;
}

/** FNV-1a, 32 bits. */
function hash(text: string, seed: number): number {
  let state = 0x811c9dc5 ^ seed;
  for (let place = 0; place < text.length; place++) state = Math.imul(state ^ text.charCodeAt(place), 0x01000193);
  return mix(state);
}

/** The finish of MurmurHash3: every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let state = value ^ (value >>> 16);
  state = Math.imul(state, 0x85ebca6b);
  state ^= state >>> 13;
  state = Math.imul(state, 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
