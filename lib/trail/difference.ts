import { type Texts, textIn } from "@/lib/texts/texts";

/** What one part of a record was and is; null where there was or is nothing. */
export type Difference = { field: string; was: string | null; now: string | null };

/**
 * What an event changed, part by part: what only stands on one side was added or taken away, and what is the same on both is left out.
 * An event that carries no record but a single value has one part without a name.
 */
export function differences(before: unknown, after: unknown, locale: string): Difference[] {
  const [was, now] = [partsOf(before), partsOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(now)])].flatMap((field) => {
    const [one, other] = [spell(was[field], locale), spell(now[field], locale)];
    return one === other ? [] : [{ field, was: one, now: other }];
  });
}

function partsOf(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {};
  return isRecord(value) ? value : { "": value };
}

/** A value in words: a text in the reader's language, lists one after the other, a record with the names of its parts. */
function spell(value: unknown, locale: string): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((one) => spell(one, locale) ?? "–").join("; ");
  if (!isRecord(value)) return String(value);
  const parts = Object.entries(value);
  if (parts.length === 0) return null;
  if (isTexts(value)) return textIn(value, locale)?.text ?? null;
  const said = parts.flatMap(([name, part]) => {
    const words = spell(part, locale);
    return words === null ? [] : [`${name}: ${words}`];
  });
  return said.length === 0 ? null : said.join(", ");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text in several languages: nothing but texts, under codes of languages. */
function isTexts(value: Record<string, unknown>): value is Texts {
  return Object.entries(value).every(([language, text]) => /^[a-z]{2}$/.test(language) && typeof text === "string");
}
