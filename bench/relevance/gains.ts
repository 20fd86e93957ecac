import type { OfferingRecord } from "@/lib/catalogue/document";
import type { Day } from "@/lib/days/days";
import { nameOf, titleOf } from "./documents";
import { holds } from "./facts";
import type { JudgedSearch } from "./judged";

/** Of one search, by the id of an offering: what it is worth today. What was judged and is worth nothing is there with 0. */
export type Gains = Map<string, number>;

/** The courses that a provider lists many times under one title (a session, a campus) are one course: judged once, it is judged for all. */
const courseOf = (record: OfferingRecord) => `${record.provider.slug} ${titleOf(record).toLowerCase().trim()}`;

/** Turns grades into gains: the topic as it was judged, and nothing where a fact that was asked for does not hold. */
export function gainsIn(records: OfferingRecord[], day: Day): (search: JudgedSearch) => Gains {
  const courseByName = new Map(records.map((record) => [nameOf(record), courseOf(record)]));
  const byCourse = Map.groupBy(records, courseOf);
  return ({ grades, facts }) => {
    const gains: Gains = new Map();
    for (const [name, grade] of Object.entries(grades)) {
      for (const record of byCourse.get(courseByName.get(name) ?? "") ?? []) gains.set(record.id, holds(facts, record, day) ? grade : 0);
    }
    return gains;
  };
}
