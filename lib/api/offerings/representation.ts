import type { Place } from "@/db/schema";
import { etagOf } from "@/lib/api/answer";
import { env } from "@/lib/env";
import { defaultLocale } from "@/lib/i18n/locales";
import type { Existing } from "@/lib/imports/decide";
import type { OfferingContent } from "@/lib/offerings/content";
import { nextStep, problemsWithPublishing } from "@/lib/offerings/publication";
import type { SessionFacts } from "@/lib/offerings/sessions/commands";
import type { Problem } from "@/lib/result";

/** An offering as its provider's machines see it: what is live, what is next, and what publishing the next would make of it. */
export function representationOf(id: string, providerSlug: string, existing: Existing) {
  const { slug, status, live, pending, sessions } = existing;
  const next = pending ?? live?.content ?? null;
  return {
    id,
    slug,
    status,
    address: `${env.SITE_URL}/${defaultLocale}/offerings/${slug}`,
    version: live?.number ?? null,
    live: live && toDocument(live.content, providerSlug),
    next: pending && toDocument(pending, providerSlug),
    nextMakes: pending && nextStep(live?.content ?? null, pending),
    missing: next ? problemsWithPublishing(next).map(inDocument) : [],
    sessions: [...sessions.values()].sort((a, b) => (a.externalId < b.externalId ? -1 : 1)).map(toSessionDocument),
  };
}

export type Representation = ReturnType<typeof representationOf>;

export function etagOfOffering(id: string, providerSlug: string, existing: Existing | undefined): string | null {
  return existing ? etagOf(representationOf(id, providerSlug, existing)) : null;
}

/** What was stated once for the whole catalogue is left out, so that what is read can be sent back and changes nothing. */
function toDocument(content: OfferingContent, providerSlug: string) {
  const { originalLanguage, awardingBodies, stacksInto, statedForCatalogue, ...rest } = content;
  const own = `${providerSlug}:`;
  const document = {
    language: originalLanguage,
    ...rest,
    awardingBodies: awardingBodies.map(({ slug, name }) => slug ?? name),
    stacksInto: stacksInto.map((reference) => (reference.startsWith(own) ? reference.slice(own.length) : reference)),
  };
  return withoutEmpty(Object.fromEntries(Object.entries(document).filter(([name]) => !statedForCatalogue.includes(name))));
}

export function toSessionDocument({ windows, prices, places, ...session }: SessionFacts) {
  const [only, ...others] = (places as Place[]).map(({ town, address, postalCode }) => withoutEmpty({ town, address, postalCode }));
  const amounts = Object.fromEntries(prices.map(({ learnerGroup, amount }) => [learnerGroup, amount]));
  const { everyone, ...groups } = amounts;
  return withoutEmpty({
    id: session.externalId,
    starts: session.startsOn,
    ends: session.endsOn,
    schedule: session.schedule,
    times: session.times,
    modes: session.modes,
    languages: session.languages,
    ...(others.length > 0 ? { places: [only, ...others] } : only),
    seats: session.seats,
    seatsLeft: session.seatsLeft,
    price: everyone,
    prices: groups,
    currency: prices[0]?.currency,
    url: session.url,
    confirmed: session.confirmedOn,
    cancelled: session.cancelledOn,
    enrolment: windows
      .map(({ opensOn, closesOn }) => ({ from: opensOn, until: closesOn }))
      .sort((a, b) => `${a.from}${a.until}`.localeCompare(`${b.from}${b.until}`)),
  });
}

function withoutEmpty(document: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(document).filter(
      ([, value]) =>
        value !== null && value !== undefined && value !== "" && !(typeof value === "object" && Object.keys(value).length === 0),
    ),
  );
}

/** Problems that name a place in a file or a column of the template name the place in the document instead. */
export function inDocument({ field, ...problem }: Problem): Problem {
  if (field === undefined) return problem;
  const path = field.replace(/^offerings\.\d+\./, "").replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return { ...problem, field: path };
}
