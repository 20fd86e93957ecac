import type { OfferingContent } from "@/lib/offerings/content";
import { isLabelCode } from "@/lib/terms/term";
import { type QualityFacts, qualityFlagKinds, qualityFlagsOf } from "./quality-flags";
import verbs from "./verbs.json";

/** What the machine looks for. Each is a question to an officer and never a finding. */
export const flagKinds = ["workload", "level", "bounds", "quality", "copied", "unconfirmed", ...qualityFlagKinds] as const;
export type FlagKind = (typeof flagKinds)[number];
export type Flag = { kind: FlagKind; values: Record<string, string | number> };

/** What the rules know beside the text itself. */
export type FlagFacts = {
  content: OfferingContent;
  hoursPerEcts: { from: number; to: number };
  bounds: { ectsMin: number; ectsMax: number } | undefined;
  /** The standards of the accreditations in force that cover the offering. */
  coveredStandards: string[];
  copy: { slug: string; percent: number } | undefined;
  /** Sessions that begin within 30 days and of which nobody ever said that they take place. */
  neverConfirmed: number;
  /** What quality agencies say of the provider; undefined where nothing of theirs was ever imported. */
  reported?: QualityFacts | undefined;
};

export function flagsOf(facts: FlagFacts): Flag[] {
  const found = [workload(facts), level(facts.content), bounds(facts), quality(facts), copied(facts), unconfirmed(facts)];
  return [...found.filter((flag) => flag !== undefined), ...qualityFlagsOf(facts.content, facts.reported)];
}

/** Hours outside what the country counts for the stated credits. */
function workload({ content: { ects, hours }, hoursPerEcts: { from, to } }: FlagFacts): Flag | undefined {
  if (ects === null || hours === null) return undefined;
  // A provider rounds to whole hours.
  if (hours >= Math.floor(ects * from) && hours <= Math.ceil(ects * to)) return undefined;
  return { kind: "workload", values: { ects, hours, from: Math.floor(ects * from), to: Math.ceil(ects * to) } };
}

function bounds({ content: { ects }, bounds: held }: FlagFacts): Flag | undefined {
  if (ects === null || !held || (ects >= held.ectsMin && ects <= held.ectsMax)) return undefined;
  return { kind: "bounds", values: { ects, min: held.ectsMin, max: held.ectsMax } };
}

function quality({ content, coveredStandards }: FlagFacts): Flag | undefined {
  const uncovered = content.quality.filter(
    (standard) => standard !== "other" && !isLabelCode(standard) && !coveredStandards.includes(standard),
  );
  return uncovered.length > 0 ? { kind: "quality", values: { standards: uncovered.join(" ") } } : undefined;
}

function copied({ copy }: FlagFacts): Flag | undefined {
  return copy && { kind: "copied", values: copy };
}

function unconfirmed({ neverConfirmed }: FlagFacts): Flag | undefined {
  return neverConfirmed > 0 ? { kind: "unconfirmed", values: { sessions: neverConfirmed } } : undefined;
}

/** At most this level for verbs of recall, at least that one for verbs of judgement and making. */
const [lowUpTo, highFrom] = [5, 5];

/**
 * Whether the verbs of the outcomes speak of another level: two or more that are known, and all of them from the other end. One verb alone, or a
 * mixture, says nothing.
 */
function level({ eqf, outcomes, originalLanguage }: OfferingContent): Flag | undefined {
  const known = (verbs as Record<string, { low: string[]; high: string[] }>)[originalLanguage];
  if (eqf === null || !known) return undefined;
  const words = outcomes.map(({ text }) => firstWords(text[originalLanguage] ?? ""));
  const pick = (list: string[]) => words.flatMap((some) => some.find((word) => list.includes(word)) ?? []);
  const [low, high] = [pick(known.low), pick(known.high)];
  const says = (found: string[]): Flag => ({ kind: "level", values: { level: eqf, verbs: [...new Set(found)].join(", ") } });
  if (eqf > lowUpTo && low.length >= 2 && high.length === 0 && low.length * 2 >= words.length) return says(low);
  if (eqf < highFrom && high.length >= 2 && low.length === 0 && high.length * 2 >= words.length) return says(high);
  return undefined;
}

/** An outcome leads with its verb, but for a word or two such as “can” or “the learner”. */
function firstWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, 4) ?? []
  );
}
