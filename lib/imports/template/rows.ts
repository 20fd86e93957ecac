import { type FieldName, fields, isMultilingual, propertyOf } from "@/lib/imports/fields";
import { noOutcomeWords } from "@/lib/imports/outcomes";
import { placeCells } from "@/lib/imports/places";
import type { PlaceTexts } from "@/lib/imports/reading";
import { nothingStated } from "@/lib/imports/row";
import { tidied } from "@/lib/imports/tidied";
import { type CatalogueStatements, catalogueStatements, type OfferingContent } from "@/lib/offerings/content";
import { canonical } from "@/lib/offerings/publication";
import type { SessionFacts } from "@/lib/offerings/sessions/commands";

/** An offering as its provider keeps it: what is public, or the draft where nothing is yet. */
export type Exported = { externalId: string; isDraft: boolean; content: OfferingContent; sessions: SessionFacts[] };

/** Column of the template → what stands in it. */
export type TemplateRow = Record<string, string>;

/**
 * An offering as rows of the template, one for each run, such that importing them changes nothing. What was said for the whole catalogue
 * and still is stays empty, so that it keeps following what is said there.
 */
export function toRows({ externalId, isDraft, content, sessions }: Exported, statements: CatalogueStatements): TemplateRow[] {
  const head = { id: externalId, language: content.originalLanguage };
  const offering: TemplateRow = { ...head, ...cellsOf(tidied(content), statements), ...(isDraft ? { publish: "no" } : {}) };
  const runs = [...sessions].sort((a, b) => order(a).localeCompare(order(b)));
  const [first, ...others] = runs;
  return [{ ...offering, ...(first ? sessionCells(first) : {}) }, ...others.map((run) => ({ ...head, ...sessionCells(run) }))];
}

const order = ({ startsOn, externalId }: SessionFacts) => `${startsOn ?? "9999"} ${externalId}`;

const offeringFields = (Object.keys(fields) as FieldName[]).filter((field) => propertyOf(field) !== undefined);

function cellsOf(content: OfferingContent, statements: CatalogueStatements): TemplateRow {
  return Object.assign({}, ...offeringFields.map((field) => fieldCells(field, content, statements)));
}

function fieldCells(field: FieldName, content: OfferingContent, statements: CatalogueStatements): TemplateRow {
  const property = propertyOf(field);
  if (!property) return {};
  if (property in catalogueStatements.shape) {
    const said = statements[property as keyof CatalogueStatements];
    const value = content[property];
    if (content.statedForCatalogue.includes(property) && canonical(said) === canonical(value)) return {};
    if (isEmpty(value))
      return isEmpty(said) ? {} : { [isMultilingual(field) ? `${field}_${content.originalLanguage}` : field]: nothingStated };
  }
  if (field === "outcomes") return outcomeCells(content);
  const value = content[property];
  if (field === "keywords") return perLanguage(field, content.keywords, (words) => (words.length === 0 ? "" : `${words.join("; ")};`));
  if (isMultilingual(field)) return perLanguage(field, value as Record<string, string>, (text) => text);
  if (field === "awarding_bodies") return { [field]: content.awardingBodies.map(({ slug, name }) => slug ?? name).join("; ") };
  return Array.isArray(value) ? { [field]: value.join("; ") } : { [field]: value === null ? "" : String(value) };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
}

function perLanguage<T>(field: FieldName, texts: Record<string, T>, write: (text: T) => string): TemplateRow {
  return Object.fromEntries(Object.entries(texts).map(([language, text]) => [`${field}_${language}`, write(text)]));
}

/** One outcome a line under the same number in every language, with its kind, and its ESCO skills in brackets at its end. */
function outcomeCells({ outcomes }: OfferingContent): TemplateRow {
  const languages = [...new Set(outcomes.flatMap(({ text }) => Object.keys(text)))];
  return Object.fromEntries(
    languages.map((language) => [
      `outcomes_${language}`,
      outcomes
        .map(({ type, text, skills }) => `${type}: ${text[language] ?? noOutcomeWords}${skills.length > 0 ? ` [${skills.join(" ")}]` : ""}`)
        .join("\n"),
    ]),
  );
}

const priceFields = new Map(
  (Object.keys(fields) as FieldName[]).flatMap((field) => {
    const spec = fields[field];
    return spec.kind === "price" ? [[spec.learnerGroup, field] as const] : [];
  }),
);

function sessionCells(session: SessionFacts): TemplateRow {
  const { windows, prices } = session;
  const place = placeCells(session.places as PlaceTexts[]);
  const sorted = [...windows].sort((a, b) => (a.opensOn ?? "").localeCompare(b.opensOn ?? ""));
  const days = (side: "opensOn" | "closesOn") =>
    sorted.some((window) => window[side]) ? sorted.map((window) => window[side] ?? "").join("; ") : "";
  return {
    session_id: session.externalId,
    starts: session.startsOn ?? "",
    ends: session.endsOn ?? "",
    schedule: session.schedule ?? "",
    ...perLanguage("times", session.times as Record<string, string>, (text) => text),
    session_modes: session.modes.join("; "),
    session_languages: session.languages.join("; "),
    town: place.town,
    address: place.address,
    postal_code: place.postalCode,
    seats: session.seats === null ? "" : String(session.seats),
    seats_left: session.seatsLeft === null ? "" : String(session.seatsLeft),
    ...Object.fromEntries(
      prices.map(({ learnerGroup, amount, currency }) => [priceFields.get(learnerGroup) ?? "", `${amount} ${currency}`]),
    ),
    enrol_from: days("opensOn"),
    enrol_until: days("closesOn"),
    session_url: session.url ?? "",
    confirmed: session.confirmedOn ?? "",
    cancelled: session.cancelledOn ?? "",
  };
}
