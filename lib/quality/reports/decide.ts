import type { SaidReport } from "@/lib/interop/deqar/said";
import { canonical } from "@/lib/offerings/publication";
import { activityNamed, agencyNamed } from "@/lib/quality/agencies/agency";
import type { KnownAgency } from "@/lib/quality/agencies/queries";
import { candidatesOf, type Holder, type Identifier, matchOf, type Namesake, toIdentifier } from "@/lib/quality/matching";
import { identifierOf, typeOf } from "@/lib/quality/report";
import { isSameSettled, markOf, type Settled, settle } from "@/lib/quality/subject";
import type { Problem } from "@/lib/result";
import type { KnownReport } from "./queries";

/** A report as it will stand in the register. */
export type NextReport = {
  agencyId: string;
  localIdentifier: string;
  type: string;
  activities: string[];
  said: SaidReport;
  subjects: (Settled & { place: number; said: SaidReport["institutions"][number] })[];
};

export type Decided = {
  /** By which pages name the report. */
  key: string;
  outcome: "added" | "updated" | "unchanged";
  next: NextReport;
  before: KnownReport | undefined;
  rematched: number[];
  problems: Problem[];
};

export type Facts = { agencies: KnownAgency[]; known: KnownReport[]; holders: Holder[]; namesakes: Namesake[] };

/** The identifiers of a provider that the register can know. */
export function identifiersOf(said: SaidReport["institutions"][number], agency: KnownAgency): Identifier[] {
  return said.identifiers.flatMap((one) => toIdentifier(one, agency.deqarId) ?? []);
}

/** What becomes of a report that a file says, given what the register knows. Nothing is written here. */
export function decideReport(said: SaidReport, newKey: string, { agencies, known, holders, namesakes }: Facts): Decided | Problem {
  const agency = agencyNamed(agencies, said.agency);
  if (!agency) return { code: "qualityAgencyUnknown", field: "agency", value: said.agency };
  const activities = said.activities.map((one) => activityNamed(agencies, agency, one));
  const localIdentifier = identifierOf(said);
  const before = known.find((one) => one.agencyId === agency.id && one.localIdentifier === localIdentifier);
  const problems: Problem[] = [];
  const subjects = said.institutions.map((institution, place) => {
    const identifiers = identifiersOf(institution, agency);
    const match = matchOf(identifiers, holders, said.from);
    if (match === "differ")
      problems.push({
        code: "qualityIdentifiersDiffer",
        field: `institution[${place + 1}]`,
        value: identifiers.map(({ value }) => value).join(" "),
      });
    const earlier = before?.subjects.find((one) => markOf(one.said) === markOf(institution));
    return { ...settle(match, candidatesOf(institution, identifiers, namesakes, said.from), earlier), place, said: institution };
  });
  const names = activities.map(({ name }) => name);
  const next = {
    agencyId: agency.id,
    localIdentifier,
    type: typeOf(
      said,
      activities.map(({ type }) => type),
    ),
    activities: names,
    said,
    subjects,
  };
  const key = before?.key ?? newKey;
  if (!before) return { key, outcome: "added", next, before, rematched: [], problems };
  const isSame =
    canonical({ said, type: next.type, names }) === canonical({ said: before.said, type: before.type, names: before.activities });
  if (!isSame) return { key, outcome: "updated", next, before, rematched: [], problems };
  const rematched = subjects
    .filter((one) => !before.subjects.some((held) => held.place === one.place && isSameSettled(held, one)))
    .map(({ place }) => place);
  return { key, outcome: rematched.length > 0 ? "updated" : "unchanged", next, before, rematched, problems };
}
