import "server-only";
import { sql } from "drizzle-orm";
import { cache } from "react";
import { type Database, db } from "@/db";
import type { Actor } from "@/lib/auth/permissions";
import { findOversight } from "@/lib/authorities/queries";
import { today } from "@/lib/clock";
import { authoritiesCalled, country } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";
import { plainText } from "@/lib/texts/texts";
import {
  type History,
  historyOf,
  type Label,
  labelsAhead,
  labelsFor,
  levelsOf,
  type NationalLevel,
  nationalLevels,
  type Term,
  type TermKind,
  termsOn,
  withChanges,
} from "./term";

const file = levelsOf(country.frameworks, country.languages);

/** All levels and labels with all that they were and will be called: what the country's file says, and what the instance has changed. */
export async function readTerms(database: Database = db): Promise<Term[]> {
  const changed = await database.execute<Term>(sql`
    select kind, code, names, eqf, given_by as "givenBy", url, lower(valid)::text as from, upper(valid)::text as until
    from vocabulary_terms order by lower(valid) nulls first`);
  return withChanges(file, changed);
}

/** For pages: read once for each request. */
export const findTerms = cache(async () => await readTerms());

/** What an offering's page shows of its levels and labels, as they were called on a day. */
export async function findOfferingTerms(
  { eqf, quality, answering }: { eqf: number | null; quality: readonly string[]; answering: readonly string[] },
  day: Day,
): Promise<{ levels: NationalLevel[]; labels: Label[] }> {
  const terms = await findTerms();
  return {
    levels: authoritiesCalled(answering).flatMap((one) => nationalLevels(terms, country.frameworks, one, eqf ?? 0, day)),
    labels: labelsFor(terms, quality, day, today()),
  };
}

/** Labels by what they are called today, those that have ended too: what a search was made by stays readable. */
export async function nameLabels(locale: string): Promise<Record<string, string>> {
  const day = today();
  const terms = await findTerms();
  const codes = new Set(terms.flatMap(({ kind, code, from }) => (kind === "label" && (from === null || from <= day) ? [code] : [])));
  return Object.fromEntries(labelsFor(terms, [...codes], day, day).map(({ code, names }) => [code, plainText(names, locale)]));
}

/** The labels that can be stated today. */
export async function listLabels(database: Database = db): Promise<Term[]> {
  return termsOn(await readTerms(database), "label", today());
}

/** What a form of a decision offers beside the fixed standards. */
export async function listLabelsAhead(): Promise<Term[]> {
  return labelsAhead(await findTerms(), today());
}

/** What a form offers: the labels that can be stated today, and those that are stated already, marked where they have ended. */
export async function choosableLabels(stated: readonly string[]): Promise<Label[]> {
  const [terms, day] = [await findTerms(), today()];
  const codes = new Set([...termsOn(terms, "label", day).map(({ code }) => code), ...stated]);
  return labelsFor(terms, [...codes], day, day);
}

/** The terms of a kind with their histories, for those who keep vocabularies. Undefined for whoever keeps no authority. */
export async function listTerms(actor: Actor, kind: TermKind): Promise<History[] | undefined> {
  if (!(await findOversight(actor, "vocabulary.read"))) return undefined;
  const terms = await findTerms();
  const codes = [...new Set(terms.flatMap((term) => (term.kind === kind ? [term.code] : [])))].sort();
  return codes.flatMap((code) => {
    const history = historyOf(terms, code);
    return history ? [history] : [];
  });
}
