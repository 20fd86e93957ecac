import type { Authority } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";

/** That authorities (by slug) answer for all codes that begin with one, from a day on; null is since ever, by the country's file. */
export type Assignment = { code: string; authorities: string[]; from: Day | null; number: number };

type Described = Pick<Authority, "slug" | "jurisdiction" | "jurisdictionWithout">;

/** What the country's file says, code by code: what a code of another authority is cut out of belongs to that other one alone. */
export function assignmentsOf(authorities: readonly Described[]): Assignment[] {
  const codes = new Set(authorities.flatMap(({ jurisdiction, jurisdictionWithout }) => [...jurisdiction, ...jurisdictionWithout]));
  const answers = (code: string) =>
    authorities.filter(
      ({ jurisdiction, jurisdictionWithout }) =>
        jurisdiction.some((one) => code.startsWith(one)) && !jurisdictionWithout.some((one) => code.startsWith(one)),
    );
  return [...codes].sort().map((code) => ({ code, authorities: answers(code).map(({ slug }) => slug), from: null, number: 0 }));
}

const began = ({ from }: Assignment, day: Day) => from === null || from <= day;

/** Of two, the one that holds: said of a longer code, then from a later day, then later. */
function prevails(one: Assignment, other: Assignment): number {
  return other.code.length - one.code.length || (other.from ?? "").localeCompare(one.from ?? "") || other.number - one.number;
}

/** What is said of a region on a day; undefined where nothing is. */
export function assignmentFor(assignments: readonly Assignment[], nuts: string, day: Day): Assignment | undefined {
  return assignments.filter((one) => nuts.startsWith(one.code) && began(one, day)).sort(prevails)[0];
}

/** Those who answer for a place on a day. */
export function authoritiesOn(assignments: readonly Assignment[], nuts: string, day: Day): string[] {
  return assignmentFor(assignments, nuts, day)?.authorities ?? [];
}

/** Who answers for a place, on the day for which it was asked. */
export type Competence = (nuts: string) => readonly string[];

export function competenceOn(assignments: readonly Assignment[], day: Day): Competence {
  return (nuts) => authoritiesOn(assignments, nuts, day);
}

/** What holds on a day, code by code: what a later day changed is left out, and what says the same as the wider code is not. */
export function mapOn(assignments: readonly Assignment[], day: Day): Assignment[] {
  const codes = [...new Set(assignments.map(({ code }) => code))].sort();
  return codes.flatMap((code) => {
    const own = assignmentFor(assignments, code, day);
    return own?.code === code ? [own] : [];
  });
}

/** The codes that an authority answers for on a day, by the widest, and those within them that others answer for. */
export function jurisdictionOn(assignments: readonly Assignment[], slug: string, day: Day): { within: string[]; without: string[] } {
  const map = mapOn(assignments, day);
  const answers = (one: Assignment | undefined) => one?.authorities.includes(slug) ?? false;
  const wider = (code: string) =>
    map.filter((one) => one.code !== code && code.startsWith(one.code)).sort((a, b) => b.code.length - a.code.length)[0];
  const turns = map.filter((one) => answers(one) !== answers(wider(one.code)));
  return {
    within: turns.filter(answers).map(({ code }) => code),
    without: turns.filter((one) => !answers(one)).map(({ code }) => code),
  };
}

/** The changes that lie ahead of a day, the next first. */
export function changesAfter(assignments: readonly Assignment[], day: Day): Assignment[] {
  return assignments
    .filter(({ from }) => from !== null && from > day)
    .sort((a, b) => (a.from ?? "").localeCompare(b.from ?? "") || a.number - b.number);
}

/** The places for which nobody answers on a day although nobody said so. */
export function unanswered(assignments: readonly Assignment[], places: readonly string[], day: Day): string[] {
  return places.filter((nuts) => assignmentFor(assignments, nuts, day) === undefined);
}
