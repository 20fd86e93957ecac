import type { Settings } from "meilisearch";

/** Raised whenever documents or settings change shape: the new index is built beside the old one and takes its name. */
export const schemaVersion = 7;

const languages = ["en", "nl", "fr", "de"];
const inAll = <Name extends string>(name: Name) => languages.map((language) => `${name}_${language}` as const);

/** In order of weight: a word in a title counts before one in a description. */
const searchableAttributes = [
  ...inAll("title"),
  ...inAll("keywords"),
  ...inAll("outcomes"),
  ...inAll("parts"),
  ...inAll("skillNames"),
  ...inAll("fieldNames"),
  "providerName",
  "code",
  ...inAll("summary"),
  ...inAll("description"),
];

/** What a list of results is drawn from. */
export const shownTitles = inAll("title");
export const shownTexts = [...shownTitles, ...inAll("summary")];
export const shownFacts = ["id", "slug", "eqf", "ects", "hours", "card"];

const filters = [
  ...[
    "provider",
    "providerType",
    "eqf",
    "ects",
    "workload",
    "fields",
    "topics",
    "skills",
    "assessment",
    "qa",
    "funding",
    "targets",
    "access",
    "priorLearning",
    "credential",
  ],
  ...["stackable", "identified", "modes", "langs", "schedules", "spots", "regions", "visibleFrom", "visibleUntil"],
];

const common = {
  searchableAttributes,
  // One language's rules for all texts, and so for all questions. With several the engine guesses the language of a question,
  // takes "verpleegkunde" or "kwaliteitszorg" for German, cuts it in two and finds nothing in Dutch, where it is one word.
  localizedAttributes: [{ attributePatterns: ["*"], locales: ["eng"] }],
  // `sort` first: whoever asks for an order gets it; without one the words decide, then whether one can enrol, how soon it starts and how
  // much an offering tells.
  rankingRules: ["sort", "words", "typo", "attribute", "proximity", "exactness", "open:desc", "nextStart:asc", "completeness:desc"],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnAttributes: ["providerName", "code"],
    disableOnNumbers: true,
  },
  // Bulk indexing is 2.8 times faster than by word, and a single update steady (design, section 7).
  proximityPrecision: "byAttribute",
  pagination: { maxTotalHits: 1_000_000 },
  // Nobody searches among the values of a facet, and preparing for it took longer than all else that a change of one offering takes.
  facetSearch: false,
  // More than there are skills in ESCO.
  faceting: { maxValuesPerFacet: 20_000, sortFacetValuesBy: { "*": "count" } },
} satisfies Settings;

export const offeringSettings: Settings = {
  ...common,
  // The engine reads all that may be shown of a hit before it picks what a question asks for: a tenth of a search's time.
  displayedAttributes: [...shownFacts, ...shownTexts],
  filterableAttributes: [...filters, "id", "runs", "starts", "prices", "open", "free", "changesOn"],
  sortableAttributes: ["open", "nextStart", "minPrice", "ects", "published"],
};

export const runSettings: Settings = {
  ...common,
  displayedAttributes: ["id", "offering"],
  filterableAttributes: [
    ...filters,
    "offering",
    "spot",
    "pair",
    "stamp",
    "start",
    "price",
    "opens",
    "closes",
    "currentFrom",
    "currentUntil",
  ],
  sortableAttributes: ["start", "price", "ects", "published"],
  distinctAttribute: "offering",
};

/** The same rules over titles alone. */
export const titleSettings: Settings = {
  ...common,
  searchableAttributes: shownTitles,
  displayedAttributes: ["slug", "card", ...shownTitles],
  filterableAttributes: ["id", "provider", "visibleFrom", "visibleUntil"],
};
