import type { Facets } from "./result";

/** A country has a thousand providers: further ones are found by their name, in the words or in the list of providers. */
const mostProviders = 25;
/** There are thousands: further ones are found on the pages of skills. */
const mostSkills = 20;

/** Those that the filter offers: the chosen ones, then those that have most. Only these need a name. */
export function offeredProviders(chosen: string[], counts: Facets["provider"]): string[] {
  const slugs = [...new Set([...chosen, ...Object.keys(counts)])].sort(
    (a, b) => Number(chosen.includes(b)) - Number(chosen.includes(a)) || (counts[b] ?? 0) - (counts[a] ?? 0) || a.localeCompare(b),
  );
  return slugs.slice(0, Math.max(mostProviders, chosen.length));
}

/** The chosen skills, then those that most of the results teach. Only these need a name. */
export function frequentSkills(chosen: string[], counts: Facets["skill"]): string[] {
  const others = Object.keys(counts)
    .filter((uri) => !chosen.includes(uri))
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a.localeCompare(b));
  return [...chosen, ...others.slice(0, mostSkills)];
}

/** The chosen fields without those of which a narrower one is chosen too: whoever ticks a field within a ticked one wants less. */
export function narrowest(chosen: string[]): string[] {
  return chosen.filter((code) => !chosen.some((other) => other !== code && other.startsWith(code)));
}
