import { type FieldName, isMultilingual } from "./fields";
import { isRecord } from "./json-table";
import { readOutcomeList } from "./outcomes";
import { finishSession } from "./read-session";
import { type Cell, type Draft, newDraft, newSessionDraft, type PlaceTexts, type ReadContext } from "./reading";
import { originalLanguage, type RowReading, readCell, toReading } from "./row";
import { toCell } from "./table";

/** Our own JSON form (demo/README.md): its names in the template's words. */
const offeringNames: Record<string, FieldName> = {
  id: "id",
  language: "language",
  title: "title",
  summary: "summary",
  description: "description",
  ects: "ects",
  hours: "hours",
  eqf: "eqf",
  cycle: "cycle",
  fields: "fields",
  modes: "modes",
  assessment: "assessment",
  assessmentNote: "assessment_note",
  supervision: "supervision",
  awardingBodies: "awarding_bodies",
  quality: "quality",
  qualityNote: "quality_note",
  languages: "languages",
  setting: "setting",
  type: "type",
  prerequisites: "prerequisites",
  grading: "grading",
  stacking: "stacking",
  stacksInto: "stacks_into",
  stackingNote: "stacking_note",
  targetGroups: "target_groups",
  keywords: "keywords",
  validation: "validation",
  validationNote: "validation_note",
  funding: "funding",
  fundingNote: "funding_note",
  accessProvisions: "access",
  accessibility: "accessibility",
  credential: "credential",
  contact: "contact",
  url: "url",
  applyUrl: "apply_url",
  furtherInformation: "further_information",
  publish: "publish",
};
const sessionNames: Record<string, FieldName> = {
  id: "session_id",
  starts: "starts",
  ends: "ends",
  schedule: "schedule",
  times: "times",
  mode: "session_modes",
  modes: "session_modes",
  languages: "session_languages",
  town: "town",
  address: "address",
  postalCode: "postal_code",
  seats: "seats",
  seatsLeft: "seats_left",
  price: "price",
  currency: "currency",
  url: "session_url",
  confirmed: "confirmed",
  cancelled: "cancelled",
};
const groups: Record<string, FieldName> = {
  jobseekers: "price_jobseekers",
  employees: "price_employees",
  students: "price_students",
  members: "price_members",
  reduced: "price_reduced",
};

/** How our own form calls a column of the template. */
export function jsonNameOf(field: string): string {
  return Object.keys(offeringNames).find((name) => offeringNames[name] === field) ?? field;
}

/** Reads one offering of a catalogue in our own form, its runs included; problems name the path in the document. */
export function readOffering(row: number, value: unknown, context: ReadContext, unknown: (path: string) => void): RowReading {
  const at = { sheet: "", row };
  const document = isRecord(value) ? value : {};
  const path = `offerings.${row - 1}`;
  const cells = cellsOf(document, path, offeringNames, (key) => {
    if (key !== "sessions" && key !== "outcomes") unknown(`offerings.*.${key}`);
  });
  const draft = newDraft(originalLanguage(cells, context));
  for (const cell of cells) readCell(cell, draft, context);
  if (Array.isArray(document.outcomes)) readOutcomeList(document.outcomes, `${path}.outcomes`, draft, context);
  const sessions = (Array.isArray(document.sessions) ? document.sessions : []).flatMap((session: unknown, index: number) =>
    readSession(session, `${path}.sessions.${index}`, draft, context, unknown),
  );
  return toReading(at, draft, cells, sessions);
}

/** Reads what is said once for the whole catalogue. */
export function readStatements(catalogue: Record<string, unknown>, context: ReadContext, unknown: (path: string) => void): Draft {
  const draft = newDraft(context.defaultLanguage);
  for (const cell of cellsOf(catalogue, "catalogue", offeringNames, (key) => {
    unknown(`catalogue.${key}`);
  }))
    readCell(cell, draft, context);
  return draft;
}

function readSession(
  value: unknown,
  path: string,
  draft: Draft,
  context: ReadContext,
  unknown: (path: string) => void,
): RowReading["sessions"] {
  if (!isRecord(value)) return [];
  const cells = cellsOf(value, path, sessionNames, (key) => {
    if (!["prices", "enrolment", "places"].includes(key)) unknown(`offerings.*.sessions.*.${key}`);
  });
  if (isRecord(value.prices))
    cells.push(
      ...cellsOf(value.prices, `${path}.prices`, groups, (key) => {
        unknown(`offerings.*.sessions.*.prices.${key}`);
      }),
    );
  if (Array.isArray(value.enrolment)) {
    const windows = value.enrolment.filter(isRecord);
    const days = (key: string) => windows.map((window) => toText(window[key])).join(";");
    cells.push({ column: `${path}.enrolment`, field: "enrol_from", language: null, value: days("from") });
    cells.push({ column: `${path}.enrolment`, field: "enrol_until", language: null, value: days("until") });
  }
  draft.session = newSessionDraft();
  if (Array.isArray(value.places)) draft.session.places = readPlaces(value.places, `offerings.*.sessions.*.places.*`, unknown);
  for (const cell of cells) if (cell.value.trim() !== "") readCell(cell, draft, context);
  const session = finishSession(draft, context);
  return session ? [{ ...session, externalId: draft.session.externalId }] : [];
}

function readPlaces(places: unknown[], path: string, unknown: (path: string) => void): PlaceTexts[] {
  return places.filter(isRecord).map((place) => {
    const { town, address, postalCode, ...others } = place;
    for (const key of Object.keys(others)) unknown(`${path}.${toCell(key).slice(0, 100)}`);
    return { town: toText(town), address: toText(address), postalCode: toText(postalCode) };
  });
}

function cellsOf(
  document: Record<string, unknown>,
  path: string,
  names: Record<string, FieldName>,
  unknown: (key: string) => void,
): Cell[] {
  return Object.entries(document).flatMap(([key, value]): Cell[] => {
    const field = Object.hasOwn(names, key) ? names[key] : undefined;
    if (!field) {
      unknown(toCell(key).slice(0, 100));
      return [];
    }
    const column = `${path}.${key}`;
    if (isRecord(value) && isMultilingual(field)) {
      return Object.entries(value).flatMap(([language, text]) =>
        /^[a-z]{2}$/.test(language) && toText(text).trim() !== ""
          ? [{ column: `${column}.${language}`, field, language, value: toText(text) }]
          : [],
      );
    }
    const text = toText(value);
    return text.trim() === "" ? [] : [{ column, field, language: null, value: text }];
  });
}

/** Lists become lines, as in the flat template; what is neither text nor number is shown as it stands, to be named as a problem. */
function toText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(toText).join("\n");
  return toCell(typeof value === "object" ? JSON.stringify(value) : String(value));
}
