import { hashOf } from "@/lib/auth/secret";
import type { OfferingContent } from "./content";
import { canonical, type NextStep, nextStep, outcomesAreOthers } from "./publication";
import { type Change, whatChanged } from "./what-changed";

/** Who ought to know: those who will hold the credential, those who are learning for it, those who still choose, or nobody. */
type Told = "credential" | "assessment" | "conditions" | "information" | "nobody";

type FieldRule = {
  /** What a change of the field does to the offering's identity: another offering always, where it is substantially other, or never. */
  identity: "other" | "substantially-other" | "same";
  /** Whether the authority looks at the offering again: level, field, credits, assessment, quality. */
  reopensReview: boolean;
  told: Told;
};

const credential: FieldRule = { identity: "same", reopensReview: false, told: "credential" };
const assessment: FieldRule = { identity: "same", reopensReview: true, told: "assessment" };
const conditions: FieldRule = { identity: "same", reopensReview: false, told: "conditions" };
const information: FieldRule = { identity: "same", reopensReview: false, told: "information" };
const nobody: FieldRule = { identity: "same", reopensReview: false, told: "nobody" };

/** The one table of fields (design, section 3): versioning, the authority's queue and the page of what changed go by it. */
export const fieldRules = {
  title: credential,
  summary: information,
  description: information,
  outcomes: { ...credential, identity: "substantially-other" },
  ects: { identity: "other", reopensReview: true, told: "credential" },
  hours: { ...conditions, reopensReview: true },
  eqf: { ...credential, reopensReview: true },
  cycle: { ...credential, reopensReview: true },
  fields: { ...information, reopensReview: true },
  awardingBodies: { ...credential, reopensReview: true },
  assessment,
  assessmentNote: assessment,
  supervision: assessment,
  grading: { ...assessment, reopensReview: false },
  modes: conditions,
  languages: conditions,
  quality: { ...credential, reopensReview: true },
  qualityNote: { ...information, reopensReview: true },
  setting: information,
  type: information,
  prerequisites: conditions,
  targetGroups: information,
  stacking: credential,
  stackingNote: information,
  stacksInto: credential,
  credential,
  validation: conditions,
  validationNote: conditions,
  funding: conditions,
  fundingNote: conditions,
  accessProvisions: conditions,
  accessibility: conditions,
  keywords: nobody,
  contact: information,
  url: information,
  applyUrl: information,
  furtherInformation: information,
  originalLanguage: nobody,
  statedForCatalogue: nobody,
  translatedFrom: nobody,
} as const satisfies Record<keyof OfferingContent, FieldRule>;

/** A change of one field together with what it does. */
type RuledChange = Change & { makes: "new-offering" | "new-version"; reopensReview: boolean; told: Told };

export type Consequences = {
  step: NextStep;
  /** The fields because of which it becomes another offering. */
  because: ("ects" | "outcomes")[];
  changes: RuledChange[];
  reopensReview: boolean;
  /** Who is told, each once, those first whom it concerns most. */
  told: Told[];
};

const mostConcerned: Told[] = ["credential", "assessment", "conditions", "information"];

/** What publishing the next state beside the live one would do. Nothing live means that all of it is new, and nobody knew other. */
export function consequencesOf(live: OfferingContent | null, next: OfferingContent): Consequences {
  const step = nextStep(live, next);
  if (live === null) return { step, because: [], changes: [], reopensReview: false, told: [] };
  const because = reasonsForAnother(live, next);
  const changes = whatChanged(live, next).map((change): RuledChange => {
    const { reopensReview, told } = fieldRules[change.field];
    const makes = because.some((field) => field === change.field) ? "new-offering" : "new-version";
    return { ...change, makes, reopensReview, told };
  });
  return {
    step,
    because: step === "new-offering" ? because : [],
    changes,
    reopensReview: changes.some((change) => change.reopensReview),
    told: mostConcerned.filter((who) => changes.some(({ told }) => told === who)),
  };
}

function reasonsForAnother(live: OfferingContent, next: OfferingContent): Consequences["because"] {
  const ects = live.ects !== null && next.ects !== null && live.ects !== next.ects;
  return [...(ects ? (["ects"] as const) : []), ...(outcomesAreOthers(live, next) ? (["outcomes"] as const) : [])];
}

/** Stands for the exact state that a page showed, so that nothing else is published than what somebody saw: any change gives another. */
export function shownMark(liveNumber: number | null, content: OfferingContent): string {
  return hashOf(canonical([liveNumber, content]));
}
