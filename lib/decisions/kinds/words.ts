import { country } from "@/lib/country/country";
import type { ProblemCode } from "@/lib/result";
import type { Texts } from "@/lib/texts/texts";

/** The fields of a form as they were sent: a name that occurs twice has two values. */
export type SentForm = Record<string, string[]>;

export type Fault = (code: ProblemCode, field: string) => void;

/** Learners read it in their language: it is asked in each of the country's. */
export function statementOf(form: SentForm, fault: Fault): Texts {
  const texts = textsOf(form, "statement");
  for (const language of country.languages) {
    if (!texts[language]) fault("statementMissing", `statement.${language}`);
    if ((texts[language]?.length ?? 0) > 1000) fault("statementTooLong", `statement.${language}`);
  }
  return texts;
}

export function reasonsOf(form: SentForm, fault: Fault): Texts {
  const texts = textsOf(form, "reasons");
  if (Object.keys(texts).length === 0) fault("reasonsMissing", `reasons.${country.languages[0]}`);
  for (const language of country.languages) if ((texts[language]?.length ?? 0) > 10_000) fault("reasonsTooLong", `reasons.${language}`);
  return texts;
}

export function textsOf(form: SentForm, name: string): Texts {
  return Object.fromEntries(
    country.languages.flatMap((language) => {
      const said = form[`${name}.${language}`]?.[0]?.trim();
      return said ? [[language, said]] : [];
    }),
  );
}
