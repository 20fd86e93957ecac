import type { Texts } from "@/db/schema";
import type { AccreditationEntry, EndingDecision, RegistrationEntry, RestrictionEntry } from "@/lib/accreditations/accreditation";
import { contains, type Day, type Period } from "@/lib/days/days";
import type { Change } from "@/lib/decisions/decision";

/** Where an end comes from: `endedBy` is a later decision that ended what its own decision had stated for longer. */
export type Ended = { endedBy: EndingDecision | null };

export type NameEntry = Period & { name: Texts };

/** All that the register knows at a moment about an organisation and that an answer rests on. */
export type RegisterFacts = {
  names: NameEntry[];
  registrations: (RegistrationEntry & Ended)[];
  accreditations: (AccreditationEntry & Ended)[];
  restrictions: (RestrictionEntry & Ended)[];
};

type Told = { valid: Period; decision: { id: string; changes: Change[] } | null };

/** Whether its own decision stated that it ends there. A decision of which no changes are kept is taken at its word. */
export function endsAsStated({ valid, decision }: Told, isAbout: (change: Change) => boolean): boolean {
  if (valid.until === null || !decision || decision.changes.length === 0) return true;
  const said = decision.changes.filter(isAbout);
  return said.some(({ from, until }) => until === valid.until && contains({ from, until }, valid.from ?? from));
}

/** The name that an organisation has on a day, else the last one known. */
export function nameOf(names: NameEntry[], day: Day): Texts {
  const ordered = [...names].sort((a, b) => (b.from ?? "").localeCompare(a.from ?? ""));
  return (ordered.find((one) => contains(one, day)) ?? ordered[0])?.name ?? {};
}
