import type { Names, Texts } from "@/db/schema";
import { country } from "@/lib/country/country";
import { addDays, type Day, dayNumber } from "@/lib/days/days";
import type { OfferingContent } from "@/lib/offerings/content";
import { isCurrent, lastEnrolmentDay, openWindow } from "@/lib/sessions/session";
import { wordsOf } from "@/lib/skills/words";
import type { VisiblePeriod } from "@/lib/visibility/visibility";
import { fieldWithBroader, labelOf } from "@/lib/vocabularies/vocabulary";
import { type CardAccreditation, type CardSession, cardSession } from "./card";
import { partsOf } from "./compounds";
import { tokensOf, withDay, withPrice } from "./run-tokens";
import type { SessionRecord } from "./session-record";

/** Numbers that stand for "no end" and "no beginning" where the engine compares numbers. */
export const never = 4_000_000_000;
export const always = 0;

/** Everything that is known of a published offering when it is indexed. */
export type OfferingRecord = {
  id: string;
  slug: string;
  externalId: string;
  provider: { slug: string; names: Texts[]; town: string | null; providerType: string | null };
  content: OfferingContent;
  /** What the skills that its outcomes name are called, as far as they are known. */
  taught: { labels: Texts; alternatives: Names }[];
  eqf: number;
  completeness: number;
  publishedAt: Date;
  visible: VisiblePeriod | null;
  accreditation: CardAccreditation;
  /** The next day on which another accreditation or effect holds, if one is known. */
  accreditationTurns: Day | null;
  sessions: SessionRecord[];
};

/** What both indexes hold: the filters that belong to the offering, and its words. */
export type Shared = Record<
  `${"title" | "keywords" | "outcomes" | "parts" | "skillNames" | "fieldNames" | "summary" | "description"}_${string}`,
  string | string[]
> & {
  code: string;
  providerName: string[];
  provider: string;
  eqf: number;
  ects: number | null;
  hours: number | null;
  /** In hours: as stated, or what its credits stand for at the least. */
  workload: number | null;
  fields: string[];
  topics: string[];
  skills: string[];
  assessment: string[];
  qa: string[];
  providerType: string | null;
  funding: string[];
  targets: string[];
  access: string[];
  priorLearning: string[];
  credential: string[];
  stackable: boolean;
  /** Whether who is assessed has shown who they are. */
  identified: boolean;
  completeness: number;
  published: number;
  visibleFrom: number;
  visibleUntil: number;
};

/** One result. Its session facts (from `modes` on) hold until the day `changesOn`; after that only the run index is exact. */
export type OfferingDocument = Shared & {
  id: string;
  slug: string;
  modes: string[];
  langs: string[];
  schedules: string[];
  spots: number[];
  regions: string[];
  /** Combinations of session facts, and these with a day or a price: run-tokens.ts. */
  runs: number[];
  starts: number[];
  prices: number[];
  open: boolean;
  free: boolean;
  nextStart: number;
  minPrice: number;
  changesOn: number;
  card: {
    original: string;
    /** The language of `title_en`: the original's, where that has no field of its own and nobody translated the title. */
    englishTitle: string;
    provider: { slug: string; name: Texts; town: string | null };
    fields: string[];
    modes: string[];
    languages: string[];
    funding: string[];
    accreditation: CardAccreditation;
    sessions: CardSession[];
  };
};

/** Supervised, and with identity verified (Recommendation, Annex I). */
export const identifiedSupervisions = ["supervised-online-id", "supervised-onsite-id"];

const searchedLanguages = ["en", "nl", "fr", "de"];

