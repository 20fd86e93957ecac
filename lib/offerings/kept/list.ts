import { z } from "zod";
import type { Day } from "@/lib/days/days";
import { type Attention, attentions, type KeptState, keptStates } from "@/lib/offerings/attention";
import type { Element } from "@/lib/offerings/completeness";
import { type Stance, stances, statedFields } from "@/lib/statements/statements";
import type { Texts } from "@/lib/texts/texts";

/** One line of the list of those who keep a catalogue. */
export type KeptOffering = {
  id: string;
  slug: string;
  externalId: string;
  title: Texts;
  original: string;
  state: KeptState;
  publishOn: Day | null;
  fields: string[];
  /** How many of the elements of Annex I are stated, and the mandatory ones that are not. */
  stated: number;
  elements: number;
  missing: Element[];
  nextOn: Day | null;
  changedAt: Date;
  attention: Attention[];
  /** How it stands to the statement for the whole catalogue that is asked about. */
  stance: Stance | null;
};

/** The first of what an address says more than once. */
const one = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);
const oneOf = <T extends string>(...names: T[]) => one(z.enum(names).nullable().catch(null));
const matching = (pattern: RegExp) => one(z.string().regex(pattern).nullable().catch(null));

export const sorts = ["changed", "title", "id", "next", "completeness"] as const;

/** What the address of the list asks for; whatever it is not is left out. */
export const keptQuery = z.object({
  q: one(z.string().trim().max(200).catch("")),
  state: oneOf(...keptStates),
  attention: oneOf("any", ...attentions),
  without: matching(/^[a-z]{2}$/),
  field: matching(/^\d{2,4}$/),
  statement: oneOf(...statedFields),
  stance: oneOf(...stances),
  sort: one(z.enum(sorts).catch("changed")),
  page: one(z.coerce.number().int().min(1).max(100_000).catch(1)),
});

export type KeptQuery = z.output<typeof keptQuery>;

const perPage = 25;

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The offerings that an address asks for, in its order, and the page of them. */
export function selectKept(
  all: KeptOffering[],
  query: KeptQuery,
): { found: KeptOffering[]; items: KeptOffering[]; pages: number; page: number } {
  const words = fold(query.q).split(/\s+/).filter(Boolean);
  const found = all.filter((offering) => fits(offering, query) && says(offering, words)).sort(order(query.sort));
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(query.page, pages);
  return { found, items: found.slice((page - 1) * perPage, page * perPage), pages, page };
}

function fits({ state, attention, title, fields, stance }: KeptOffering, query: KeptQuery): boolean {
  return (
    // What is archived is out of the way until it is asked for.
    (query.state === null ? state !== "archived" : state === query.state) &&
    (query.attention === null || (query.attention === "any" ? attention.length > 0 : attention.includes(query.attention))) &&
    (query.without === null || !title[query.without]?.trim()) &&
    (query.field === null || fields.some((code) => code.startsWith(query.field ?? ""))) &&
    (query.statement === null || query.stance === null || stance === query.stance)
  );
}

function says({ title, externalId }: KeptOffering, words: string[]): boolean {
  if (words.length === 0) return true;
  const text = fold([...Object.values(title), externalId].join(" "));
  return words.every((word) => text.includes(word));
}

export function titleOfKept({ title, original, slug }: KeptOffering): string {
  return title[original]?.trim() || Object.values(title).find((text) => text?.trim()) || slug;
}

function order(sort: KeptQuery["sort"]): (a: KeptOffering, b: KeptOffering) => number {
  const byTitle = (a: KeptOffering, b: KeptOffering) => titleOfKept(a).localeCompare(titleOfKept(b));
  const orders: Record<KeptQuery["sort"], (a: KeptOffering, b: KeptOffering) => number> = {
    changed: (a, b) => b.changedAt.getTime() - a.changedAt.getTime(),
    title: byTitle,
    id: (a, b) => a.externalId.localeCompare(b.externalId, undefined, { numeric: true }),
    next: (a, b) => (a.nextOn ?? "9").localeCompare(b.nextOn ?? "9"),
    completeness: (a, b) => a.stated - b.stated,
  };
  return (a, b) => orders[sort](a, b) || byTitle(a, b) || (a.id < b.id ? -1 : 1);
}

/** How many offerings there are in each state, and how many need each kind of attention. */
export function countKept(all: KeptOffering[]) {
  const states = new Map(keptStates.map((state) => [state, all.filter((offering) => offering.state === state).length]));
  const needing = new Map(attentions.map((kind) => [kind, all.filter(({ attention }) => attention.includes(kind))]));
  return { states, needing };
}
