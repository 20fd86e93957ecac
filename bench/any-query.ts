import fc from "fast-check";
import { parseSearchQuery, type SearchQuery } from "@/lib/catalogue/query";
import { addDays, type Day } from "@/lib/days/days";
import { vocabulary } from "@/lib/vocabularies/vocabulary";

const codes = (name: Parameters<typeof vocabulary>[0]) => vocabulary(name).map(({ code }) => code);

type Filters = Partial<Record<keyof SearchQuery, string | string[]>>;

/**
 * Any search without words: each filter alone and all together, values that exist and values that do not, several of one kind.
 * Half of them hold two filters on sessions or more, which must meet in the same session.
 */
export function anyQuery(day: Day, providers: string[]): fc.Arbitrary<SearchQuery> {
  const several = (values: string[], most: number) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most });
  const number = (values: number[]) => fc.constantFrom(...values.map(String));
  const dayFrom = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => addDays(day, days));

  const offering = {
    eqf: several(["3", "4", "5", "6", "7", "8", "2"], 3),
    field: several(codes("fields"), 3),
    qa: several(codes("qualityStandards"), 2),
    provider: several([...providers, "nobody-has-this-name"], 4),
    ectsMin: number([0.5, 1, 2.5, 3, 5, 10, 31]),
    ectsMax: number([0.5, 1, 3, 4.5, 6, 20, 60]),
  };
  const session = {
    mode: several(codes("modes"), 3),
    lang: several(["fr", "nl", "en", "de", "it", "fi", "xx"], 2),
    startFrom: dayFrom(-120, 250),
    startTo: dayFrom(-60, 330),
    open: fc.constant("1"),
    free: fc.constant("1"),
    priceMax: number([0, 100, 150, 250.5, 500, 900]),
  };
  const all: Record<string, fc.Arbitrary<string | string[]>> = { ...offering, ...session };
  const names = Object.keys(all);
  const chosen = fc.oneof(
    fc.constantFrom(...names).map((name) => [name]),
    fc.subarray(names, { minLength: 2, maxLength: 4 }),
    fc.subarray(Object.keys(session), { minLength: 2, maxLength: 4 }),
    fc
      .tuple(fc.subarray(Object.keys(session), { minLength: 1, maxLength: 3 }), fc.constantFrom(...Object.keys(offering)))
      .map((pair) => pair.flat()),
    fc.subarray(names),
  );
  return chosen
    .chain((which) => fc.record(Object.fromEntries(which.flatMap((name) => (all[name] ? [[name, all[name]]] : [])))))
    .map((filters: Filters) => parseSearchQuery(filters));
}
