import fc from "fast-check";
import { someSkills } from "@/bench/set/offerings";
import { parseSearchQuery, type SearchQuery } from "@/lib/catalogue/query";
import { country } from "@/lib/country/country";
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
    hoursMax: number([10, 50, 75, 150, 400]),
    assessment: several(codes("assessments"), 2),
    providerType: several(codes("providerTypes"), 2),
    funding: several(codes("fundings"), 2),
    access: several(codes("accessProvisions"), 3),
    priorLearning: several(codes("validations"), 2),
    target: several(codes("targetGroups"), 3),
    credential: several(codes("credentialFormats"), 2),
    skill: several([...someSkills, "http://data.europa.eu/esco/skill/nobody-teaches-this"], 3),
    stackable: fc.constant("1"),
    acceptedBy: fc.constantFrom(...providers, "nobody-has-this-name"),
  };
  const session = {
    mode: several(codes("modes"), 3),
    schedule: several(codes("schedules"), 2),
    region: several(Object.keys(country.regions), 3),
    near: fc.constantFrom("Gent", "Namur", "50.85,4.35", "48.2,16.37", "Nowhere"),
    lang: several(["fr", "nl", "en", "de", "it", "fi", "xx"], 2),
    startFrom: dayFrom(-120, 250),
    startTo: dayFrom(-60, 330),
    open: fc.constant("1"),
    free: fc.constant("1"),
    priceMax: number([0, 100, 150, 250.5, 500, 900]),
  };
  // Say nothing by themselves.
  const beside = fc.record({ radius: number([1, 10, 60]), orOnline: fc.constant("1") }, { requiredKeys: [] });
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
    .chain((filters: Filters) => beside.map((more) => parseSearchQuery(filters.near ? { ...filters, ...more } : filters)));
}
