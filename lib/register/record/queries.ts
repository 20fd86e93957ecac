import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { cache } from "react";
import { db } from "@/db";
import { organisationIdentifiers, organisations, type Texts } from "@/db/schema";
import { type AccreditationEntry, type DecisionEntry, providerStanding, type RegistrationEntry } from "@/lib/accreditations/accreditation";
import type { Day } from "@/lib/days/days";
import type { Change } from "@/lib/decisions/decision";
import { nameOn } from "@/lib/providers/names/queries";
import { listSuccessions } from "@/lib/providers/queries";
import { listQualityReports } from "@/lib/quality/public/queries";
import {
  type AccreditationDocument,
  type Behind,
  type RegistrationDocument,
  toAccreditation,
  toRegistration,
  toRestriction,
} from "@/lib/register/document";
import { nameOf, type RegisterFacts } from "@/lib/register/facts";
import type { Moment } from "@/lib/register/moment";
import { findRegistered, momentOf, readBehind, readFacts } from "@/lib/register/queries";
import type { Clocks } from "@/lib/register/question";
import { knownAt } from "@/lib/visibility/queries";

/** A decision with all that it says, as the register shows it. */
export type DecisionRecord = {
  id: string;
  number: number;
  kind: string;
  decidedOn: Day;
  effectiveFrom: Day;
  recordedAt: Moment;
  authority: Texts;
  authoritySlug: string;
  statement: Texts;
  reasons: Texts;
  documentUrl: string | null;
  reviewOn: Day | null;
  supersedes: number | null;
  supersededBy: number | null;
  changes: Change[];
};

/** All that the register shows of an organisation on both clocks; undefined where it is not in the register. */
export async function readRecord(named: string, clocks: Clocks) {
  const found = await findRegistered(named);
  if (!found) return undefined;
  const moment = await momentOf(found.id, clocks.asKnownOn);
  const day = clocks.validOn;
  const [organisation, facts, decided, identifiers, successions, qualityReports] = await Promise.all([
    db.select().from(organisations).where(eq(organisations.id, found.id)),
    readFacts(found.id, moment),
    listDecisions(found.id, day, moment),
    db
      .select({ scheme: organisationIdentifiers.scheme, value: organisationIdentifiers.value })
      .from(organisationIdentifiers)
      .where(
        and(
          eq(organisationIdentifiers.organisationId, found.id),
          knownAt(organisationIdentifiers.recorded, moment),
          sql`${organisationIdentifiers.valid} @> ${day}::date`,
        ),
      )
      .orderBy(asc(organisationIdentifiers.scheme), asc(organisationIdentifiers.id)),
    listSuccessions(found.id, clocks.asKnownOn === null ? null : moment),
    listQualityReports(found.id, day, clocks.asKnownOn === null ? null : moment),
  ]);
  const [row] = organisation;
  if (!row) return undefined;
  const behind = await readBehind(facts, { organisationId: found.id, day, moment });
  const authorities = await contactsOf([...new Set(decided.map(({ authoritySlug }) => authoritySlug))]);
  const { id, slug, providerType, town, nuts, country, homepage, roles } = row;
  return {
    id,
    slug,
    providerType,
    town,
    nuts,
    country,
    homepage,
    isProvider: roles.includes("provider"),
    name: nameOf(facts.names, day),
    names: facts.names,
    ...entriesOf(facts, behind),
    decisions: decided,
    identifiers,
    successions,
    qualityReports,
    authorities,
    standing: providerStanding(facts.registrations, facts.accreditations, day),
    /** Up to which moment the register's knowledge counts. */
    moment,
  };
}

type Term<D> = { term: D };

/** The rows as pages draw them, each with what tells of its days and of what says so. */
function entriesOf({ registrations, accreditations, restrictions }: RegisterFacts, behind: Behind) {
  const decisionOf = (id: string | null): DecisionEntry | null => {
    const decision = id === null ? undefined : behind.decisions.get(id);
    return decision ? { ...decision, authority: behind.organisations.get(decision.authorityId)?.name ?? {} } : null;
  };
  return {
    registrations: registrations.flatMap((one): (RegistrationEntry & Term<RegistrationDocument>)[] => {
      const decision = decisionOf(one.decisionId);
      const term = toRegistration(one, behind);
      return decision ? [{ status: one.status, valid: one.valid, authority: term.authority.name, decision, term }] : [];
    }),
    accreditations: accreditations.map((one, place): AccreditationEntry & Term<AccreditationDocument> => {
      const term = toAccreditation(one, behind);
      return { ...one, id: place, openEnded: one.valid.until === null, body: term.body.name, decision: decisionOf(one.decisionId), term };
    }),
    restrictions: restrictions.map((one) => ({ ...one, term: toRestriction(one, behind) })),
  };
}

/** For pages, whose title asks for the same. */
export const findRecord = cache(async (slug: string, validOn: Day, asKnownOn: Clocks["asKnownOn"]) =>
  readRecord(slug, { validOn, asKnownOn }),
);

export type RegisterRecord = NonNullable<Awaited<ReturnType<typeof readRecord>>>;

/** Where to write to authorities, by slug: to contest what they decided. */
async function contactsOf(slugs: string[]): Promise<Record<string, { email: string | null; homepage: string | null }>> {
  const rows = await db
    .select({ slug: organisations.slug, email: organisations.email, homepage: organisations.homepage })
    .from(organisations)
    .where(inArray(organisations.slug, slugs));
  return Object.fromEntries(rows.map(({ slug, ...contact }) => [slug, contact]));
}

/** What was decided about an organisation as far as the register knew at a moment, the newest first. A refused application is not public. */
async function listDecisions(organisationId: string, day: Day, moment: Moment): Promise<DecisionRecord[]> {
  return await db.execute<DecisionRecord>(sql`
    select d.id, d.number::int as number, d.kind, d.decided_on::text as "decidedOn", d.effective_from::text as "effectiveFrom",
      to_char(d.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt",
      ${nameOn(sql`d.authority_id`, day, moment)} as authority, a.slug as "authoritySlug",
      d.statement, d.reasons, d.document_url as "documentUrl", d.review_on::text as "reviewOn", d.changes,
      (select p.number::int from decisions p where p.id = d.supersedes_id) as supersedes,
      (select s.number::int from decisions s where s.supersedes_id = d.id and s.recorded_at <= ${moment}::timestamptz order by s.recorded_at limit 1) as "supersededBy"
    from decisions d join organisations a on a.id = d.authority_id
    where d.organisation_id = ${organisationId} and d.kind <> 'refuse' and d.recorded_at <= ${moment}::timestamptz
    order by d.recorded_at desc`);
}
