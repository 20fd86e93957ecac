import type { VocabularyTerm } from "@/db/schema";
import type { Authority } from "@/lib/country/country";
import type { Country } from "@/lib/country/input";
import { contains, type Day, type Period } from "@/lib/days/days";
import { plainText } from "@/lib/texts/texts";
import { findConcept, isCode, labelOf } from "@/lib/vocabularies/vocabulary";

/** A national level or a quality label as it is called for a time. Null is since ever, or until somebody ends it. */
export type Term = Pick<VocabularyTerm, "kind" | "code" | "names" | "eqf" | "givenBy" | "url"> & Period;

export type TermKind = Term["kind"];
type Framework = Country["frameworks"][number];

/** What an offering may state as its quality assurance: a standard of the fixed list, or what may be a label of the instance. */
export function isQualityCode(code: string): boolean {
  return isCode("qualityStandards", code) || isLabelCode(code);
}

/** Whether a code has the form of a label; which labels there are, and when, only the instance knows. */
export function isLabelCode(code: string): boolean {
  return /^label-[a-z0-9-]{1,60}$/.test(code);
}

/** The levels that the country's file names, each since ever. */
export function levelsOf(frameworks: readonly Framework[], languages: readonly string[]): Term[] {
  return frameworks.flatMap(({ code, levels }) =>
    Object.entries(levels).map(([eqf, name]) => ({
      kind: "level" as const,
      code: `${code}/${eqf}`,
      names: Object.fromEntries(languages.map((language) => [language, name])),
      eqf: Number(eqf),
      givenBy: null,
      url: null,
      from: null,
      until: null,
    })),
  );
}

/** The file is the start: of a term of which the instance has said anything, the file says nothing any more. */
export function withChanges(file: readonly Term[], changed: readonly Term[]): Term[] {
  const codes = new Set(changed.map(({ code }) => code));
  return [...file.filter(({ code }) => !codes.has(code)), ...changed];
}

/** A term with all that it was and will be called, the first name first. */
export type History = [Term, ...Term[]];

export function historyOf(terms: readonly Term[], code: string): History | undefined {
  const [first, ...later] = terms.filter((term) => term.code === code).sort((a, b) => (a.from ?? "").localeCompare(b.from ?? ""));
  return first && [first, ...later];
}

/** A term as it was called on a day: what holds then, else what held last, else what comes first. */
export function termOn(terms: readonly Term[], code: string, day: Day): Term | undefined {
  const history = historyOf(terms, code);
  return history?.find((term) => contains(term, day)) ?? history?.findLast(({ from }) => from === null || from <= day) ?? history?.[0];
}

/** The terms of a kind that hold on a day. */
export function termsOn(terms: readonly Term[], kind: TermKind, day: Day): Term[] {
  return terms.filter((term) => term.kind === kind && contains(term, day)).sort((a, b) => a.code.localeCompare(b.code));
}

/** The day since which a term does not hold, where it held before; null while it holds, will hold first, or is called otherwise. */
export function endedOn(terms: readonly Term[], code: string, today: Day): Day | null {
  const history = historyOf(terms, code) ?? [];
  if (history.some((term) => contains(term, today))) return null;
  return history.findLast(({ until }) => until !== null && until <= today)?.until ?? null;
}

/** The labels that a decision can be taken by: what holds today, or will. Which one holds on its day is looked at once the day is known. */
export function labelsAhead(terms: readonly Term[], today: Day): Term[] {
  return terms
    .filter(({ kind, until }) => kind === "label" && (until === null || until > today))
    .sort((a, b) => a.code.localeCompare(b.code) || (a.from ?? "").localeCompare(b.from ?? ""))
    .filter(({ code }, place, all) => all.findIndex((one) => one.code === code) === place);
}

/** What an accreditation by a standard is called: a label as on the day from which it holds. Undefined where the label does not hold then. */
export function namesOfStandard(standard: string, other: Term["names"], labels: readonly Term[], day: Day) {
  if (standard === "other") return { title: other, standardLabel: other };
  if (!isLabelCode(standard)) return { title: findConcept("qualityStandards", standard)?.labels ?? {}, standardLabel: {} };
  const names = labels.find((term) => term.code === standard && contains(term, day))?.names;
  return names && { title: names, standardLabel: names };
}

export type NationalLevel = { framework: Framework; code: string; names: Term["names"] };

/** The levels of an authority's framework that correspond to an EQF level on a day. A framework may have several, or none. */
export function nationalLevels(terms: readonly Term[], frameworks: readonly Framework[], authority: Authority, eqf: number, day: Day) {
  return frameworks
    .filter(({ code }) => code === authority.framework)
    .flatMap((framework): NationalLevel[] =>
      termsOn(terms, "level", day)
        .filter((term) => term.eqf === eqf && term.code.startsWith(`${framework.code}/`))
        .map(({ code, names }) => ({ framework, code, names })),
    );
}

/** VKS 5. */
export function levelName({ framework, names }: NationalLevel, locale: string): string {
  return `${framework.short} ${plainText(names, locale)}`;
}

/** A label as a page shows it: by its name on the page's day, marked where it has ended by now. */
export type Label = Pick<Term, "code" | "names" | "givenBy" | "url"> & { endedOn: Day | null };

export function labelsFor(terms: readonly Term[], codes: readonly string[], day: Day, today: Day): Label[] {
  return codes.flatMap((code) => {
    const term = isLabelCode(code) && termOn(terms, code, day);
    return term ? [{ code, names: term.names, givenBy: term.givenBy, url: term.url, endedOn: endedOn(terms, code, today) }] : [];
  });
}

/** What a quality standard or label is called; a label that nobody named stands by its code. */
export function qualityName(labels: readonly Pick<Label, "code" | "names">[], code: string, locale: string): string {
  return plainText(labels.find((label) => label.code === code)?.names, locale) || labelOf("qualityStandards", code, locale);
}
