import type { Day } from "@/lib/days/days";
import { type FactChange, identifierKey } from "@/lib/decisions/decision";
import type { Texts } from "@/lib/texts/texts";

type Days<From = Day> = { from: From; until: Day | null };
type Told = { names: ({ name: Texts } & Days)[]; identifiers: ({ scheme: string; value: string } & Days<Day | null>)[] };

/** What an organisation is called and how others number it, as the decision tells by which it comes into the register: so the public log says who it is. */
export function toldFacts({ names, identifiers }: Told): FactChange[] {
  return [
    ...names.map(({ name, ...days }): FactChange => ({ of: "name", ...days, holds: { name } })),
    ...identifiers.map(
      ({ scheme, value, ...days }): FactChange => ({
        of: "identifier",
        key: identifierKey(scheme, value),
        ...days,
        holds: { scheme, value },
      }),
    ),
  ];
}
