import type { Texts } from "@/db/schema";
import { contains, type Day, type Period } from "@/lib/days/days";
import type { AccreditationTerms, Change } from "@/lib/decisions/decision";
import type { RestrictionFact } from "@/lib/visibility/visibility";

/** A row of the register, with the decision that says so; only very old accreditations have none. */
type Told = { valid: Period; decisionId: string | null };

export type RegistrationRow = Told & { status: string; authorityId: string };
export type AccreditationRow = Told & AccreditationTerms & { key: string };
export type RestrictionRow = Told & RestrictionFact;
export type NameRow = Period & { name: Texts };

/** All that the register knows of an organisation at a moment. */
export type RegisterFacts = {
  names: NameRow[];
  registrations: RegistrationRow[];
  accreditations: AccreditationRow[];
  restrictions: RestrictionRow[];
};

/** What a row tells of, beside its days. A registration is its authority's; what others say of the same provider is another thing. */
export type Thing = { of: "registration"; authorityId: string } | { of: "accreditation" | "restriction"; key: string };

const isAbout = (thing: Thing) => (change: Change) =>
  change.of === thing.of && (change.of === "registration" || thing.of === "registration" || change.key === thing.key);

/** Whether a row's own decision stated that it ends there. A decision of which no changes are kept is taken at its word. */
export function endsAsStated({ valid }: Told, thing: Thing, changes: Change[]): boolean {
  if (valid.until === null || changes.length === 0) return true;
  const said = changes.filter(isAbout(thing));
  return said.some(({ from, until }) => until === valid.until && (valid.from === null || contains({ from, until }, valid.from)));
}

/** The name that an organisation has on a day, else the last one known. */
export function nameOf(names: NameRow[], day: Day): Texts {
  const ordered = [...names].sort((a, b) => (b.from ?? "").localeCompare(a.from ?? ""));
  return (ordered.find((one) => contains(one, day)) ?? ordered[0])?.name ?? {};
}
