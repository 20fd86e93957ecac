import type { OfferingContent } from "@/lib/offerings/content";
import type { VocabularyName } from "@/lib/vocabularies/vocabulary";

type TextProperty =
  | "title"
  | "summary"
  | "description"
  | "qualityNote"
  | "assessmentNote"
  | "prerequisites"
  | "grading"
  | "stackingNote"
  | "validationNote"
  | "fundingNote"
  | "accessibility"
  | "furtherInformation";
type CodeProperty = "cycle" | "supervision" | "setting" | "type" | "stacking" | "validation";
type CodesProperty = "fields" | "modes" | "assessment" | "quality" | "targetGroups" | "funding" | "accessProvisions" | "credential";

/** What a column of the template holds and how it is read. `session` marks what is said of one run. */
export type FieldSpec = { session?: true } & (
  | { kind: "text"; property: TextProperty; max: number; line?: true }
  | { kind: "code"; property: CodeProperty; vocabulary: VocabularyName }
  | { kind: "codes"; property: CodesProperty; vocabulary: VocabularyName }
  | { kind: "amount"; property: "ects" | "hours" }
  | { kind: "address"; property: "url" | "applyUrl" }
  | { kind: "price"; learnerGroup: string }
  | { kind: "day"; property: "startsOn" | "endsOn" | "confirmedOn" }
  | { kind: "count"; property: "seats" | "seatsLeft" }
  | { kind: "place"; property: "town" | "address" | "postalCode" }
  | {
      kind:
        | "id"
        | "original"
        | "outcomes"
        | "eqf"
        | "bodies"
        | "languages"
        | "keywords"
        | "stacksInto"
        | "contact"
        | "publish"
        | "sessionId"
        | "schedule"
        | "times"
        | "sessionModes"
        | "sessionLanguages"
        | "currency"
        | "enrolFrom"
        | "enrolUntil"
        | "sessionUrl"
        | "cancelled";
    }
);

const text = (property: TextProperty, max = 20_000): FieldSpec => ({ kind: "text", property, max });
const code = (property: CodeProperty, vocabulary: VocabularyName): FieldSpec => ({ kind: "code", property, vocabulary });
const codes = (property: CodesProperty, vocabulary: VocabularyName): FieldSpec => ({ kind: "codes", property, vocabulary });
const price = (learnerGroup: string): FieldSpec => ({ kind: "price", learnerGroup, session: true });

const template = {
  id: { kind: "id" },
  language: { kind: "original" },
  title: { kind: "text", property: "title", max: 500, line: true },
  summary: text("summary", 2000),
  description: text("description"),
  outcomes: { kind: "outcomes" },
  ects: { kind: "amount", property: "ects" },
  hours: { kind: "amount", property: "hours" },
  eqf: { kind: "eqf" },
  cycle: code("cycle", "cycles"),
  fields: codes("fields", "fields"),
  modes: codes("modes", "modes"),
  assessment: codes("assessment", "assessments"),
  assessment_note: text("assessmentNote"),
  supervision: code("supervision", "supervisions"),
  awarding_bodies: { kind: "bodies" },
  quality: codes("quality", "qualityStandards"),
  quality_note: text("qualityNote"),
  languages: { kind: "languages" },
  setting: code("setting", "settings"),
  type: code("type", "opportunityTypes"),
  prerequisites: text("prerequisites"),
  grading: text("grading"),
  stacking: code("stacking", "stackings"),
  stacks_into: { kind: "stacksInto" },
  stacking_note: text("stackingNote"),
  target_groups: codes("targetGroups", "targetGroups"),
  keywords: { kind: "keywords" },
  validation: code("validation", "validations"),
  validation_note: text("validationNote"),
  funding: codes("funding", "fundings"),
  funding_note: text("fundingNote"),
  access: codes("accessProvisions", "accessProvisions"),
  accessibility: text("accessibility"),
  credential: codes("credential", "credentialFormats"),
  contact: { kind: "contact" },
  url: { kind: "address", property: "url" },
  apply_url: { kind: "address", property: "applyUrl" },
  further_information: text("furtherInformation"),
  publish: { kind: "publish" },
  session_id: { kind: "sessionId", session: true },
  starts: { kind: "day", property: "startsOn", session: true },
  ends: { kind: "day", property: "endsOn", session: true },
  schedule: { kind: "schedule", session: true },
  times: { kind: "times", session: true },
  session_modes: { kind: "sessionModes", session: true },
  session_languages: { kind: "sessionLanguages", session: true },
  town: { kind: "place", property: "town", session: true },
  address: { kind: "place", property: "address", session: true },
  postal_code: { kind: "place", property: "postalCode", session: true },
  seats: { kind: "count", property: "seats", session: true },
  seats_left: { kind: "count", property: "seatsLeft", session: true },
  price: price("everyone"),
  currency: { kind: "currency", session: true },
  price_jobseekers: price("jobseekers"),
  price_employees: price("employees"),
  price_students: price("students"),
  price_members: price("members"),
  price_reduced: price("reduced"),
  enrol_from: { kind: "enrolFrom", session: true },
  enrol_until: { kind: "enrolUntil", session: true },
  session_url: { kind: "sessionUrl", session: true },
  confirmed: { kind: "day", property: "confirmedOn", session: true },
  cancelled: { kind: "cancelled", session: true },
} as const satisfies Record<string, FieldSpec>;

export type FieldName = keyof typeof template;

/** Every column of the template by its name; docs/import.md explains them to providers. */
export const fields: Record<FieldName, FieldSpec> = template;

/** A column that a header or a mapping names: the field and, for texts, the language of `title_nl`. */
export type Target = { field: FieldName; language: string | null };

export function isMultilingual(field: FieldName): boolean {
  const { kind } = fields[field];
  return kind === "text" || kind === "outcomes" || kind === "keywords" || kind === "times";
}

export function parseTarget(name: string): Target | undefined {
  if (name in fields) return { field: name as FieldName, language: null };
  const found = /^(.+)_([a-z]{2})$/.exec(name);
  if (!found?.[1] || !found[2] || !(found[1] in fields)) return undefined;
  const field = found[1] as FieldName;
  return isMultilingual(field) ? { field, language: found[2] } : undefined;
}

/** The property of an offering's content that a field fills, where there is one. */
export function propertyOf(field: FieldName): keyof OfferingContent | undefined {
  const spec = fields[field];
  if (spec.session) return undefined;
  if ("property" in spec) return spec.property as keyof OfferingContent;
  const others: Partial<Record<FieldSpec["kind"], keyof OfferingContent>> = {
    outcomes: "outcomes",
    eqf: "eqf",
    bodies: "awardingBodies",
    languages: "languages",
    keywords: "keywords",
    stacksInto: "stacksInto",
    contact: "contact",
  };
  return others[spec.kind];
}