export function sharedOf(record: OfferingRecord): Shared {
  const { content } = record;
  const words: Record<string, string | string[]> = {};
  for (const language of searchedLanguages) {
    const add = (name: string, value: string | string[] | undefined) => {
      if (value && value.length > 0) words[`${name}_${language}`] = value;
    };
    add("title", content.title[language]);
    add("keywords", content.keywords[language]);
    add(
      "outcomes",
      content.outcomes.flatMap(({ text }) => text[language] ?? []),
    );
    const compounding = [content.title[language], ...(content.keywords[language] ?? []), content.summary[language]].join(" ");
    add("parts", partsOf(compounding, language));
    add("skillNames", distinct(record.taught.flatMap((skill) => wordsOf(skill, language))));
    // What it is about, in every language: it is found by who reads none of those in which it was written.
    add(
      "fieldNames",
      distinct(content.fields.flatMap(fieldWithBroader)).map((code) => labelOf("fields", code, language)),
    );
    add("summary", content.summary[language]);
    add("description", content.description[language]);
  }
  // A text in a language that has no field of its own is searched with English.
  if (!searchedLanguages.includes(content.originalLanguage)) words.title_en ??= content.title[content.originalLanguage] ?? "";

  return {
    ...words,
    code: record.externalId,
    providerName: [...new Set(record.provider.names.flatMap((name) => Object.values(name).flatMap((text) => text ?? [])))],
    provider: record.provider.slug,
    eqf: record.eqf,
    ects: content.ects,
    hours: content.hours,
    workload: content.hours ?? (content.ects === null ? null : content.ects * country.hoursPerEcts.from),
    fields: distinct(content.fields.flatMap(fieldWithBroader)),
    topics: distinct(Object.values(content.keywords).flatMap((words) => words.map((word) => word.trim().toLowerCase()))),
    skills: distinct(content.outcomes.flatMap(({ skills }) => skills)),
    assessment: content.assessment,
    qa: content.quality,
    providerType: record.provider.providerType,
    funding: content.funding,
    targets: content.targetGroups,
    // Versions from before the list of provisions was there say nothing of it.
    access: content.accessProvisions ?? [],
    priorLearning: content.validation === null ? [] : [content.validation],
    credential: content.credential,
    stackable: content.stacking === "stackable",
    identified: content.supervision !== null && identifiedSupervisions.includes(content.supervision),
    completeness: record.completeness,
    published: Math.floor(record.publishedAt.getTime() / 1000),
    visibleFrom: record.visible?.from ?? never,
    visibleUntil: record.visible?.until ?? never,
  };
}

/** The days after `day` on which some fact of these sessions changes by itself. */
function turningDays(sessions: CardSession[], day: Day): Day[] {
  return sessions
    .flatMap((session) => [
      session.startsOn,
      session.endsOn,
      ...session.windows.map((window) => lastEnrolmentDay(window, session.startsOn)),
    ])
    .flatMap((last) => (last ? [addDays(last, 1)] : []))
    .concat(sessions.flatMap(({ windows }) => windows.flatMap(({ opensOn }) => opensOn ?? [])))
    .filter((turning) => turning > day);
}

function distinct<T>(values: T[]): T[] {
  return [...new Set(values)];
}

export function toOfferingDocument(record: OfferingRecord, day: Day): OfferingDocument {
  return { ...sharedOf(record), ...ownOf(record, day) };
}

/** What an offering's document has beside what both indexes hold. */
export function ownOf(record: OfferingRecord, day: Day): Omit<OfferingDocument, keyof Shared> {
  const sessions = record.sessions.map((session) => cardSession(session, record.content)).filter((session) => isCurrent(session, day));
  const runs = sessions.map((session) => {
    const open = session.seatsLeft !== 0 && openWindow(session, day) !== undefined;
    return { ...session, open, free: session.price?.amount === 0, tokens: [] as number[] };
  });
  for (const run of runs) run.tokens = tokensOf(run);
  const idle = { modes: record.content.modes, languages: record.content.languages, open: false, free: false };
  const facts = runs.length > 0 ? runs : [{ ...idle, tokens: tokensOf(idle) }];
  const prices = sessions.flatMap(({ price }) => (price ? [price.amount] : []));
  const coming = sessions.flatMap(({ startsOn }) => (startsOn && startsOn >= day ? [dayNumber(startsOn)] : []));
  const turning = [...turningDays(sessions, day), ...(record.accreditationTurns ? [record.accreditationTurns] : [])].sort()[0];

  return {
    id: record.id,
    slug: record.slug,
    modes: distinct(facts.flatMap(({ modes }) => modes)),
    langs: distinct(facts.flatMap(({ languages }) => languages)),
    schedules: distinct(runs.flatMap(({ schedule }) => schedule ?? [])),
    spots: distinct(runs.flatMap(({ spots }) => spots)),
    regions: distinct(runs.flatMap(({ regions }) => regions)),
    runs: distinct(facts.flatMap(({ tokens }) => tokens)),
    starts: distinct(runs.flatMap(({ startsOn, tokens }) => (startsOn ? tokens.map((token) => withDay(token, dayNumber(startsOn))) : []))),
    prices: distinct(runs.flatMap(({ price, tokens }) => (price ? tokens.map((token) => withPrice(token, price.amount)) : []))),
    open: runs.some(({ open }) => open),
    free: runs.some(({ free }) => free),
    nextStart: coming.length > 0 ? Math.min(...coming) : never,
    minPrice: prices.length > 0 ? Math.min(...prices) : never,
    changesOn: turning ? dayNumber(turning) : never,
    card: {
      original: record.content.originalLanguage,
      englishTitle:
        record.content.title.en || searchedLanguages.includes(record.content.originalLanguage) ? "en" : record.content.originalLanguage,
      provider: { slug: record.provider.slug, name: record.provider.names.at(-1) ?? {}, town: record.provider.town },
      fields: record.content.fields,
      modes: record.content.modes,
      languages: record.content.languages,
      funding: record.content.funding,
      accreditation: record.accreditation,
      sessions,
    },
  };
}
