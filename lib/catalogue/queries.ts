import { and, asc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db";
import type { EnrolmentWindow, SessionPrice, Texts } from "@/db/schema";
import { accreditations, knownNames, offerings, organisations, sessions, skills, versions } from "@/db/schema";
import { lastDayOf } from "@/lib/accreditations/accreditation";
import { now } from "@/lib/clock";
import { addDays, type Day, fromRange } from "@/lib/days/days";
import type { OfferingContent } from "@/lib/offerings/content";
import { factsOf } from "@/lib/visibility/queries";
import { type ProviderFacts, periodAt, type Standing, standingOn, type VisiblePeriod } from "@/lib/visibility/visibility";
import type { CardAccreditation } from "./card";
import type { OfferingRecord } from "./document";
import type { SessionRecord } from "./session-record";

/** Everything the index needs of published offerings, in few queries. Offerings that are not published are left out. */
export async function listRecords(database: Database, ids: string[], day: Day): Promise<OfferingRecord[]> {
  if (ids.length === 0) return [];
  const rows = await database
    .select({
      id: offerings.id,
      slug: offerings.slug,
      externalId: offerings.externalId,
      providerId: offerings.providerId,
      publishedAt: offerings.firstPublishedAt,
      visible: sql<VisiblePeriod[]>`(select coalesce(json_agg(json_build_object(
        'from', extract(epoch from lower(p)), 'until', extract(epoch from upper(p)))), '[]'::json) from unnest(${offerings.visible}) p)`,
      content: versions.content,
      eqf: versions.eqf,
      setting: versions.setting,
      effectiveFrom: versions.effectiveFrom,
      completeness: versions.completeness,
    })
    .from(offerings)
    .innerJoin(versions, eq(versions.id, offerings.currentVersionId))
    .where(and(sql`${offerings.id} = any(${sql.param(ids)}::uuid[])`, eq(offerings.status, "published")));

  const providerIds = [...new Set(rows.map(({ providerId }) => providerId))];
  const [providers, facts, titles, runs, taught] = await Promise.all([
    providersOf(database, providerIds, day),
    factsOf(database, providerIds),
    titlesOf(database, providerIds),
    sessionsOf(
      database,
      rows.map(({ id }) => id),
    ),
    skillsOf(
      database,
      rows.flatMap(({ content }) => taughtIn(content as OfferingContent)),
    ),
  ]);

  return rows.flatMap((row) => {
    const provider = providers.get(row.providerId);
    const known = facts.get(row.providerId);
    if (!provider || !known) return [];

    const scope = {
      offeringId: row.id,
      eqf: row.eqf,
      fields: (row.content as OfferingContent).fields,
      setting: row.setting,
      nuts: provider.nuts,
      effectiveFrom: row.effectiveFrom,
    };
    const standing = standingOn(day, scope, known);

    return [
      {
        id: row.id,
        slug: row.slug,
        externalId: row.externalId,
        provider,
        content: row.content as OfferingContent,
        taught: taughtIn(row.content as OfferingContent).flatMap((uri) => taught.get(uri) ?? []),
        eqf: row.eqf,
        completeness: row.completeness,
        publishedAt: row.publishedAt ?? now(),
        visible: periodAt(row.visible, now().getTime() / 1000),
        accreditation: onCard(standing, titles.get(row.providerId)),
        accreditationTurns: nextTurn(known, provider.nameBegins, day),
        sessions: runs.get(row.id) ?? [],
      },
    ];
  });
}

function taughtIn({ outcomes }: OfferingContent): string[] {
  return [...new Set(outcomes.flatMap(({ skills }) => skills))];
}

async function skillsOf(database: Database, uris: string[]) {
  if (uris.length === 0) return new Map<string, OfferingRecord["taught"][number]>();
  const rows = await database
    .select({ uri: skills.uri, labels: skills.labels, alternatives: skills.alternatives })
    .from(skills)
    .where(sql`${skills.uri} = any(${sql.param([...new Set(uris)])}::text[])`);
  return new Map(rows.map(({ uri, ...names }) => [uri, names]));
}

type Title = { standard: string; title: Texts };

/** The accreditation in force that covers an offering, as a result card shows it. */
function onCard(standing: Standing, titles: Map<string, Title> | undefined): CardAccreditation {
  const title = standing.visible && titles?.get(standing.accreditation.key);
  if (!standing.visible || !title) return null;
  const { accreditation, restriction, warning } = standing;
  return { ...title, until: lastDayOf(accreditation), warning, effectOn: (restriction ?? accreditation).effectOn };
}

/** The next day on which another accreditation, restriction, effect or name of the provider holds. */
function nextTurn({ accreditations, restrictions }: ProviderFacts, names: Day[], day: Day): Day | null {
  const turns = [...accreditations, ...restrictions].flatMap(({ valid, effectOn }) => [
    valid.from,
    valid.until,
    effectOn && addDays(effectOn, 1),
  ]);
  return [...turns, ...names].flatMap((turn) => (turn && turn > day ? [turn] : [])).sort()[0] ?? null;
}

async function providersOf(database: Database, ids: string[], day: Day) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await database
    .select({
      id: organisations.id,
      slug: organisations.slug,
      town: organisations.town,
      nuts: organisations.nuts,
      providerType: organisations.providerType,
    })
    .from(organisations)
    .where(inArray(organisations.id, ids));
  const names = await database
    .select()
    .from(knownNames)
    .where(inArray(knownNames.organisationId, ids))
    // That of the day last: the one that documents show. Those to come are found too.
    .orderBy(sql`coalesce(lower(${knownNames.valid}) > ${day}::date, false) desc`, asc(sql`lower(${knownNames.valid})`));
  return new Map(
    rows.map((row) => {
      const own = names.filter(({ organisationId }) => organisationId === row.id);
      return [row.id, { ...row, names: own.map(({ name }) => name), nameBegins: own.flatMap(({ valid }) => fromRange(valid).from ?? []) }];
    }),
  );
}

