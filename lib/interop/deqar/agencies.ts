import { type Fields, isFields, Reading, textOf } from "./reading";
import type { SaidAgency } from "./said";
import { readDateFormat } from "./strptime";
import type { Read } from "./submission";

const iso = readDateFormat("%Y-%m-%d");

/** Reads one agency of DEQAR's list, as a row of its table or as an object with the same names. */
export function fromAgency(value: unknown): Read<SaidAgency> {
  const reading = new Reading();
  const record = isFields(value) ? value : {};
  const written = textOf(record, "deqar_id") ?? "";
  // The list has places for bodies that are no agencies, numbered below nought.
  if (!/^[1-9]\d{0,8}$/.test(written)) reading.refuse("qualityAgencyIdNotUnderstood", "deqar_id", written);
  const acronym = textOf(record, "acronym") ?? textOf(record, "acronym_primary");
  if (acronym === null) reading.refuse("qualityAgencyUnnamed", "acronym");
  const name = textOf(record, "name") ?? textOf(record, "name_primary");
  if (name === null) reading.refuse("qualityAgencyUnnamed", "name");
  const registration = readRegistration(record, reading);
  const said = {
    deqarId: Number(written),
    acronym: acronym ?? "",
    name: name ?? "",
    country: textOf(record, "country_iso2")?.toUpperCase() ?? null,
    website: reading.address(record, "website", ""),
    reportsLink: reading.address(record, "reports_link", ""),
    note: textOf(record, "is_registered_note"),
    description: textOf(record, "description"),
    registration,
  };
  return { said: reading.wrong.length > 0 ? undefined : said, problems: [...reading.wrong, ...reading.leftOut] };
}

function readRegistration(record: Fields, reading: Reading): SaidAgency["registration"] {
  const [start, end] = [textOf(record, "registration_start"), textOf(record, "registration_valid_to")];
  if (start === null && end === null) return null;
  const from = iso?.(start ?? "");
  if (from === undefined) return reading.refuse("qualityRegistrationNotUnderstood", "registration_start", start ?? "") ?? null;
  if (end === null) return { from, lastDay: null };
  const lastDay = iso?.(end);
  if (lastDay === undefined) return reading.refuse("qualityRegistrationNotUnderstood", "registration_valid_to", end) ?? null;
  if (lastDay < from) return reading.refuse("qualityEndsBeforeStart", "registration_valid_to", end) ?? null;
  return { from, lastDay };
}
