import { eq } from "drizzle-orm";
import { db } from "@/db";
import { enrolmentWindows, events, type Offering, offerings, type Place, sessionPrices, sessions, versions } from "@/db/schema";
import type { OfferingContent } from "@/lib/offerings/content";
import { factsOfVersion } from "@/lib/offerings/publication";
import { refreshVisibility } from "@/lib/visibility/commands";
import { aContent } from "./records";
import { only, type TestProvider } from "./registry";

/** What a provider of the small registry offers, for tests of what reads it. */
let made = 0;

export type TestSession = Partial<Omit<typeof sessions.$inferInsert, "places">> & {
  places?: Place[];
  enrolment?: { opensOn: string | null; closesOn: string | null }[];
  prices?: Record<string, number>;
};

export type TestOffering = {
  content?: Partial<OfferingContent>;
  status?: Offering["status"];
  effectiveFrom?: string;
  externalId?: string;
  slug?: string;
  sessions?: TestSession[];
};

/** An offering with its first version and its sessions, and the event that tells the indexer. */
export async function anOffering(provider: TestProvider, given: TestOffering = {}): Promise<string> {
  const {
    content = {},
    status = "published",
    effectiveFrom = "2020-01-01",
    externalId = `X-${++made}`,
    slug = `offering-${++made}`,
  } = given;
  const said = aContent(content);
  const published = status === "draft" ? null : new Date("2026-09-01T10:00:00Z");
  const { id } = only(
    await db
      .insert(offerings)
      .values({ slug, providerId: provider.id, externalId, firstPublishedAt: published })
      .returning({ id: offerings.id }),
  );
  if (status !== "draft") {
    const version = { offeringId: id, number: 1, effectiveFrom, content: said, ...factsOfVersion(said) };
    const { id: currentVersionId } = only(await db.insert(versions).values(version).returning({ id: versions.id }));
    await db.update(offerings).set({ status, currentVersionId }).where(eq(offerings.id, id));
  }
  for (const session of given.sessions ?? []) await aSession(id, session);
  await db.transaction((tx) => refreshVisibility(tx, { offeringIds: [id] }));
  await db
    .insert(events)
    .values({ type: "offering.published", subject: "offering", subjectId: id, organisationId: provider.id, actor: "test" });
  return id;
}

export async function aSession(offeringId: string, { enrolment = [], prices = {}, ...given }: TestSession = {}): Promise<string> {
  const { id } = only(
    await db
      .insert(sessions)
      .values({ externalId: `S-${++made}`, ...given, offeringId })
      .returning({ id: sessions.id }),
  );
  if (enrolment.length > 0) await db.insert(enrolmentWindows).values(enrolment.map((window) => ({ sessionId: id, ...window })));
  const paid = Object.entries(prices).map(([learnerGroup, amount]) => ({ sessionId: id, learnerGroup, amount, currency: "EUR" }));
  if (paid.length > 0) await db.insert(sessionPrices).values(paid);
  return id;
}

/** Takes an offering out of the catalogue, as its provider does. */
export async function withdraw(id: string): Promise<void> {
  await db.update(offerings).set({ status: "withdrawn" }).where(eq(offerings.id, id));
  await db.transaction((tx) => refreshVisibility(tx, { offeringIds: [id] }));
  await db.insert(events).values({ type: "offering.withdrawn", subject: "offering", subjectId: id, actor: "test" });
}
