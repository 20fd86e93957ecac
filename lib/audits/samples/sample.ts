import { createHash } from "node:crypto";

/** One that can be drawn: a provider or an offering by its address name, and the group that is drawn from by itself, if there is one. */
export type Unit = { slug: string; stratum: string };

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const bySlug = (a: Unit, b: Unit) => (a.slug < b.slug ? -1 : 1);

/** What is drawn from, as it is published: a line for each, in the order of the names. */
export function toFrame(units: Unit[]): { text: string; sha256: string } {
  const text = units
    .toSorted(bySlug)
    .map(({ slug, stratum }) => `${slug}${stratum && ` ${stratum}`}\n`)
    .join("");
  return { text, sha256: sha256(text) };
}

export function readFrame(text: string): Unit[] {
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [slug = "", stratum = ""] = line.split(" ");
      return { slug, stratum };
    });
}

/** How many of each group: in proportion, what is left over to the largest remainders, and of equal ones to the first by name. */
export function quotasFor(units: Unit[], size: number): Record<string, number> {
  if (size === 0) return {};
  const sizes = new Map<string, number>();
  for (const { stratum } of units) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1);
  const shares = [...sizes].map(([stratum, count]) => {
    const exact = count * size;
    return { stratum, count: Math.floor(exact / units.length), rest: exact % units.length };
  });
  let left = size - shares.reduce((sum, { count }) => sum + count, 0);
  for (const one of shares.toSorted((a, b) => b.rest - a.rest || (a.stratum < b.stratum ? -1 : 1))) {
    if (left-- > 0) one.count++;
  }
  return Object.fromEntries(
    shares
      .filter(({ count }) => count > 0)
      .sort((a, b) => (a.stratum < b.stratum ? -1 : 1))
      .map(({ stratum, count }) => [stratum, count]),
  );
}

/** The order in which a seed draws: ascending by SHA-256 of the seed, a colon and the name. */
const drawKey = (seed: string, slug: string): string => sha256(`${seed}:${slug}`);

/** Those whom a seed draws, of each group its first so many. docs/audits.md has the same in ten lines for everybody. */
export function drawRandom(units: Unit[], seed: string, quotas: Record<string, number>): Unit[] {
  const keyed = units.map((unit) => ({ unit, key: drawKey(seed, unit.slug) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const groups = Object.entries(quotas).sort(([a], [b]) => (a < b ? -1 : 1));
  return groups.flatMap(([stratum, count]) =>
    keyed
      .filter(({ unit }) => unit.stratum === stratum)
      .slice(0, count)
      .map(({ unit }) => unit),
  );
}

/** Those with the most risk that the seed has not drawn; of equal ones the first by name. */
export function drawByRisk(units: Unit[], scores: Map<string, number>, count: number, without: Unit[]): Unit[] {
  const drawn = new Set(without.map(({ slug }) => slug));
  const score = ({ slug }: Unit) => scores.get(slug) ?? 0;
  return units
    .filter((one) => !drawn.has(one.slug))
    .sort((a, b) => score(b) - score(a) || bySlug(a, b))
    .slice(0, count);
}
