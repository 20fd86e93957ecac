import { z } from "zod";
import { findPlace } from "@/lib/country/country";
import { type AskedForm, emptyForm } from "@/lib/criteria/form/form";
import { locales } from "@/lib/i18n/locales";
import type { ProblemCode } from "@/lib/result";
import { isCode } from "@/lib/vocabularies/vocabulary";
import { type Answers, readAnswers } from "./answers/answers";
import type { ApplicationContent, Claim, FormStep } from "./content";
import { identifierSchemes, readIdentifier } from "./identifiers";

type Values = Record<string, string[] | undefined>;
/** What the authority asks, and what was answered before. */
type Asked = { form: Pick<AskedForm, "questions">; earlier: Answers };

/** Reads one step of the form, as far as it is filled in: what is missing is told when it is submitted, what is malformed at once. */
class Reader {
  readonly problems: { code: ProblemCode; field: string }[] = [];
  constructor(private readonly values: Values) {}

  text(field: string, longest = 200): string {
    const value = this.values[field]?.[0]?.trim() ?? "";
    if (value.length > longest) this.problems.push({ code: "applicationTextTooLong", field });
    return value;
  }

  checked(field: string, code: ProblemCode, holds: (value: string) => boolean): string {
    const value = this.text(field);
    if (value !== "" && !holds(value)) this.problems.push({ code, field });
    return value;
  }

  day(field: string): string | null {
    const isDay = (value: string) => z.iso.date().safeParse(value).success && value >= "1000-01-01" && value <= "2200-01-01";
    return this.checked(field, "dayNotUnderstood", isDay) || null;
  }
}

const isUrl = (value: string) => z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).safeParse(value).success;
const isEmail = (value: string) => z.email().safeParse(value).success;

const readers: { [S in FormStep]: (reader: Reader, values: Values, asked: Asked) => ApplicationContent[S] } = {
  identity: (reader) => ({
    names: Object.fromEntries(locales.map((locale) => [locale, reader.text(`name-${locale}`)] as const).filter(([, name]) => name)),
    founded: reader.day("founded"),
    homepage: reader.checked("homepage", "urlIncomplete", isUrl),
  }),
  identifiers: (reader) =>
    identifierSchemes.flatMap((scheme) => {
      const text = reader.text(scheme);
      if (text === "") return [];
      const read = readIdentifier(scheme, text);
      if ("value" in read) return [{ scheme, value: read.value }];
      reader.problems.push({ code: read.problem, field: scheme });
      return [];
    }),
  type: (reader) => reader.checked("type", "valueNotAccepted", (code) => isCode("providerTypes", code)) || null,
  places: (reader) => ({
    seat: reader.checked("seat", "placeUnknown", (name) => findPlace(name) !== undefined) || null,
    street: reader.text("street"),
    postalCode: reader.text("postalCode", 20),
    further: readPlaces(reader),
    authority: reader.text("authority") || null,
  }),
  quality: (reader, values) => readClaims(reader, values),
  answers: (reader, values, { form, earlier }) => {
    const { part, problems } = readAnswers(form, values, earlier);
    reader.problems.push(...problems);
    return part;
  },
  contact: (reader) => ({
    name: reader.text("name"),
    email: reader.checked("email", "emailNotUnderstood", isEmail),
    phone: reader.checked("phone", "phoneNotUnderstood", (value) => /^\+?[\d\s()./-]{5,30}$/.test(value)),
  }),
  declaration: (reader) => ({ capacity: reader.text("capacity"), declared: reader.text("declared") === "yes" }),
};

/** One name a line, as the country's file writes it. */
function readPlaces(reader: Reader): string[] {
  const lines = reader
    .text("further", 4000)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const places = lines.map((line) => findPlace(line)?.names[0]);
  if (places.includes(undefined)) reader.problems.push({ code: "placeUnknown", field: "further" });
  return [...new Set(places.filter((name) => name !== undefined))];
}

/** Rows are numbered; one in which nothing stands is left out. */
function readClaims(reader: Reader, values: Values): Claim[] {
  const rows = Object.keys(values).flatMap((name) => /^standard-(\d{1,2})$/.exec(name)?.[1] ?? []);
  return rows.flatMap((row) => {
    const claim = {
      standard: reader.checked(`standard-${row}`, "valueNotAccepted", (code) => isCode("qualityStandards", code)),
      label: reader.text(`label-${row}`),
      body: reader.text(`body-${row}`),
      from: reader.day(`from-${row}`),
      until: reader.day(`until-${row}`),
    };
    if (Object.values(claim).every((value) => !value)) return [];
    if (claim.standard === "") reader.problems.push({ code: "standardMissing", field: `standard-${row}` });
    if (claim.standard === "other" && claim.label === "") reader.problems.push({ code: "standardLabelMissing", field: `label-${row}` });
    if (claim.from && claim.until && claim.until < claim.from) reader.problems.push({ code: "endsBeforeItBegins", field: `until-${row}` });
    return [claim];
  });
}

/** What one step of the form states, or what is wrong with it. */
export function readStep<S extends FormStep>(step: S, values: Values, asked: Asked = { form: emptyForm, earlier: {} }) {
  const reader = new Reader(values);
  const part = readers[step](reader, values, asked);
  return { part, problems: reader.problems };
}

const message = z.string().trim().min(1, "textMissing").max(4000, "messageTooLong");
export const messageInput = z.object({ text: message });
/** An appeal stands on one page with a representation, and has a field of its own. */
export const appealInput = z.object({ grounds: message });
