import { z } from "zod";
import { country } from "@/lib/country/country";
import { isQualityCode } from "@/lib/terms/term";
import { type VocabularyName, vocabulary } from "@/lib/vocabularies/vocabulary";

/**
 * One offering in our own JSON form, the one that files have too (docs/import.md), as machines send it and get it back. What it means is
 * read by lib/imports; here stands what it may look like. Messages are problem codes.
 */
const texts = z.record(z.string().regex(/^[a-z]{2}$/), z.string().max(20_000, "textTooLong")).meta({
  description: "The text by language.",
  examples: [{ en: "Chronic wound care", nl: "Chronische wondzorg" }],
});

/** A code of a list; which lists there are and what their codes mean is shown with the filters of the public search. */
function code(name: VocabularyName) {
  return z.enum(vocabulary(name).map((concept) => concept.code) as [string, ...string[]], "codeNotUnderstood");
}

/** No more places than are kept: a third would be lost without a word. */
const decimal = (places: number, message: "numberNotUnderstood" | "priceNotUnderstood") =>
  z
    .number(message)
    .min(0, message)
    .max(1_000_000, message)
    .refine((value) => Number(value.toFixed(places)) === value, message);

const list = <T extends z.ZodType>(item: T) => z.array(item).max(200, "textTooLong").nullish();
const text = texts.nullish();
const line = z.string().max(2000, "textTooLong").nullish();
const day = z.iso.date("dateNotUnderstood").nullish();
const field = z
  .string()
  .regex(/^\d{2,4}$/, "fieldNotUnderstood")
  .meta({ description: "ISCED-F 2013, at any depth.", examples: ["0913"] });
const language = z.string().regex(/^[a-z]{2,3}$/, "languageNotUnderstood");
const ownId = z.string().min(1, "idMissing").max(200, "textTooLong").meta({ description: "Your own id. It never changes." });

const place = z
  .strictObject({ town: line, address: line, postalCode: line })
  .meta({ id: "Place", description: "Towns of the country get their region and their point on the map." });

export const sessionDocument = z
  .strictObject({
    id: ownId.optional(),
    starts: day,
    ends: day,
    schedule: code("schedules").nullish(),
    times: text,
    modes: list(code("modes")),
    languages: list(language),
    town: line,
    address: line,
    postalCode: line,
    places: list(place),
    seats: z.int("seatsNotUnderstood").min(0, "seatsNotUnderstood").max(1_000_000, "seatsNotUnderstood").nullish(),
    seatsLeft: z.int("seatsNotUnderstood").min(0, "seatsNotUnderstood").max(1_000_000, "seatsNotUnderstood").nullish(),
    price: decimal(2, "priceNotUnderstood").nullish(),
    prices: z
      .strictObject(
        Object.fromEntries(
          (["jobseekers", "employees", "students", "members", "reduced"] as const).map((group) => [
            group,
            decimal(2, "priceNotUnderstood").nullish(),
          ]),
        ),
      )
      .nullish(),
    currency: z
      .enum(["EUR", ...Intl.supportedValuesOf("currency").filter((one) => one !== "EUR")], "currencyNotUnderstood")
      .nullish()
      .meta({
        override: { type: ["string", "null"], pattern: "^[A-Z]{3}$", description: `ISO 4217; ${country.currency} where it is left out.` },
      }),
    url: line,
    confirmed: day,
    cancelled: z.union([z.boolean(), z.iso.date()], "yesOrNoNotUnderstood").nullish(),
    enrolment: list(z.strictObject({ from: day, until: day })),
  })
  .meta({
    id: "Session",
    description:
      "One run of an offering. What is left out of it is as it is for the offering, or not stated. One place is `town`, `address` and `postalCode`; several are `places`.",
  });

export const offeringDocument = z
  .strictObject({
    id: ownId.optional(),
    language: z
      .string("languageNotUnderstood")
      .regex(/^[a-z]{2}$/, "languageNotUnderstood")
      .nullish()
      .meta({ description: "Of the original texts." }),
    title: texts.refine((title) => Object.values(title).some((one) => one.trim() !== ""), "titleMissing"),
    summary: text,
    description: text,
    outcomes: list(
      z.strictObject({
        type: code("outcomeTypes").optional(),
        text: texts,
        skills: z.array(z.url("urlNotUnderstood")).max(200).optional(),
      }),
    ),
    ects: decimal(2, "numberNotUnderstood").nullish(),
    hours: decimal(1, "numberNotUnderstood").nullish(),
    eqf: z.int("eqfNotUnderstood").min(1, "eqfNotUnderstood").max(8, "eqfNotUnderstood").nullish(),
    cycle: code("cycles").nullish(),
    fields: list(field),
    modes: list(code("modes")),
    assessment: list(code("assessments")),
    assessmentNote: text,
    supervision: code("supervisions").nullish(),
    awardingBodies: list(
      z.string().max(300, "textTooLong").meta({ description: "An organisation of the register by slug or name, or another by name." }),
    ),
    quality: list(
      z
        .string()
        .refine(isQualityCode, "codeNotUnderstood")
        .meta({
          description: `${vocabulary("qualityStandards")
            .map((concept) => concept.code)
            .join(", ")}, or a national label by its code, such as label-care.`,
          examples: ["esg"],
        }),
    ),
    qualityNote: text,
    languages: list(language),
    setting: code("settings").nullish(),
    type: code("opportunityTypes").nullish(),
    prerequisites: text,
    grading: text,
    stacking: code("stackings").nullish(),
    stacksInto: list(z.string().max(300, "textTooLong").meta({ description: "Your own id of an offering, or `provider:id`." })),
    stackingNote: text,
    targetGroups: list(code("targetGroups")),
    keywords: z.record(z.string().regex(/^[a-z]{2}$/), z.array(z.string().max(100, "textTooLong")).max(50, "textTooLong")).nullish(),
    validation: code("validations").nullish(),
    validationNote: text,
    funding: list(code("fundings")),
    fundingNote: text,
    accessProvisions: list(code("accessProvisions")),
    accessibility: text,
    credential: list(code("credentialFormats")),
    contact: line,
    url: line,
    applyUrl: line,
    furtherInformation: text,
    publish: z
      .boolean("yesOrNoNotUnderstood")
      .default(false)
      .meta({ description: "Publish it at once. Without it, a draft or next version is kept." }),
    sessions: list(sessionDocument.extend({ id: ownId })),
  })
  .meta({ id: "Offering", description: "What is left out and was stated once for the whole catalogue is taken from there." });

export type OfferingDocument = z.output<typeof offeringDocument>;
export type SessionDocument = z.output<typeof sessionDocument>;
