import type { Facets } from "./result";

/** A country has a thousand providers: further ones are found by their name, in the words or in the list of providers. */
const shownAtMost = 25;

/** Those that the filter offers: the chosen ones, then those that have most. Only these need a name. */
export function offeredProviders(chosen: string[], counts: Facets["provider"]): string[] {
  const slugs = [...new Set([...chosen, ...Object.keys(counts)])].sort(
    (a, b) => Number(chosen.includes(b)) - Number(chosen.includes(a)) || (counts[b] ?? 0) - (counts[a] ?? 0) || a.localeCompare(b),
  );
  return slugs.slice(0, Math.max(shownAtMost, chosen.length));
}

/** The chosen fields without those of which a narrower one is chosen too: whoever ticks a field within a ticked one wants less. */
export function narrowest(chosen: string[]): string[] {
  return chosen.filter((code) => !chosen.some((other) => other !== code && other.startsWith(code)));
}
