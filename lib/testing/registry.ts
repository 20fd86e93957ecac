import { isNull, sql } from "drizzle-orm";
import { db } from "@/db";
import {
  accreditations,
  decisions,
  events,
  organisationIdentifiers,
  organisationNames,
  organisations,
  registrations,
  type Texts,
} from "@/db/schema";
import { type Period, toRange } from "@/lib/days/days";
import { refreshVisibility } from "@/lib/visibility/commands";

/** A small registry written straight into the tables, for tests of what reads them. */
export type TestProvider = { id: string; slug: string; authorityId: string };

let made = 0;
const always: Period = { from: "2020-01-01", until: null };
const sinceAlways = "[2020-01-01 09:00:00+01,)";

/** The one row that was written. */
export function only<T>([row]: T[]): T {
  if (!row) throw new Error("Nothing was written");
  return row;
}

export async function anOrganisation(
  slug: string,
  name: Texts | null = { en: slug },
  change: Partial<typeof organisations.$inferInsert> = {},
): Promise<string> {
  const { id } = only(
    await db
      .insert(organisations)
      .values({ slug, roles: ["provider"], providerType: "adult-education", country: "BE", town: "Gent", nuts: "BE234", ...change })
      .returning({ id: organisations.id }),
  );
  if (name) await db.insert(organisationNames).values({ organisationId: id, name, valid: toRange(always), recorded: sinceAlways });
  return id;
}

/** A provider that is registered and accredited for everything, unless told otherwise. */
export async function aProvider({
  slug = `provider-${++made}`,
  name = { en: "Garden College" } as Texts,
  nuts = "BE234",
  registered = always as Period | null,
  accredited = always as Period | null,
} = {}): Promise<TestProvider> {
  const id = await anOrganisation(slug, name, { nuts });
  const provider = {
    id,
    slug,
    authorityId: await anOrganisation(`${slug}-authority`, { en: "Council" }, { roles: ["competent-authority"] }),
  };
  if (registered) await register(provider, registered);
  if (accredited) await anAccreditation(provider, { valid: accredited });
  return provider;
}

export async function aDecision(provider: TestProvider, kind: (typeof decisions.$inferInsert)["kind"]): Promise<string> {
  const { id } = only(
    await db
      .insert(decisions)
      .values({
        kind,
        authorityId: provider.authorityId,
        organisationId: provider.id,
        decidedOn: "2020-01-01",
        effectiveFrom: "2020-01-01",
      })
      .returning({ id: decisions.id }),
  );
  return id;
}

/** With what a decision does to the catalogue: visibility is refreshed and the event waits for the index. */
async function register(provider: TestProvider, valid: Period): Promise<void> {
  const decisionId = await aDecision(provider, "register");
  const { id: providerId, authorityId } = provider;
  await db
    .insert(registrations)
    .values({ providerId, authorityId, status: "registered", valid: toRange(valid), recorded: sinceAlways, decisionId });
  await changed(provider);
}

/** Closes what the register knew of a provider's registration and writes that it is suspended from a day on, as a decision does. */
export async function suspend(provider: TestProvider, from: string): Promise<void> {
  const decisionId = await aDecision(provider, "suspend");
  const base = { providerId: provider.id, authorityId: provider.authorityId, decisionId };
  await db.execute(
    sql`update registrations set recorded = tstzrange(lower(recorded), '2026-01-01') where provider_id = ${provider.id} and upper_inf(recorded)`,
  );
  const known = "[2026-01-01 00:00:00+00,)";
  await db.insert(registrations).values([
    { ...base, status: "registered", valid: toRange({ from: "2020-01-01", until: from }), recorded: known },
    { ...base, status: "suspended", valid: toRange({ from, until: null }), recorded: known },
  ]);
  await changed(provider);
}

export async function countWaitingEvents(): Promise<number> {
  return await db.$count(events, isNull(events.indexedAt));
}

type AccreditationChange = Partial<Omit<typeof accreditations.$inferInsert, "valid">> & { valid?: Period };

export async function anAccreditation(provider: TestProvider, { valid = always, ...change }: AccreditationChange = {}): Promise<void> {
  await db.insert(accreditations).values({
    key: `${provider.slug}-${++made}`,
    organisationId: provider.id,
    accreditingBodyId: provider.authorityId,
    title: { en: "Quality label" },
    type: "institutional-license",
    standard: "esg",
    openEnded: valid.until === null,
    recorded: sinceAlways,
    ...change,
    valid: toRange(valid),
  });
  await changed(provider);
}

async function changed(provider: TestProvider): Promise<void> {
  await db
    .insert(events)
    .values({ type: "organisation.decided", subject: "organisation", subjectId: provider.id, organisationId: provider.id, actor: "test" });
  await db.transaction((tx) => refreshVisibility(tx, { providerId: provider.id }));
}

export async function anIdentifier({ id }: TestProvider, scheme: string, value: string): Promise<void> {
  await db.insert(organisationIdentifiers).values({ organisationId: id, scheme, value, valid: toRange(always), recorded: sinceAlways });
}
