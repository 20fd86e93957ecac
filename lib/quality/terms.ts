import { contains, type Day, type Period } from "@/lib/days/days";

/** A time in EQAR: from its first day; without an end, none is stated. */
export type Term = { from: Day; until: Day | null };

const overlap = (one: Term, other: Term) =>
  (one.until === null || other.from < one.until) && (other.until === null || one.from < other.until);

/**
 * What holds once a file has said a term. A term of the same start is that one, with the end as it is said now. One that began earlier and
 * reaches into it ends where it begins; one that begins within it gives way. The others stay: what a file does not say is not taken back.
 */
export function withTerm(known: Term[], said: Term): Term[] {
  const kept = known.flatMap((one): Term[] => {
    if (one.from === said.from) return [];
    if (!overlap(one, said)) return [one];
    return one.from < said.from ? [{ from: one.from, until: said.from }] : [];
  });
  return [...kept, said].sort((a, b) => (a.from < b.from ? -1 : 1));
}

export function termOn<T extends Period>(terms: T[], day: Day): T | undefined {
  return terms.find((term) => contains(term, day));
}
