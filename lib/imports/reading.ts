import type { Day } from "@/lib/days/days";
import type { OfferingContent } from "@/lib/offerings/content";
import type { Problem, ProblemCode } from "@/lib/result";
import type { FieldName } from "./fields";
import { fold } from "./fold";

/** One value of a row: the column as the file calls it and what it is in the template. */
export type Cell = { column: string; field: FieldName; language: string | null; value: string };

/** One run as a file states it; what is undefined was not said and stays as the register knows it. */
export type SessionInput = {
  externalId: string;
  startsOn: Day | null;
  endsOn: Day | null;
  schedule: string | null;
  times: Record<string, string>;
  modes: string[];
  languages: string[];
  places: PlaceInput[];
  seats: number | null;
  seatsLeft: number | undefined;
  url: string | null;
  cancelled: Day | boolean;
  confirmedOn: Day | undefined;
  windows: Array<{ opensOn: Day | null; closesOn: Day | null }>;
  prices: Array<{ learnerGroup: string; amount: number; currency: string }>;
};

export type PlaceInput = { town: string; postalCode?: string; address?: string; nuts?: string; latitude?: number; longitude?: number };

/** What readers need to know beside the cell. */
export type ReadContext = {
  providerSlug: string;
  defaultLanguage: string;
  currency: string;
  today: Day;
  bounds: { ectsMin: number; ectsMax: number };
  findBody: (text: string) => { slug: string; name: string } | undefined;
  isProvider: (slug: string) => boolean;
  /** The quality labels that hold today, by their codes and their names as `fold` has them. */
  labels: ReadonlyMap<string, string>;
  /** The addresses of ESCO's skills; none where they are not loaded, and then none can be unknown. */
  skills: ReadonlySet<string>;
  values: ReadonlyMap<FieldName, ReadonlyMap<string, string | null>>;
};

/** Town, address and postal code of one place, as a file or a machine says them. */
export type PlaceTexts = { town?: string; address?: string; postalCode?: string };

export type SessionDraft = {
  externalId?: string;
  startsOn?: Day;
  endsOn?: Day;
  confirmedOn?: Day;
  schedule?: string;
  times: Record<string, string>;
  modes: string[];
  languages: string[];
  /** As the cells say them: several in one cell, where there are several. */
  town?: string;
  address?: string;
  postalCode?: string;
  /** Where our own form lists them. */
  places?: PlaceTexts[];
  seats?: number;
  seatsLeft?: number;
  url?: string;
  cancelled?: Day | boolean;
  opens: Array<Day | null>;
  closes: Array<Day | null>;
  prices: Array<{ learnerGroup: string; amount: number; currency: string | undefined }>;
  currency?: string;
  /** A date was not understood or contradicts another: the session is not taken. */
  refused: boolean;
  stated: boolean;
};

/** What a row says, as far as it was understood. */
export type Draft = {
  externalId?: string;
  language: string;
  title: string | undefined;
  content: Partial<OfferingContent>;
  publish: boolean;
  session: SessionDraft;
  /** About the offering: with any of these it is not published. */
  problems: Problem[];
  sessionProblems: Problem[];
  /** About the offering, which goes on as it is. */
  notes: Problem[];
};

export function newDraft(language: string): Draft {
  return {
    language,
    title: undefined,
    content: {},
    publish: true,
    session: newSessionDraft(),
    problems: [],
    sessionProblems: [],
    notes: [],
  };
}

export function newSessionDraft(): SessionDraft {
  return { times: {}, modes: [], languages: [], opens: [], closes: [], prices: [], refused: false, stated: false };
}

export function problem(code: ProblemCode, cell: Pick<Cell, "column" | "value">): Problem {
  return { code, field: cell.column, value: shorten(cell.value) };
}

export function shorten(value: string): string {
  const text = value.replace(/\s+/g, " ").trim();
  return text.length > 160 ? `${[...text.slice(0, 158)].join("").replace(/[\ud800-\udbff]$/, "")}…` : text;
}

/** What a mapping says that a value means: undefined where it says nothing. */
export function translated(context: ReadContext, field: FieldName, value: string): string | null | undefined {
  const values = context.values.get(field);
  return values?.get(fold(value));
}
