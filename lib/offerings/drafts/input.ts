import { z } from "zod";
import { boundsOn } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";
import { parseDecimal } from "@/lib/imports/numbers";
import { type OfferingContent, offeringContent } from "@/lib/offerings/content";
import { comparedFields, type FieldKind } from "@/lib/offerings/what-changed";
import { ok, type Problem, type Result } from "@/lib/result";
import { isLabelCode } from "@/lib/terms/term";
import { isCode } from "@/lib/vocabularies/vocabulary";
import { type EditedField, type EditorPart, fieldsOf, type PartValues } from "./parts";

type Sent = Record<string, string[]>;
type Body = OfferingContent["awardingBodies"][number];

/** What reading a form needs to know beside the form: the day whose bounds hold, and the bodies that a name can mean,
 * and the quality labels that can be chosen: those that hold, and those that were stated while they did. */
export type ReadingContext = { day: Day; bodies: (name: string) => Body; labels: ReadonlySet<string> };

/** A draft begins with its title, the language in which it is first written, and the provider's own id. */
export const draftInput = z.object({
  title: z.string().trim().min(1, "textMissing").max(500, "textTooLong"),
  language: z.string().regex(/^[a-z]{2}$/, "valueNotAccepted"),
  externalId: z.string().trim().min(1, "textMissing").max(200, "textTooLong"),
});

export type DraftInput = z.output<typeof draftInput>;

const longest: Partial<Record<string, number>> = { title: 500, summary: 2000 };
const [mostOutcomes, longestOutcome, longestText, mostItems] = [200, 4000, 20_000, 100];

/** Reads what a part of the editor sent. A field that is wrong is named by the name of its input. */
export function readPart(part: EditorPart, sent: Sent, context: ReadingContext): Result<PartValues> {
  const problems: Problem[] = [];
  const values = Object.fromEntries(fieldsOf(part).map((field) => [field, readField(field, sent, context, problems)]));
  return problems.length > 0 ? { ok: false, problems } : ok(values as PartValues);
}

/** The state from which the form began, as it was handed out with it; where it is damaged, nothing is taken as known. */
export function readBase(text: string | undefined): PartValues {
  try {
    const parsed = offeringContent.partial().safeParse(JSON.parse(text ?? "{}"));
    const named = Object.keys(JSON.parse(text ?? "{}"));
    return parsed.success ? Object.fromEntries(Object.entries(parsed.data).filter(([field]) => named.includes(field))) : {};
  } catch {
    return {};
  }
}

function readField(field: EditedField, sent: Sent, context: ReadingContext, problems: Problem[]): unknown {
  const kind: FieldKind = comparedFields[field];
  const items = clean(sent[field] ?? []);
  if (kind === "texts") return readTexts(field, sent, problems);
  if (kind === "words") return readWords(field, sent);
  if (kind === "outcomes") return readOutcomes(sent, problems);
  if (kind === "bodies") return items.map(context.bodies);
  if (kind === "languages") return items.filter((code) => fits(/^[a-z]{2,3}$/.test(code), field, problems));
  if (kind === "number") return readNumber(field, items[0], context.day, problems);
  if (kind === "plain") return readPlain(field, items, problems);
  if (field === "quality") return items.filter((code) => choosable(code, context, problems));
  const codes = items.filter((code) => fits(isCode(kind.coded, code), field, problems));
  return isList(field) ? codes : (codes[0] ?? null);
}

function clean(values: string[]): string[] {
  return [...new Set(values.map((value) => value.trim()).filter(Boolean))].slice(0, mostItems);
}

function fits(holds: boolean, field: string, problems: Problem[]): boolean {
  if (!holds) problems.push({ code: "valueNotAccepted", field });
  return holds;
}

function choosable(code: string, { labels }: ReadingContext, problems: Problem[]): boolean {
  if (!isLabelCode(code)) return fits(isCode("qualityStandards", code), "quality", problems);
  if (!labels.has(code)) problems.push({ code: "labelNotHolding", field: "quality", value: code });
  return labels.has(code);
}

function isList(field: EditedField): boolean {
  return ["fields", "modes", "assessment", "quality", "targetGroups", "funding", "accessProvisions", "credential"].includes(field);
}

/** The inputs of one text: `title.en`, `title.nl`. */
function byLanguage(field: string, sent: Sent): [language: string, text: string, name: string][] {
  return Object.entries(sent).flatMap(([name, [text = ""]]) => {
    const language = name.startsWith(`${field}.`) ? name.slice(field.length + 1) : "";
    return /^[a-z]{2}$/.test(language) ? [[language, tidy(text), name] as [string, string, string]] : [];
  });
}

