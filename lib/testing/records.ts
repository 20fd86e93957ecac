import type { OfferingRecord } from "@/lib/catalogue/document";
import type { SessionRecord } from "@/lib/catalogue/session-record";
import { type OfferingContent, offeringContent } from "@/lib/offerings/content";

/** What an offering says when nothing else is asked for: all that publishing demands. */
export function aContent(change: Partial<OfferingContent> = {}): OfferingContent {
  return offeringContent.parse({
    originalLanguage: "en",
    title: { en: "Soil care for gardeners" },
    outcomes: [{ type: "skill", text: { en: "Reads a soil sample" } }],
    ects: 3,
    eqf: 5,
    fields: ["0812"],
    modes: ["onsite"],
    assessment: ["portfolio"],
    awardingBodies: [{ slug: "garden-college", name: "Garden College" }],
    quality: ["esg"],
    languages: ["nl"],
    ...change,
  });
}

export type SessionChange = Partial<Omit<SessionRecord, "windows" | "prices">> & {
  windows?: { opensOn: string | null; closesOn: string | null }[];
  prices?: Record<string, number>;
};

/** A session as it is read back from the database. */
export function aSessionRecord({ windows = [], prices = {}, ...change }: SessionChange = {}): SessionRecord {
  const id = change.id ?? crypto.randomUUID();
  return {
    id,
    offeringId: "o",
    externalId: "s",
    startsOn: null,
    endsOn: null,
    schedule: null,
    times: {},
    modes: [],
    languages: [],
    places: [],
    seats: null,
    seatsLeft: null,
    url: null,
    cancelledOn: null,
    confirmedOn: null,
    updatedAt: new Date(0),
    ...change,
    windows: windows.map((window, position) => ({ id: position, sessionId: id, ...window })),
    prices: Object.entries(prices).map(([learnerGroup, amount]) => ({ sessionId: id, learnerGroup, amount, currency: "EUR" })),
  };
}

/** A published offering with everything that the index wants to know of it. */
export function aRecord(change: Partial<OfferingRecord> = {}): OfferingRecord {
  return {
    id: "o",
    slug: "soil-care",
    externalId: "GC-1",
    provider: { slug: "garden-college", names: [{ en: "Garden College" }], town: "Gent", providerType: "vocational" },
    content: aContent(),
    taught: [],
    eqf: 5,
    completeness: 80,
    publishedAt: new Date(0),
    visible: { from: 0, until: null },
    accreditation: null,
    accreditationTurns: null,
    sessions: [],
    ...change,
  };
}
