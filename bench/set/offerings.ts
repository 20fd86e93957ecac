import type { Random } from "@/bench/random";
import { addDays, type Day } from "@/lib/days/days";
import { completenessOf } from "@/lib/offerings/completeness";
import { type OfferingContent, offeringContent } from "@/lib/offerings/content";
import { fieldWithBroader, vocabulary } from "@/lib/vocabularies/vocabulary";
import type { ProviderRow } from "./providers";
import type { CourseText } from "./texts";

export type OfferingRow = {
  id: string;
  slug: string;
  provider_id: string;
  external_id: string;
  current_version_id: string;
  first_published_at: string;
};
export type VersionRow = Record<string, unknown> & { id: string; content: OfferingContent };

const codes = (name: Parameters<typeof vocabulary>[0]) => vocabulary(name).map(({ code }) => code);
const detailed = codes("fields").filter((code) => code.length === 4);
const lists = {
  assessments: codes("assessments"),
  fundings: codes("fundings"),
  targetGroups: codes("targetGroups"),
  access: codes("accessProvisions"),
};

const levels = [
  [3, 6],
  [4, 14],
  [5, 22],
  [6, 32],
  [7, 22],
  [8, 4],
] as const;
export const someModes = [
  ["onsite", 40],
  ["online", 24],
  ["blended", 20],
  ["hybrid", 8],
  ["workplace", 6],
  ["project", 1.5],
  ["research-lab", 0.5],
] as const;
const sizes = [0.5, 1, 2, 3, 3, 3, 4, 5, 5, 6, 6, 8, 10, 12, 15, 20, 30, 60] as const;

export const someSkills = Array.from({ length: 40 }, (_, number) => `http://data.europa.eu/esco/skill/national-${number}`);

/** Half of the outcomes name a skill, by their words: drawn at random, all that comes after would be drawn otherwise. */
const skillsOf = (outcome: string) =>
  outcome.length % 2 === 0 ? someSkills.slice((outcome.length / 2) % 40, ((outcome.length / 2) % 40) + 1) : [];

function contentOf(random: Random, text: CourseText, provider: ProviderRow, round: number): OfferingContent {
  const { language } = text;
  const ects = random.chance(0.88) ? random.pick(sizes) : null;
  const sentence = text.description.slice(0, 220);
  const title = round === 0 ? text.title : `${text.title} ${["I", "II", "III", "IV"][round % 4]}`;
  const note = { [language]: text.outcomes[0] ?? text.title };
  return offeringContent.parse({
    originalLanguage: language,
    title: { [language]: title },
    summary: { [language]: sentence },
    description: { [language]: text.description },
    outcomes: text.outcomes.map((outcome) => ({
      type: random.pick(["knowledge", "skill", "responsibility"]),
      text: { [language]: outcome },
      skills: skillsOf(outcome),
    })),
    ects,
    hours: ects === null || random.chance(0.4) ? Math.round((ects ?? 2) * 27) : null,
    eqf: random.weighted(levels),
    fields: [...new Set([1, 2].slice(0, random.chance(0.25) ? 2 : 1).map(() => detailed[random.skewed(detailed.length)] ?? "0011"))],
    modes: [...new Set([1, 2].slice(0, random.chance(0.2) ? 2 : 1).map(() => random.weighted(someModes)))],
    assessment: random.some(lists.assessments, random.int(1, 2)),
    supervision: random.chance(0.6) ? "supervised" : null,
    awardingBodies: [{ slug: provider.slug, name: provider.names.nl ?? provider.slug }],
    quality: random.chance(0.9) ? [provider.standard] : [...new Set([provider.standard, "eqf-annex-iv"])],
    languages: random.chance(0.12) ? [...new Set([language, "en"])] : [language],
    setting: random.chance(0.9) ? random.pick(["formal", "non-formal"]) : null,
    type: "course",
    prerequisites: random.chance(0.5) ? note : {},
    grading: random.chance(0.3) ? note : {},
    stacking: random.chance(0.6) ? random.pick(["stackable", "stand-alone"]) : null,
    accessProvisions: random.some(lists.access, random.int(0, 3)),
    targetGroups: random.some(lists.targetGroups, random.int(0, 2)),
    keywords: text.keywords.length > 0 ? { [language]: text.keywords } : {},
    funding: random.some(lists.fundings, random.int(0, 2)),
    credential: random.chance(0.5) ? ["edc"] : [],
    url: random.chance(0.7) ? `https://${provider.slug}.example/course` : null,
  });
}

/** One published offering and its one version. */
export function someOffering(random: Random, text: CourseText, provider: ProviderRow, number: number, round: number, today: Day) {
  const content = contentOf(random, text, provider, round);
  const id = random.uuid();
  const versionId = random.uuid();
  // Nothing can be published before the provider is registered: all became effective within the last 14 months.
  const effectiveFrom = addDays(today, -random.int(1, 420));
  const offering: OfferingRow = {
    id,
    slug: `${provider.slug}-${number}`,
    provider_id: provider.id,
    external_id: `C-${number}`,
    current_version_id: versionId,
    first_published_at: `${effectiveFrom} 09:00:00+01`,
  };
  const version: VersionRow = {
    id: versionId,
    offering_id: id,
    number: 1,
    effective_from: effectiveFrom,
    published_at: offering.first_published_at,
    content,
    title: content.title[content.originalLanguage] ?? "",
    eqf: content.eqf,
    ects: content.ects,
    hours: content.hours,
    fields: [...new Set(content.fields.flatMap(fieldWithBroader))],
    modes: content.modes,
    languages: content.languages,
    quality: content.quality,
    setting: content.setting,
    completeness: completenessOf(content).score,
    search_text: [content.title, content.summary, content.description].flatMap((texts) => Object.values(texts)).join("\n"),
  };
  return { offering, version };
}
