import { createTranslator } from "use-intl/core";
import { dayOf } from "@/lib/clock";
import { addDays, type Day } from "@/lib/days/days";
import { formatDay, formatList, formatTime } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import de from "@/lib/i18n/messages/de/register.json";
import en from "@/lib/i18n/messages/en/register.json";
import fr from "@/lib/i18n/messages/fr/register.json";
import nl from "@/lib/i18n/messages/nl/register.json";
import { plainText } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";
import type { AccreditationDocument, AnswerDocument, TermDocument } from "./document";
import { toDate } from "./moment";

const words = { en, nl, fr, de };

function wordsIn(locale: Locale) {
  return createTranslator({ locale, messages: { register: words[locale] }, namespace: "register.sentence" });
}

type Words = ReturnType<typeof wordsIn>;

/** The answer as one sentence: yes or no, of whom, for what, on which day, by what the register knew when, and why. `today` only chooses the tense. */
export function sentenceOf(document: AnswerDocument, locale: Locale, today: Day): string {
  const t = wordsIn(locale);
  const { question, answer, basis } = document;
  const { validOn, provider } = question;
  const sentence = t(answer.verdict, {
    day: formatDay(validOn, locale, "long"),
    name: plainText(provider.name, locale) || provider.slug,
    tense: validOn < today ? "past" : validOn > today ? "future" : "present",
    scope: scopeOf(question, locale, "scope"),
    known: knownIn(question.asKnownOn, locale, t),
    because: becauseOf(document, locale, t),
  });
  const partly = basis.restrictions.filter(({ bears }) => bears === "part").flatMap(({ decision }) => decision?.number ?? []);
  if (answer.verdict === "no" || partly.length === 0) return sentence;
  return `${sentence} ${t("partly", { count: partly.length, decisions: formatList(partly.map(String), locale) })}`;
}

/** For what was asked: " for EQF 5 in field 0613 (…)" within the sentence, "EQF 5, field 0613 (…)" by itself; or nothing. */
export function scopeOf(
  { eqf, field }: Pick<AnswerDocument["question"], "eqf" | "field">,
  locale: Locale,
  as: "scope" | "asked" = "asked",
): string {
  const asked = eqf === null ? (field === null ? "any" : "field") : field === null ? "eqf" : "both";
  return wordsIn(locale)(as, { asked, eqf: String(eqf), field: field === null ? "" : fieldIn(field, locale) });
}

const fieldIn = (code: string, locale: Locale) => `${code} (${labelOf("fields", code, locale)})`;

/** "as the register knew it on 1 June 2026": a day, or a moment with its time. */
function knownIn(asKnownOn: string, locale: Locale, t: Words): string {
  if (asKnownOn.length === 10) return t("knownOn", { day: formatDay(asKnownOn, locale, "long") });
  const moment = toDate(asKnownOn);
  return t("knownAt", { day: formatDay(dayOf(moment), locale, "long"), time: formatTime(moment, locale) });
}

function becauseOf({ question, answer, basis }: AnswerDocument, locale: Locale, t: Words): string {
  const { reason } = answer;
  const [registration, accreditation, restriction] = [basis.registrations[0], basis.accreditations[0], basis.restrictions[0]];
  const day = (one: Day | null | undefined) => (one ? formatDay(one, locale, "long") : "");
  const last = (since: Day | null) => day(since && addDays(since, -1));
  const what = accreditation ? accreditationIn(accreditation, locale, t) : "";
  if (reason === null)
    return accreditation
      ? t(`because.covers.${accreditation.end}`, { what, last: day(accreditation.lastDay), number: endedBy(accreditation) })
      : "";

  switch (reason.code) {
    case "never-registered":
    case "no-accreditation":
    case "single-offerings":
      return t(`because.${reason.code}`);
    case "registration-ended":
      return t("because.registration-ended", { last: last(reason.since), ...by(registration) });
    case "registration-withdrawn":
    case "suspended":
      return t(`because.${reason.code}`, { since: day(reason.since), number: numberOf(registration) });
    case "registration-to-come":
      return t("because.registration-to-come", { from: day(reason.from) });
    case "lapsed":
      return t("because.lapsed", { what, last: last(reason.since), ...by(accreditation) });
    case "withdrawn":
      return t("because.withdrawn", { what, since: day(reason.since), number: numberOf(accreditation) });
    case "to-come":
      return t("because.to-come", { what, from: day(reason.from) });
    case "out-of-scope": {
      const parts = { eqf: String(question.eqf), field: question.field === null ? "" : fieldIn(question.field, locale) };
      return t("because.out-of-scope", { outside: reason.outside.length > 1 ? "both" : (reason.outside[0] ?? "both"), ...parts });
    }
    case "restricted":
      return t("because.restricted", { since: day(reason.since), number: numberOf(restriction) });
    default: {
      const restricts = restriction?.bears === "whole" && restriction.effect === reason.code ? restriction : accreditation;
      return t(`because.${reason.code}`, { on: day(reason.on), number: numberOf(restricts) });
    }
  }
}

/** “Institutional review” (ESG) of Keurwater. */
function accreditationIn({ title, standard, standardLabel, body }: AccreditationDocument, locale: Locale, t: Words): string {
  // It stands in brackets, and what some labels have in brackets of their own is told beside the sentence.
  const standardName = plainText(standardLabel, locale) || labelOf("qualityStandards", standard, locale).replace(/ \([^()]*\)$/, "");
  return t("what", { title: plainText(title, locale), standard: standardName, body: plainText(body.name, locale) || body.slug });
}

const numberOf = (one: TermDocument | undefined) => String(one?.decision?.number ?? "");
const endedBy = (one: TermDocument) => String(one.endedBy?.number ?? "");
const by = (one: TermDocument | undefined) => ({ ended: one?.endedBy ? "by" : "stated", number: one ? endedBy(one) : "" });