// A zero byte is the one letter that Postgres cannot keep.
const tidy = (text: string) => text.replaceAll("\r\n", "\n").replaceAll("\u0000", "").trim();

function readTexts(field: string, sent: Sent, problems: Problem[]): Record<string, string> {
  return Object.fromEntries(
    byLanguage(field, sent).map(([language, text, name]) => {
      if (text.length > (longest[field] ?? longestText)) problems.push({ code: "textTooLong", field: name });
      return [language, text];
    }),
  );
}

function readWords(field: string, sent: Sent): Record<string, string[]> {
  return Object.fromEntries(byLanguage(field, sent).map(([language, text]) => [language, clean(text.split(/[,;\n]/))]));
}

/** `outcomes.0.text.en`, its type, its skills; the languages that are not on the page travel along in `outcomes.0.other`. */
function readOutcomes(sent: Sent, problems: Problem[]): OfferingContent["outcomes"] {
  const places = Object.keys(sent).flatMap((name) => /^outcomes\.(\d{1,3})\./.exec(name)?.[1] ?? []);
  const numbers = [...new Set(places)].map(Number).sort((a, b) => a - b);
  if (numbers.length > mostOutcomes) problems.push({ code: "textTooLong", field: "outcomes" });
  return numbers.slice(0, mostOutcomes).flatMap((place) => {
    const name = `outcomes.${place}`;
    if (sent[`${name}.remove`]) return [];
    const shown = byLanguage(`${name}.text`, sent);
    const text: Record<string, string> = Object.fromEntries(
      Object.entries<string>({ ...readBaseTexts(sent[`${name}.other`]?.[0]), ...Object.fromEntries(shown) }).filter(
        ([, words]) => words !== "",
      ),
    );
    for (const [, words, input] of shown) if (words.length > longestOutcome) problems.push({ code: "textTooLong", field: input });
    const type = sent[`${name}.type`]?.[0] ?? "skill";
    if (!fits(isCode("outcomeTypes", type), `${name}.type`, problems) || Object.keys(text).length === 0) return [];
    // Ticked ones, and those whose addresses were written.
    const skills = clean([...(sent[`${name}.skills`] ?? []), ...(sent[`${name}.addresses`] ?? [])].flatMap((text) => text.split(/\s+/)));
    if (skills.some((skill) => !isAddress(skill))) problems.push({ code: "urlNotUnderstood", field: `${name}.addresses` });
    return [{ type, text, skills }];
  });
}

function readBaseTexts(text: string | undefined): Record<string, string> {
  return readBase(`{"title":${text || "{}"}}`).title ?? {};
}

function readNumber(field: string, written: string | undefined, day: Day, problems: Problem[]): number | null {
  if (written === undefined) return null;
  const number = parseDecimal(written, field === "hours");
  if (number === undefined) {
    problems.push({ code: "numberNotUnderstood", field, value: written });
    return null;
  }
  const bounds = boundsOn(day);
  if (field === "eqf" && !(Number.isInteger(number) && number >= 1 && number <= 8)) problems.push({ code: "eqfNotUnderstood", field });
  if (field === "ects" && (number <= 0 || (bounds && (number < bounds.ectsMin || number > bounds.ectsMax))))
    problems.push({ code: "ectsOutOfBounds", field, value: written });
  if (field === "hours" && (number <= 0 || number > 5000)) problems.push({ code: "hoursOutOfRange", field, value: written });
  return field === "hours" ? Math.max(0.1, Math.round(number * 10) / 10) : Math.round(number * 100) / 100;
}

function readPlain(field: string, items: string[], problems: Problem[]): string | string[] | null {
  if (items.some((item) => item.length > 2000)) problems.push({ code: "textTooLong", field });
  if (field === "stacksInto") {
    if (items.some((item) => !/^[a-z0-9-]+:.+$/.test(item))) problems.push({ code: "referenceNotUnderstood", field });
    return items;
  }
  const [item = null] = items;
  if (field !== "contact" && item !== null && !isAddress(item)) problems.push({ code: "urlNotUnderstood", field, value: item });
  return item;
}

/** Only addresses of the web: others could run as scripts where they are clicked. */
function isAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && z.url().safeParse(value).success;
}
