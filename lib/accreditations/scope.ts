import { country } from "@/lib/country/country";
import { formatList } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";

export type Scope = {
  eqfLevels: number[] | null;
  fields: string[] | null;
  settings: string[] | null;
  /** NUTS codes. */
  jurisdictions: string[] | null;
};

/** A part is null where the accreditation is not limited in it. */
export type ScopeInWords = { levels: string | null; fields: string | null; settings: string | null; regions: string | null };

/** The levels as fewest runs: 4, 5, 6 and 8 are "4–6" and "8". */
export function levelRuns(levels: number[]): string[] {
  const runs: { from: number; to: number }[] = [];
  for (const level of [...new Set(levels)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.to === level - 1) run.to = level;
    else runs.push({ from: level, to: level });
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
}

/** The name of a region; for a part of one that the country file does not name, the region that holds it. */
export function regionName(nuts: string, locale: string): string {
  for (let length = nuts.length; length > 2; length--) {
    const names = country.regions[nuts.slice(0, length)];
    if (names) return plainText(names, locale);
  }
  return nuts === country.country ? plainText(country.countryName, locale) : nuts;
}

/** "Accredited" always says for what: a scope in the reader's language. */
export function scopeInWords(scope: Scope, locale: string): ScopeInWords {
  const { eqfLevels, fields, settings, jurisdictions } = scope;
  return {
    levels: eqfLevels && formatList(levelRuns(eqfLevels), locale),
    // The names of fields hold commas and "and" themselves.
    fields: fields?.map((code) => labelOf("fields", code, locale)).join("; ") ?? null,
    settings:
      settings &&
      formatList(
        settings.map((code) => labelOf("settings", code, locale)),
        locale,
      ),
    regions:
      jurisdictions &&
      formatList(
        jurisdictions.map((code) => regionName(code, locale)),
        locale,
      ),
  };
}
