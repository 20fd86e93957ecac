import { appliedFilters, nowhere, parseSearchQuery, type SearchQuery, usualRadius } from "@/lib/catalogue/query";

/** What is given up first: how and when one learns before where, what it costs before how much it is, and what it is about last of all. */
const order: (keyof SearchQuery)[] = [
  ...(["open", "credential", "assessment", "stackable", "schedule", "startTo", "startFrom", "free", "priceMax", "hoursMax"] as const),
  ...([
    "ectsMax",
    "ectsMin",
    "funding",
    "priorLearning",
    "target",
    "access",
    "providerType",
    "qa",
    "mode",
    "near",
    "region",
    "lang",
    "acceptedBy",
  ] as const),
  ...(["eqf", "provider", "topic", "skill", "field"] as const),
];

/** How far one may be thought to go, in kilometres, before the place is given up. */
const farther = [50, 100];

/** A search that asks for less: what it leaves out of the first, or how far it goes. */
export type Loosened = { query: SearchQuery; left: { name: keyof SearchQuery; value: string }[]; words: string | null };

/**
 * Searches that ask for less than one that found nothing, the nearest first: a wider circle; without one of its filters; without more and more
 * of them; each word alone, the longest first; without words.
 */
export function loosen(query: SearchQuery): Loosened[] {
  const without = (names: (keyof SearchQuery)[]) => {
    const none = parseSearchQuery({});
    const left = appliedFilters(query).filter(({ name }) => names.includes(name));
    const rest = Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name as keyof SearchQuery)));
    const more = names.includes("near") ? nowhere : {};
    return {
      query: { ...none, ...rest, ...more, page: 1 } as SearchQuery,
      left: left.map(({ name, value }) => ({ name, value })),
      words: null,
    };
  };
  const chosen = order.filter((name) => appliedFilters(query).some((applied) => applied.name === name));
  const wider = farther.filter((km) => query.near && km > (query.radius ?? usualRadius));
  const words = [...new Set(query.q.split(/\s+/).filter((word) => word.length > 2))].sort((a, b) => b.length - a.length).slice(0, 5);
  const bare = without(chosen).query;

  return [
    ...wider.map((km) => ({ ...without([]), query: { ...query, page: 1, radius: km } })),
    ...chosen.map((name) => without([name])),
    ...chosen.slice(1).map((_, most) => without(chosen.slice(0, most + 2))),
    ...(words.length > 1 ? words.map((word) => ({ query: { ...bare, q: word }, left: without(chosen).left, words: word })) : []),
    ...(query.q === "" ? [] : [{ ...without([]), query: { ...query, q: "", page: 1 }, words: "" }]),
    ...(query.q === "" || chosen.length === 0 ? [] : [{ ...without(chosen), query: { ...bare, q: "" }, words: "" }]),
  ];
}
