import type { OfferingContent } from "@/lib/offerings/content";
import { canonical } from "@/lib/offerings/publication";
import { comparedFields } from "@/lib/offerings/what-changed";
import type { EditedField, PartValues } from "./parts";

type Outcomes = OfferingContent["outcomes"];
type Outcome = Outcomes[number];

/** What two people wrote differently into the same place; `key` is a field, or a field and its language or number: `title.en`. */
export type Clash = { key: string; mine: unknown; theirs: unknown };

export type Merged = { values: PartValues; clashes: Clash[] };

/** One place of three states: whoever changed it wins, and two who changed it differently clash. */
function choose<T>(key: string, base: T, mine: T, theirs: T, clashes: Clash[], same: (a: T, b: T) => boolean = isSame): T {
  if (same(mine, base) || same(mine, theirs)) return theirs;
  if (!same(theirs, base)) clashes.push({ key, mine, theirs });
  return mine;
}

/**
 * Brings together what I write now (`mine`) with what somebody else saved (`theirs`) since the state from which I began (`base`). Texts meet
 * language by language, outcomes one by one, all else field by field. Only what `mine` names is looked at.
 */
export function mergeContents(base: PartValues, mine: PartValues, theirs: OfferingContent): Merged {
  const clashes: Clash[] = [];
  const merged: Record<string, unknown> = {};
  for (const field of Object.keys(mine) as EditedField[]) {
    const kind = comparedFields[field];
    const [was, now, other] = [base[field], mine[field], theirs[field]];
    if (field === "outcomes") merged[field] = mergeOutcomes((was ?? []) as Outcomes, now as Outcomes, other as Outcomes, clashes);
    else if (kind === "texts" || kind === "words")
      merged[field] = mergeLanguages(field, (was ?? {}) as Languages, now as Languages, other as Languages, clashes);
    else merged[field] = choose<unknown>(field, was, now, other, clashes, isSameValue);
  }
  return { values: merged as PartValues, clashes };
}

type Languages = Record<string, string | string[]>;

function mergeLanguages(field: string, base: Languages, mine: Languages, theirs: Languages, clashes: Clash[]): Languages {
  const merged = { ...theirs };
  for (const [language, text] of Object.entries(mine)) {
    const value = choose(`${field}.${language}`, base[language] ?? "", text, theirs[language] ?? "", clashes, isSameText);
    if (value.length === 0) delete merged[language];
    else merged[language] = value;
  }
  return merged;
}

function mergeOutcomes(base: Outcomes, mine: Outcomes, theirs: Outcomes, clashes: Clash[]): Outcomes {
  const aligned = base.length === mine.length && base.length === theirs.length && !isMoved(base, mine) && !isMoved(base, theirs);
  if (!aligned) return choose("outcomes", base, mine, theirs, clashes);
  return mine.map((outcome, position) => {
    const [was, other] = [base[position], theirs[position]];
    return was && other ? mergeOutcome(position, was, outcome, other, clashes) : outcome;
  });
}

/** An outcome that stands in another place than it did: then places do not tell which is which. */
function isMoved(base: Outcomes, now: Outcomes): boolean {
  return now.some((outcome, position) => !isSame(outcome, base[position]) && base.some((other) => isSame(other, outcome)));
}

function mergeOutcome(position: number, base: Outcome, mine: Outcome, theirs: Outcome, clashes: Clash[]): Outcome {
  const own: Clash[] = [];
  const type = choose("type", base.type, mine.type, theirs.type, own);
  const skills = choose("skills", base.skills, mine.skills, theirs.skills, own);
  const everywhere = Object.fromEntries(Object.keys({ ...base.text, ...theirs.text, ...mine.text }).map((code) => [code, ""]));
  const text = mergeLanguages("text", base.text, { ...everywhere, ...mine.text }, theirs.text, own) as Outcome["text"];
  if (own.length > 0) clashes.push({ key: `outcomes.${position}`, mine, theirs });
  return { type, skills, text };
}

function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** Of several boxes that were ticked, the order says nothing. */
export function isSameValue(a: unknown, b: unknown): boolean {
  const sorted = (value: unknown) => (Array.isArray(value) ? value.map((one) => canonical(one)).sort() : value);
  return isSame(sorted(a), sorted(b));
}

/** A browser sends the ends of lines as CRLF, and blanks at the end mean nothing. */
function isSameText(a: string | string[], b: string | string[]): boolean {
  const plain = (value: string | string[]) => (typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : value.join("\n"));
  return plain(a) === plain(b);
}

/** The state from which the next attempt begins: at the places that clashed, what the other one wrote has now been seen. */
export function baseAfter(base: PartValues, clashes: Clash[]): PartValues {
  return clashes.reduce((state, { key, theirs }) => put(state, key, theirs), base);
}

/** Gives up what I wrote at some places, for what stands in the state from which I began. */
export function giveUp(mine: PartValues, base: PartValues, keys: string[]): PartValues {
  return keys.reduce((state, key) => put(state, key, at(base, key)), mine);
}

function at(values: PartValues, key: string): unknown {
  const [field = "", within] = key.split(".");
  const value = (values as Record<string, unknown>)[field];
  return within === undefined ? value : (value as Record<string, unknown> | undefined)?.[within];
}

function put(values: PartValues, key: string, value: unknown): PartValues {
  const [field = "", within] = key.split(".");
  if (within === undefined) return { ...values, [field]: value };
  const holder = (values as Record<string, unknown>)[field];
  if (Array.isArray(holder)) return { ...values, [field]: holder.with(Number(within), value) };
  return { ...values, [field]: { ...(holder as object | undefined), [within]: value ?? "" } };
}
