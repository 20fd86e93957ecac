import { z } from "zod";
import { lastDay, type ProviderStanding } from "@/lib/accreditations/accreditation";
import { answerPublicly, clockParameters, readParameters } from "@/lib/api/public-endpoint";
import { contains, type Day } from "@/lib/days/days";
import { problemsOf } from "@/lib/form";
import { instant } from "@/lib/register/instant";
import { parseQuestion, type Question } from "@/lib/register/question";
import { type RegisterRecord, readRecord } from "@/lib/register/record/queries";
import { listRegister } from "@/lib/register/search/queries";
import { facetNames, parseRegisterQuery, registerParams } from "@/lib/register/search/query";
import type { ListedOrganisation } from "@/lib/register/search/result";
import { ok, type Problem, type Result, refuse } from "@/lib/result";

const paging = z.object({
  after: z.string().max(300, "valueNotAccepted").optional(),
  limit: z.coerce
    .number("limitNotUnderstood")
    .int("limitNotUnderstood")
    .min(1, "limitNotUnderstood")
    .max(200, "limitNotUnderstood")
    .default(50),
});

/** Organisations of the register on both clocks, in pages: follow `next` until it is null. */
export async function listOrganisations(request: Request): Promise<Response> {
  return await answerPublicly(request, async () => {
    const url = new URL(request.url);
    const page = paging.safeParse({ after: url.searchParams.get("after") ?? undefined, limit: url.searchParams.get("limit") ?? undefined });
    const problems = [...wrongFilters(url), ...(page.success ? [] : problemsOf(page.error))];
    const { query, problems: wrongDays } = parseRegisterQuery(everyValue(url), instant());
    if (!page.success || problems.length + wrongDays.length > 0)
      return { ok: false, problems: [...problems, ...wrongDays] } satisfies Result<never>;

    const { after, limit } = page.data;
    const rows = await listRegister(query, after?.replaceAll("\0", ""), limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const params = registerParams({ ...query, page: 1, sort: undefined }, instant().today);
    if (last) params.set("after", last.slug);
    params.set("limit", String(limit));
    const next = rows.length > limit ? `${url.pathname}?${params}` : null;
    const asKnownOn = query.asKnownOn ?? "now";
    return ok({ validOn: query.validOn, asKnownOn, items: items.map((one) => toListed(one)), next });
  });
}

const everyValue = (url: URL) => Object.fromEntries([...url.searchParams.keys()].map((name) => [name, url.searchParams.getAll(name)]));

/** A program that asks for a value that there is not is told so: found without it, it would take other organisations for those it meant. */
function wrongFilters(url: URL): Problem[] {
  const single = readParameters(new URL(`${url.origin}/?${onlyOnce(url)}`), ["q", "after", "limit", ...clockParameters]);
  const known = parseRegisterQuery(everyValue(url), instant()).query;
  const values = facetNames.flatMap((name) =>
    url.searchParams
      .getAll(name)
      .flatMap((value): Problem[] => (known[name].includes(value) ? [] : [{ code: "valueNotAccepted", field: name }])),
  );
  return [...(single.ok ? [] : single.problems), ...values];
}

function onlyOnce(url: URL): URLSearchParams {
  return new URLSearchParams([...url.searchParams].filter(([name]) => !facetNames.some((facet) => facet === name)));
}

function toListed({ id, slug, name, type, town, nuts, status, standing }: ListedOrganisation) {
  return { id, slug, name, providerType: type, town, nuts, status, ...edgeOf(standing) };
}

/** The last day of what it is, where one is stated, or the first day since which it is so. */
function edgeOf(standing: ProviderStanding): { since: Day | null; until: Day | null } {
  return "since" in standing ? { since: standing.since, until: null } : { since: null, until: standing.until };
}

/** One organisation with all that the register shows of it on both clocks. */
export async function getOrganisation(request: Request, named: string): Promise<Response> {
  return await answerPublicly(request, async () => {
    const given = readParameters(new URL(request.url), clockParameters);
    if (!given.ok) return given;
    const clocks = parseQuestion(given.value, instant());
    if (!clocks.ok) return clocks;
    const record = await readRecord(named, clocks.value);
    return record ? ok(toOrganisation(record, clocks.value)) : refuse({ code: "registerOrganisationUnknown" });
  });
}

function toOrganisation(record: RegisterRecord, { validOn, asKnownOn }: Question) {
  const { id, slug, name, providerType, town, nuts, country, homepage, identifiers, moment, standing } = record;
  const holds = ({ valid }: { valid: Parameters<typeof contains>[0] }) => ({ holds: contains(valid, validOn) });
  return {
    id,
    slug,
    name,
    providerType,
    town,
    nuts,
    country,
    homepage,
    identifiers,
    validOn,
    asKnownOn: asKnownOn ?? "now",
    asKnownAt: moment,
    status: standing.state,
    ...edgeOf(standing),
    names: record.names.map(({ name, ...period }) => ({ name, from: period.from, lastDay: lastDay(period) })),
    registrations: record.registrations.map((one) => ({ ...one.term, ...holds(one) })),
    accreditations: record.accreditations.map((one) => ({ ...one.term, ...holds(one) })),
    qualityReports: record.qualityReports,
    restrictions: record.restrictions.map((one) => ({ ...one.term, ...holds(one) })),
    decisions: record.decisions.map(({ id: _, authority, authoritySlug, documentUrl, ...decision }) => ({
      ...decision,
      authority: { slug: authoritySlug, name: authority ?? {} },
      document: documentUrl,
    })),
    successions: record.successions.map(({ provider: _, later, slug, ...one }) => ({
      ...one,
      organisation: slug,
      is: later ? "successor" : "predecessor",
    })),
  };
}
