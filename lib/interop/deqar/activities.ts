import { type Fields, isFields, Reading, textOf } from "./reading";
import type { SaidAgencyActivity } from "./said";
import type { Read } from "./submission";
import { toActivityType } from "./words";

/**
 * Reads one activity of an agency from either of DEQAR's lists: the one by agency, which says what type it is, and the one by group, which
 * has the number that reports name it by.
 */
export function fromActivity(value: unknown): Read<SaidAgencyActivity> {
  const reading = new Reading();
  const record = isFields(value) ? value : {};
  const agency = readAgency(record, reading);
  const name = textOf(record, "activity") ?? textOf(record, "group_name");
  if (name === null) reading.refuse("qualityActivityMissing", "activity");
  const id = textOf(record, "activity_id");
  if (id !== null && !/^[1-9]\d{0,8}$/.test(id)) reading.refuse("qualityActivityIdNotUnderstood", "activity_id", id);
  const said = {
    agency: agency ?? { acronym: "" },
    activityId: id === null ? null : Number(id),
    name: name ?? "",
    type: reading.coded(record, "activity_type", "", toActivityType),
    reportsLink: reading.address(record, "reports_link", ""),
  };
  return { said: reading.wrong.length > 0 ? undefined : said, problems: [...reading.wrong, ...reading.leftOut] };
}

function readAgency(record: Fields, reading: Reading): SaidAgencyActivity["agency"] | undefined {
  const acronym = textOf(record, "agency");
  if (acronym !== null) return { acronym };
  const place = textOf(record, "agency_pk");
  if (place !== null && /^[1-9]\d{0,5}$/.test(place)) return { place: Number(place) };
  return reading.refuse("qualityAgencyMissing", place === null ? "agency" : "agency_pk", place ?? "");
}
