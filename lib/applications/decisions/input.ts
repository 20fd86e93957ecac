import { z } from "zod";
import { isLocale } from "@/lib/i18n/locales";
import { isQualityCode } from "@/lib/terms/term";
import type { Texts } from "@/lib/texts/texts";
import { isCode } from "@/lib/vocabularies/vocabulary";

const optional = z.string().trim().max(300, "applicationTextTooLong").default("");
const day = z.string().trim().pipe(z.iso.date("dayNotUnderstood"));

/** What a registrar states who registers. The scope is asked only where they accredit at the same time. */
export const registrationInput = z
  .object({
    from: day,
    accredit: z.literal("yes", "valueNotAccepted").optional(),
    standard: optional,
    label: optional,
    /** The language in which the label is written. */
    language: z.string().refine(isLocale, "valueNotAccepted").default("en"),
    type: optional,
    levels: z.array(z.string()).default([]),
    fields: z.enum(["all", "some"], "valueNotAccepted").default("all"),
    field: z.array(z.string()).default([]),
    end: z.enum(["until", "open"], "endMissing").optional(),
    until: z.union([z.literal(""), day], "dayNotUnderstood").default(""),
  })
  .transform((given, context) => {
    const { from, accredit, standard, label, language, type, end, until } = given;
    if (!accredit) return { from, accreditation: null };
    const fault = (message: string, path: string) => context.addIssue({ code: "custom", message, path: [path] });
    const levels = given.levels.map(Number);
    if (!isQualityCode(standard)) fault("standardMissing", "standard");
    if (standard === "other" && label === "") fault("standardLabelMissing", "label");
    if (!isCode("accreditationTypes", type)) fault("accreditationTypeMissing", "type");
    if (levels.length === 0) fault("levelsMissing", "levels");
    if (levels.some((level) => !Number.isInteger(level) || level < 1 || level > 8)) fault("valueNotAccepted", "levels");
    if (given.fields === "some" && given.field.length === 0) fault("fieldsOfScopeMissing", "field");
    if (given.field.some((code) => !isCode("fields", code))) fault("valueNotAccepted", "field");
    if (!end) fault("endMissing", "end");
    if (end === "until" && until === "") fault("dayMissing", "until");
    if (end === "until" && until !== "" && until < from) fault("endsBeforeItBegins", "until");
    return {
      from,
      accreditation: {
        standard,
        label: (label ? { [language]: label } : {}) as Texts,
        type,
        levels: [...new Set(levels)].sort(),
        fields: given.fields === "all" ? null : given.field,
        /** The last day; null is stated as open-ended. */
        until: end === "until" ? until : null,
      },
    };
  });

export type RegistrationInput = z.output<typeof registrationInput>;
export type NewAccreditation = NonNullable<RegistrationInput["accreditation"]>;
