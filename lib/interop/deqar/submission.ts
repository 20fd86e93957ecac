import type { Day } from "@/lib/days/days";
import type { Problem } from "@/lib/result";
import { readActivities, readFiles, readInstitutions, readLinks, readProgrammes } from "./parts";
import { type Fields, isFields, Reading, textOf, textsOf } from "./reading";
import type { SaidReport } from "./said";
import { type DateFormat, readDateFormat } from "./strptime";
import { toDecision, toStatus } from "./words";

/** A row as it was read: what it says, where nothing refuses it, and all that is to be told of it. */
export type Read<T> = { said: T | undefined; problems: Problem[] };

/** Reads one submission object of DEQAR, as JSON gives it or as a row of a table unfolds into it (flat.ts). */
export function fromSubmission(value: unknown): Read<SaidReport> {
  const reading = new Reading();
  if (!isFields(value)) {
    reading.refuse("qualityRowNotUnderstood", "");
    return { said: undefined, problems: reading.wrong };
  }
  const said = readReport(value, reading);
  return { said: reading.wrong.length > 0 ? undefined : said, problems: [...reading.wrong, ...reading.leftOut] };
}

function readReport(record: Fields, reading: Reading): SaidReport | undefined {
  const agency = textOf(record, "agency") ?? textOf(record, "agency_id");
  if (agency === null) reading.refuse("qualityAgencyMissing", "agency");
  const localIdentifier = textOf(record, "local_identifier");
  const reportId = textOf(record, "report_id");
  if (localIdentifier === null && reportId === null) reading.refuse("qualityReportUnidentified", "local_identifier");
  const activities = readActivities(record);
  if (activities.length === 0) reading.refuse("qualityActivityMissing", "activity");
  const status = required(record, "status", reading, toStatus, "qualityStatusNotUnderstood");
  const decision = required(record, "decision", reading, toDecision, "qualityDecisionNotUnderstood");
  const validity = readValidity(record, reading);
  const institutions = readInstitutions(record, "institution", reading);
  const platforms = readInstitutions(record, "platform", reading);
  if (institutions.length === 0 && !reading.wrong.some(({ code }) => code === "qualityInstitutionUnidentified"))
    reading.refuse("qualityInstitutionMissing", "institution[1].deqar_id");
  const programmes = readProgrammes(record, reading);
  const [files, links] = [readFiles(record, reading), readLinks(record, reading)];
  if (agency === null || !status || !decision || !validity) return undefined;
  return {
    agency,
    contributing: textsOf(record, "contributing_agencies"),
    localIdentifier,
    reportId,
    activities,
    status,
    decision,
    summary: textOf(record, "summary"),
    comment: textOf(record, "other_comment"),
    ...validity,
    files,
    links,
    institutions,
    platforms,
    programmes,
  };
}

function required<T>(
  record: Fields,
  name: string,
  reading: Reading,
  meaning: (written: string) => T | undefined,
  code: "qualityStatusNotUnderstood" | "qualityDecisionNotUnderstood",
): T | undefined {
  const written = textOf(record, name);
  const meant = written === null ? undefined : meaning(written);
  return meant ?? reading.refuse(code, name, written ?? "");
}

const iso = readDateFormat("%Y-%m-%d");

function readValidity(record: Fields, reading: Reading): { from: Day; lastDay: Day | null } | undefined {
  const pattern = textOf(record, "date_format");
  // DEQAR asks for a format; without one, only the form that cannot be read in two ways is taken.
  const format = pattern === null ? iso : readDateFormat(pattern);
  if (!format) return reading.refuse("qualityDateFormatNotUnderstood", "date_format", pattern ?? "");
  const from = readDay(record, "valid_from", format, reading);
  const lastDay = textOf(record, "valid_to") === null ? null : readDay(record, "valid_to", format, reading);
  if (from === undefined || lastDay === undefined) return undefined;
  if (lastDay !== null && lastDay < from) return reading.refuse("qualityEndsBeforeStart", "valid_to", lastDay);
  return { from, lastDay };
}

function readDay(record: Fields, name: string, format: DateFormat, reading: Reading): Day | undefined {
  const written = textOf(record, name) ?? "";
  return format(written) ?? reading.refuse("qualityDateNotUnderstood", name, written);
}