/** By provider, and within one by the accreditation's key. */
async function titlesOf(database: Database, providerIds: string[]): Promise<Map<string, Map<string, Title>>> {
  const found = new Map(providerIds.map((id) => [id, new Map<string, Title>()]));
  if (providerIds.length === 0) return found;
  const rows = await database
    .select({
      organisationId: accreditations.organisationId,
      key: accreditations.key,
      standard: accreditations.standard,
      title: accreditations.title,
    })
    .from(accreditations)
    .where(and(inArray(accreditations.organisationId, providerIds), sql`upper_inf(recorded)`));
  for (const { organisationId, key, standard, title } of rows) found.get(organisationId)?.set(key, { standard, title });
  return found;
}

/** The sessions of offerings with their enrolment windows and prices, in one question: the indexer asks it of thousands. */
export async function sessionsOf(database: Database, offeringIds: string[]): Promise<Map<string, SessionRecord[]>> {
  if (offeringIds.length === 0) return new Map();
  const rows = await database
    .select({
      ...getTableColumns(sessions),
      windows: sql<EnrolmentWindow[]>`(select coalesce(json_agg(json_build_object(
        'id', w.id, 'sessionId', w.session_id, 'opensOn', w.opens_on, 'closesOn', w.closes_on) order by w.id), '[]')
        from enrolment_windows w where w.session_id = sessions.id)`,
      prices: sql<SessionPrice[]>`(select coalesce(json_agg(json_build_object(
        'sessionId', p.session_id, 'learnerGroup', p.learner_group, 'amount', p.amount, 'currency', p.currency)), '[]')
        from session_prices p where p.session_id = sessions.id)`,
    })
    .from(sessions)
    .where(sql`${sessions.offeringId} = any(${sql.param(offeringIds)}::uuid[])`)
    .orderBy(asc(sessions.startsOn), asc(sessions.id));
  return Map.groupBy(rows, ({ offeringId }) => offeringId);
}
