import type { Problem, ProblemCode } from "@/lib/result";
import { fieldWithBroader } from "@/lib/vocabularies/vocabulary";
import { completenessOf, type Element } from "./completeness";
import type { OfferingContent } from "./content";

export type NextStep = "unchanged" | "new-version" | "new-offering";

/** Below this share of common words, outcomes are other outcomes. One of two reworded, or all of them lightly, stay above it. */
const sameOutcomesFrom = 0.4;

/**
 * The identity rule (design, section 2): same ECTS and substantially the same outcomes keep the identifier. ECTS count as changed
 * where both states name them and they differ. Outcomes are compared in the original language by the words they share (Dice's
 * coefficient over all words with their number): a typo, one outcome reworded or added, or another language beside it is a new
 * version of the same offering; outcomes that have less than `sameOutcomesFrom` in common make a new one.
 */
export function nextStep(live: OfferingContent | null, next: OfferingContent): NextStep {
  if (live === null) return "new-version";
  if (isSameContent(live, next)) return "unchanged";
  if (live.ects !== null && next.ects !== null && live.ects !== next.ects) return "new-offering";
  return outcomesAreOthers(live, next) ? "new-offering" : "new-version";
}

export function outcomesAreOthers(live: OfferingContent, next: OfferingContent): boolean {
  return outcomesInCommon(live, next) < sameOutcomesFrom;
}

export function outcomesInCommon(live: OfferingContent, next: OfferingContent): number {
  const [before, after] = [live, next].map(({ outcomes }) => outcomes.map(({ text }) => text[live.originalLanguage] ?? "").join(" "));
  const [old, now] = [wordCounts(before ?? ""), wordCounts(after ?? "")];
  const total = sum(old) + sum(now);
  // Nothing to compare, or a change of the original language: not a reason to give up the identifier.
  if (sum(old) === 0 || sum(now) === 0) return 1;
  let common = 0;
  for (const [word, count] of old) common += Math.min(count, now.get(word) ?? 0);
  return (2 * common) / total;
}

function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]{2,}/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: Map<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

/** The same statements, in whatever order their parts were written down. An awarding body that was renamed is the same body. */
export function isSameContent(a: OfferingContent, b: OfferingContent): boolean {
  return canonical(comparable(a)) === canonical(comparable(b));
}

function comparable(content: OfferingContent) {
  return {
    ...content,
    awardingBodies: content.awardingBodies.map(({ slug, name }) => slug ?? name),
    statedForCatalogue: [...content.statedForCatalogue].sort(),
    // Versions from before the list of provisions was there have none.
    accessProvisions: content.accessProvisions ?? [],
    // Which original a translation was made from is for those who keep it: readers see no difference.
    translatedFrom: undefined,
  };
}

/** JSON with sorted keys; what is undefined is left out, as Postgres does. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const missingCodes: Partial<Record<Element, [ProblemCode, string]>> = {
  title: ["titleMissing", "title"],
  awardingBodies: ["awardingBodiesMissing", "awarding_bodies"],
  outcomes: ["outcomesMissing", "outcomes"],
  workload: ["workloadMissing", "ects"],
  eqf: ["eqfMissing", "eqf"],
  assessment: ["assessmentMissing", "assessment"],
  modes: ["modesMissing", "modes"],
  quality: ["qualityMissing", "quality"],
  languages: ["languagesMissing", "languages"],
  fields: ["fieldsMissing", "fields"],
};

/** The mandatory elements that an offering lacks, each with the column of the template that states it. */
export function problemsWithPublishing(content: OfferingContent): Problem[] {
  return completenessOf(content).missing.flatMap((element) => {
    const [code, field] = missingCodes[element] ?? [];
    return code && field ? [{ code, field }] : [];
  });
}

/** The searchable facts that stand beside a version's content. */
export function factsOfVersion(content: OfferingContent) {
  return {
    title: titleOf(content),
    eqf: content.eqf ?? 0,
    ects: content.ects,
    hours: content.hours,
    fields: [...new Set(content.fields.flatMap(fieldWithBroader))].sort(),
    modes: content.modes,
    languages: content.languages,
    quality: content.quality,
    setting: content.setting,
    completeness: completenessOf(content).score,
    searchText: searchTextOf(content),
  };
}

/** The title in the original language. */
export function titleOf({ title, originalLanguage }: OfferingContent): string {
  return title[originalLanguage] ?? Object.values(title)[0] ?? "";
}

/** Postgres refuses an index entry for a word list over a megabyte; no offering needs more words than this to be found. */
const longestSearchText = 100_000;

/** All words of an offering in all its languages; the provider's name is not among them. */
function searchTextOf(content: OfferingContent): string {
  const { title, summary, description, prerequisites, furtherInformation, outcomes, keywords } = content;
  const texts = [title, summary, ...outcomes.map(({ text }) => text), description, prerequisites, furtherInformation].flatMap((text) =>
    Object.values(text),
  );
  return [...texts, ...Object.values(keywords).flat()]
    .join("\n")
    .slice(0, longestSearchText)
    .replace(/[\ud800-\udbff]$/, "");
}

/** A page address out of a title. */
export function slugFor(title: string): string {
  const words = title.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").replace(/œ/gi, "oe").toLowerCase();
  const slug = words.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return (
    slug
      .slice(0, 70)
      .replace(/-[^-]*$/, (end) => (slug.length > 70 ? "" : end))
      .replace(/-+$/, "") || "offering"
  );
}
