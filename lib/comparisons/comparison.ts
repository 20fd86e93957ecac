import type { Day } from "@/lib/days/days";
import { placeOf } from "@/lib/offerings/place";
import type { OfferingView } from "@/lib/offerings/queries";
import { nextSession } from "@/lib/sessions/next";
import { isCurrent, sessionState } from "@/lib/sessions/session";

/** More columns than these nobody reads side by side, on paper least of all. */
export const mostCompared = 4;

/** What is compared, in the order in which people ask: Annex I by the names of its elements, and what they choose by beside it. */
export const comparedGroups = {
  choose: ["standing", "eqf", "workload", "price", "start", "enrolment", "modes", "where", "languages", "funding"],
  trust: ["accreditation", "quality", "assessment", "supervision", "grading", "awardingBodies", "provider", "issuerRegion"],
  learn: ["outcomes", "fields", "prerequisites", "targetGroups", "validation", "accessibility"],
  leads: ["credential", "stacking", "countsFor", "furtherInformation"],
} as const;

export type ComparedGroup = keyof typeof comparedGroups;
export type ComparedRow = (typeof comparedGroups)[ComparedGroup][number];

/** What a column of the comparison stands on: the offering, and where it stands on the day. */
export type Compared = { view: OfferingView; place: ReturnType<typeof placeOf>; next: OfferingView["sessions"][number] | undefined };

/** What is out of the catalogue has no next session: nobody enrols in it. */
export function toCompared(view: OfferingView, day: Day): Compared {
  const place = placeOf(view, day);
  return { view, place, next: place.notice === null ? nextSession(view.sessions, day) : undefined };
}

/** What somebody without any claim pays for the next session. */
export function priceOf({ next }: Compared) {
  return next?.prices.find(({ learnerGroup }) => learnerGroup === "everyone");
}

/** Where sessions that are to come take place. */
export function townsOf({ view }: Compared, day: Day): string[] {
  return [...new Set(view.sessions.filter((one) => isCurrent(one, day)).flatMap(({ places }) => places.map(({ town }) => town)))];
}

/** What a row says of an offering, so that two that say the same are equal. The order in which a provider lists things says nothing. */
function saidIn(row: ComparedRow, compared: Compared, day: Day): unknown {
  const { view, place, next } = compared;
  const { content } = view.version;
  switch (row) {
    case "standing":
      return [place.notice?.kind, place.teachOut, place.warnings.map(({ effect }) => effect)];
    case "eqf":
      return [view.version.eqf, content.cycle];
    case "workload":
      return [content.ects, content.hours];
    case "price":
      return [priceOf(compared)?.amount, priceOf(compared)?.currency];
    case "start":
      return [next?.startsOn, next?.endsOn];
    case "enrolment":
      return next && sessionState(next, day);
    case "where":
      return townsOf(compared, day).sort();
    case "accreditation":
      return [place.inForce?.standard, place.inForce?.title];
    case "awardingBodies":
      return view.awarding.map(({ name }) => JSON.stringify(name)).sort();
    case "provider":
      return view.provider.id;
    case "issuerRegion":
      return [view.provider.country, view.provider.nuts];
    case "outcomes":
      return content.outcomes.map(({ text }) => JSON.stringify(text)).sort();
    case "countsFor":
      return [...content.stacksInto].sort();
    case "furtherInformation":
      return [content.furtherInformation, content.url];
    default: {
      const value = content[row];
      return Array.isArray(value) ? [...value].sort() : value;
    }
  }
}

/** Whether not all of them say the same in a row. */
export function differsIn(row: ComparedRow, compared: Compared[], day: Day): boolean {
  return new Set(compared.map((one) => JSON.stringify(saidIn(row, one, day)) ?? "")).size > 1;
}
