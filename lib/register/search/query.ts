import { z } from "zod";
import { country } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";
import type { Moment } from "@/lib/register/moment";
import { type Clocks, parseQuestion } from "@/lib/register/question";
import type { Problem } from "@/lib/result";
import { isQualityCode } from "@/lib/terms/term";
import { isCode } from "@/lib/vocabularies/vocabulary";

/** What a provider is on a day, as lib/accreditations/accreditation.ts derives it. */
export const statuses = ["accredited", "limited", "not-accredited", "suspended", "not-registered"] as const;
export const sorts = ["name", "decided", "since"] as const;
export const facetNames = ["status", "type", "region", "standard", "eqf", "field"] as const;

export type FacetName = (typeof facetNames)[number];
export type Status = (typeof statuses)[number];

const list = (is: (value: string) => boolean) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [...new Set([value ?? []].flat().filter(is))].sort());
const one = (value: unknown) => (Array.isArray(value) ? value[0] : value) || undefined;

const filters = z.object({
  q: z.preprocess(one, z.string().trim().max(200).optional().catch(undefined)).transform((q) => (q ?? "").replaceAll("\0", "")),
  status: list((value) => statuses.some((status) => status === value)),
  type: list((value) => isCode("providerTypes", value)),
  region: list((value) => value in country.regions),
  standard: list(isQualityCode),
  eqf: list((value) => /^[1-8]$/.test(value)),
  field: list((value) => isCode("fields", value)),
  sort: z.preprocess(one, z.enum(sorts).optional().catch(undefined)),
  page: z.preprocess(one, z.coerce.number().int().min(1).max(5000).optional().catch(undefined)).transform((page) => page ?? 1),
});

/** A search of the register: which organisations, on which day, by what it knew when. */
export type RegisterQuery = z.output<typeof filters> & Clocks;

type Params = Record<string, string | string[] | undefined>;

/**
 * Reads a search from its address. A filter that makes no sense counts as absent, so that an old link still finds something; a day that makes
 * none is named, since the register of another day would be another answer.
 */
export function parseRegisterQuery(params: Params, now: { today: Day; now: Moment }): { query: RegisterQuery; problems: Problem[] } {
  const clocks = parseQuestion({ validOn: text(params.validOn), asKnownOn: text(params.asKnownOn) }, now);
  const { validOn, asKnownOn } = clocks.ok ? clocks.value : { validOn: now.today, asKnownOn: null };
  return { query: { ...filters.parse(params), validOn, asKnownOn }, problems: clocks.ok ? [] : clocks.problems };
}

const text = (value: string | string[] | undefined) => [value].flat()[0];

/** Only what was chosen, in a fixed order; today and now are what is meant where nothing is said. */
export function registerParams({ validOn, asKnownOn, page, ...query }: RegisterQuery, today: Day): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) for (const each of [value ?? []].flat()) if (each !== "") params.append(name, each);
  if (validOn !== today) params.set("validOn", validOn);
  if (asKnownOn !== null) params.set("asKnownOn", asKnownOn);
  if (page > 1) params.set("page", String(page));
  return params;
}

/** The chosen filters one by one, each with the search that is left without it. */
export function chosenFilters(query: RegisterQuery): { name: FacetName; value: string; without: RegisterQuery }[] {
  return facetNames.flatMap((name) =>
    query[name].map((value) => ({ name, value, without: { ...query, page: 1, [name]: query[name].filter((other) => other !== value) } })),
  );
}
