/** Numbers that look random and are the same on every machine (sfc32 from a seed). */
export type Random = ReturnType<typeof newRandom>;

export function newRandom(seed: number) {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  }
  for (let i = 0; i < 12; i++) next();

  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const chance = (share: number) => next() < share;
  function pick<T>(list: readonly T[]): T {
    const value = list[int(0, list.length - 1)];
    if (value === undefined) throw new Error("Nothing to pick from");
    return value;
  }
  /** One of several, each as often as its weight says. */
  function weighted<T>(options: readonly (readonly [T, number])[]): T {
    let rest = next() * options.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of options) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return options[0]?.[0] as T;
  }
  function some<T>(list: readonly T[], count: number): T[] {
    const chosen = new Set<T>();
    for (let tries = 0; chosen.size < Math.min(count, list.length) && tries < 50; tries++) chosen.add(pick(list));
    return [...chosen];
  }
  /** The first places of a list far more often than the last, as titles in a library are borrowed. */
  const skewed = (size: number, skew = 2.5) => Math.min(size - 1, Math.floor(size * next() ** skew));
  const hex = (digits: number) => Array.from({ length: digits }, () => int(0, 15).toString(16)).join("");
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;

  return { next, int, chance, pick, weighted, some, skewed, uuid };
}
