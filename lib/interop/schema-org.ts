import type { EnrolmentWindow, Place, SessionPrice } from "@/db/schema";
import type { Day } from "@/lib/days/days";
import type { OfferingContent } from "@/lib/offerings/content";
import { isCurrent } from "@/lib/sessions/session";
import { plainText, type Texts } from "@/lib/texts/texts";
import { findConcept, labelOf } from "@/lib/vocabularies/vocabulary";

type Json = string | number | boolean | Json[] | { [key: string]: Json | undefined };
export type JsonLd = { [key: string]: Json | undefined };

type CourseSession = {
  startsOn: Day | null;
  endsOn: Day | null;
  cancelledOn: Day | null;
  modes: string[];
  languages: string[];
  places: Place[];
  windows: Pick<EnrolmentWindow, "opensOn" | "closesOn">[];
  prices: Pick<SessionPrice, "learnerGroup" | "amount" | "currency">[];
  url: string | null;
};

export type CourseInput = {
  content: OfferingContent;
  /** The page's own absolute address. */
  url: string;
  slug: string;
  provider: { name: string; url: string };
  awarding: string[];
  sessions: CourseSession[];
  /** Hours of an ECTS credit at least, for workload where only credits are stated. */
  hoursPerEcts: number;
  country: string;
  locale: string;
  day: Day;
};

/** https://developers.google.com/search/docs/appearance/structured-data/course-info: the only three values of courseMode. */
const courseModes: Record<string, string> = { online: "Online", blended: "Blended", hybrid: "Blended" };

function courseMode(modes: string[]): string {
  const known = [...new Set(modes.map((mode) => courseModes[mode] ?? "Onsite"))];
  return known.length === 1 ? (known[0] ?? "Onsite") : "Blended";
}

/** ISO 8601, as the search engines want workload: 84.5 hours is PT84H30M. */
export function isoHours(hours: number): string {
  const minutes = Math.round(hours * 60);
  const rest = minutes % 60;
  return `PT${Math.floor(minutes / 60)}H${rest > 0 ? `${rest}M` : ""}`;
}

function workload({ hours, ects }: OfferingContent, hoursPerEcts: number): string | undefined {
  const known = hours ?? (ects === null ? null : ects * hoursPerEcts);
  return known === null ? undefined : isoHours(known);
}

function place({ town, postalCode, address, latitude, longitude }: Place, country: string): Json {
  return {
    "@type": "Place",
    name: town,
    address: { "@type": "PostalAddress", addressLocality: town, postalCode, streetAddress: address, addressCountry: country },
    geo: latitude === undefined || longitude === undefined ? undefined : { "@type": "GeoCoordinates", latitude, longitude },
  };
}

function offers(sessions: CourseSession[], url: string): Json[] {
  const full = sessions.flatMap(({ prices }) => prices.filter(({ learnerGroup }) => learnerGroup === "everyone"));
  const distinct = [...new Map(full.map((price) => [`${price.amount} ${price.currency}`, price])).values()];
  return distinct.map(({ amount, currency }) => ({
    "@type": "Offer",
    category: amount === 0 ? "Free" : "Paid",
    price: amount,
    priceCurrency: currency,
    url,
  }));
}

function instance(session: CourseSession | null, { content, country, hoursPerEcts, url }: CourseInput): Json {
  const modes = session && session.modes.length > 0 ? session.modes : content.modes;
  const languages = session && session.languages.length > 0 ? session.languages : content.languages;
  return {
    "@type": "CourseInstance",
    courseMode: courseMode(modes),
    courseWorkload: workload(content, hoursPerEcts),
    startDate: session?.startsOn ?? undefined,
    endDate: session?.endsOn ?? undefined,
    inLanguage: languages.length > 0 ? languages : undefined,
    location: session && session.places.length > 0 ? session.places.map((one) => place(one, country)) : undefined,
    offers: session && session.prices.length > 0 ? offers([session], session.url ?? content.applyUrl ?? url) : undefined,
  };
}

function credential({ content, awarding, locale }: CourseInput, name: string): Json {
  return {
    "@type": "EducationalOccupationalCredential",
    name,
    credentialCategory: "microcredential",
    educationalLevel: level(content, locale),
    recognizedBy: awarding.map((body) => ({ "@type": "Organization", name: body })),
  };
}

function level({ eqf }: OfferingContent, locale: string): Json | undefined {
  if (eqf === null) return undefined;
  return {
    "@type": "DefinedTerm",
    name: labelOf("eqfLevels", String(eqf), locale),
    termCode: String(eqf),
    url: findConcept("eqfLevels", String(eqf))?.uri ?? undefined,
    inDefinedTermSet: "http://data.europa.eu/snb/eqf/25831c2",
  };
}

/** An offering as schema.org's Course: only what is stated, by the rules of schema.org and of the search engines. */
export function toCourse(input: CourseInput): JsonLd {
  const { content, locale, url, provider, sessions, day } = input;
  const text = (texts: Texts) => plainText(texts, locale, content.originalLanguage) || undefined;
  const name = text(content.title) ?? input.slug;
  const current = sessions.filter((session) => isCurrent(session, day));
  const paid = offers(current, content.applyUrl ?? url);
  return {
    "@context": "https://schema.org",
    "@type": "Course",
    "@id": url,
    url,
    name,
    description: text(content.summary) ?? text(content.description) ?? name,
    provider: { "@type": "Organization", name: provider.name, url: provider.url, sameAs: provider.url },
    inLanguage: content.languages.length > 0 ? content.languages : undefined,
    educationalLevel: level(content, locale),
    teaches: content.outcomes.flatMap((outcome) => text(outcome.text) ?? []),
    coursePrerequisites: text(content.prerequisites),
    numberOfCredits: content.ects === null ? undefined : { "@type": "QuantitativeValue", value: content.ects, unitText: "ECTS" },
    educationalCredentialAwarded: credential(input, name),
    about: content.fields.map((field) => ({ "@type": "DefinedTerm", name: labelOf("fields", field, locale), termCode: field })),
    hasCourseInstance: (current.length > 0 ? current : [null]).map((session) => instance(session, input)),
    offers: paid.length > 0 ? paid : undefined,
  };
}

/** The text of a script element: no piece of data can end it or begin a comment. */
export function scriptText(data: JsonLd): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

type OrganizationInput = {
  url: string;
  name: string;
  earlierNames: string[];
  description: string;
  homepage: string | null;
  email: string | null;
  phone: string | null;
  street: string | null;
  postalCode: string | null;
  town: string | null;
  country: string;
  identifiers: { scheme: string; value: string }[];
  college: boolean;
};

/** A provider as schema.org's Organization. */
export function toOrganization(input: OrganizationInput): JsonLd {
  return {
    "@context": "https://schema.org",
    "@type": input.college ? "CollegeOrUniversity" : "EducationalOrganization",
    "@id": input.url,
    name: input.name,
    alternateName: input.earlierNames.length > 0 ? input.earlierNames : undefined,
    description: input.description || undefined,
    url: input.homepage ?? input.url,
    email: input.email ?? undefined,
    telephone: input.phone ?? undefined,
    address: {
      "@type": "PostalAddress",
      streetAddress: input.street ?? undefined,
      postalCode: input.postalCode ?? undefined,
      addressLocality: input.town ?? undefined,
      addressCountry: input.country,
    },
    identifier: input.identifiers.map(({ scheme, value }) => ({ "@type": "PropertyValue", propertyID: scheme, value })),
  };
}
