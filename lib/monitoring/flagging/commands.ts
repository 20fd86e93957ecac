import { and, eq, inArray, isNull, notInArray, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { accreditations, monitored, monitoringFlags, textBands } from "@/db/schema";
import { today } from "@/lib/clock";
import { boundsOn, country } from "@/lib/country/country";
import { contains, type Day, fromRange } from "@/lib/days/days";
import { bandsOf, copiedPercent, shinglesOf } from "@/lib/monitoring/copies";
import { type Flag, type FlagKind, flagsOf } from "@/lib/monitoring/flags";
import { riskOf } from "@/lib/monitoring/risk";
import { type OfferingContent, offeringContent } from "@/lib/offerings/content";
import { consequencesOf } from "@/lib/offerings/field-rules";
import { type KnownQuality, readQuality } from "@/lib/quality/flagging/queries";
import { knownAt } from "@/lib/visibility/queries";
import { type AccreditationFact, covers, shownDuring } from "@/lib/visibility/visibility";

type Due = {
  id: string;
  providerId: string;
  nuts: string | null;
  number: number;
  effectiveFrom: Day;
  content: unknown;
  seen: unknown;
  neverConfirmed: number;
};

const batch = 200;

/**
 * Looks at every published offering that has another version than at the last look, or was not looked at today: writes the flags that are
 * there, closes those that are gone, and says what changed since somebody saw it. Safe to repeat and beside another. Answers how many.
 */
export async function flagWhatIsDue(day: Day = today()): Promise<number> {
  let looked = 0;
  for (;;) {
    const due = await listDue(day);
    if (due.length === 0) return looked;
    const providers = [...new Set(due.map(({ providerId }) => providerId))];
    const [held, quality] = await Promise.all([listHeld(providers), readQuality(providers, day)]);
    for (const one of due) await look(one, held.get(one.providerId) ?? [], quality, day);
    looked += due.length;
  }
}

async function listDue(day: Day): Promise<Due[]> {
  return await db.execute<Due>(sql`
    select o.id, o.provider_id as "providerId", p.nuts, v.number, v.effective_from::text as "effectiveFrom", v.content,
      (select w.content from versions w where w.offering_id = o.id and w.number = m.acknowledged_number) as seen,
      (select count(*)::int from sessions s where s.offering_id = o.id and s.cancelled_on is null and s.confirmed_on is null
        and s.starts_on > ${day}::date and s.starts_on <= ${day}::date + 30) as "neverConfirmed"
    from offerings o join versions v on v.id = o.current_version_id join organisations p on p.id = o.provider_id
    left join monitored m on m.offering_id = o.id
    where o.status = 'published' and (m.offering_id is null or m.flagged_on is null or m.flagged_on < ${day}::date or m.flagged_number <> v.number)
    order by o.id limit ${batch}`);
}

type Held = AccreditationFact & { organisationId: string; accreditingBodyId: string; standard: string; reportUrl: string | null };

async function listHeld(providers: string[]): Promise<Map<string, Held[]>> {
  const rows = await db
    .select()
    .from(accreditations)
    .where(and(inArray(accreditations.organisationId, providers), knownAt(accreditations.recorded, null)));
  return Map.groupBy(
    rows.map((row) => ({ ...row, valid: fromRange(row.valid) })),
    ({ organisationId }) => organisationId,
  );
}

async function look(one: Due, held: Held[], quality: KnownQuality | undefined, day: Day): Promise<void> {
  const content = offeringContent.parse(one.content);
  const covering = coveredBy(one, content, held, day);
  await db.transaction(async (tx) => {
    await tx.insert(monitored).values({ offeringId: one.id }).onConflictDoNothing();
    const [row] = await tx.select().from(monitored).where(eq(monitored.offeringId, one.id)).for("update");
    if (!row) throw new Error("An offering lost its place in the queue");
    const found = flagsOf({
      content,
      hoursPerEcts: country.hoursPerEcts,
      bounds: boundsOn(one.effectiveFrom),
      coveredStandards: covering.map(({ standard }) => standard),
      copy: await findCopy(tx, one, content, row.flaggedNumber !== one.number),
      neverConfirmed: one.neverConfirmed,
      reported: quality && {
        day,
        reports: quality.reports.get(one.providerId) ?? [],
        declared: covering.map(({ standard, reportUrl, accreditingBodyId }) => ({
          standard,
          reportUrl,
          agency: quality.agencies.get(accreditingBodyId) ?? null,
        })),
      },
    });
    const open = await writeFlags(tx, one, found);
    const isSeen = row.acknowledgedNumber >= one.number;
    const changes = isSeen || !one.seen ? [] : consequencesOf(offeringContent.parse(one.seen), content).changes;
    const fields = [...new Set(changes.map(({ field }) => field))];
    const reopens = new Set(changes.filter(({ reopensReview }) => reopensReview).map(({ field }) => field)).size;
    const isNew = !isSeen && !one.seen;
    await tx
      .update(monitored)
      .set({
        flaggedNumber: one.number,
        flaggedOn: day,
        changed: fields,
        reopensReview: reopens,
        risk: riskOf({ isNew, reopens, others: fields.length - reopens, flags: open }),
      })
      .where(eq(monitored.offeringId, one.id));
  });
}

/** What covers an offering today. */
function coveredBy({ id, nuts }: Due, { eqf, fields, setting }: OfferingContent, held: Held[], day: Day): Held[] {
  const scope = { offeringId: id, eqf: eqf ?? 0, fields, setting, nuts };
  const holding = held.filter((one) => shownDuring(one).some((period) => contains(period, day)));
  return holding.filter((one) => covers(one, scope));
}

/** Keeps the fingerprint of a text that is new, and finds another provider's offering that has the same words. The older of two is no copy. */
async function findCopy(
  tx: Transaction,
  { id, providerId }: Due,
  content: OfferingContent,
  isNew: boolean,
): Promise<{ slug: string; percent: number } | undefined> {
  const shingles = shinglesOf(content);
  if (isNew) {
    await tx.delete(textBands).where(eq(textBands.offeringId, id));
    const bands = bandsOf(shingles).map((hash, band) => ({ offeringId: id, band, hash }));
    if (bands.length > 0) await tx.insert(textBands).values(bands);
  }
  if (shingles.size === 0) return undefined;
  const alike = await tx.execute<{ slug: string; content: unknown }>(sql`
    select o.slug, v.content from offerings o join versions v on v.id = o.current_version_id
    where o.status = 'published' and o.provider_id <> ${providerId}::uuid
      and o.first_published_at <= (select first_published_at from offerings where id = ${id}::uuid)
      and o.id in (select b.offering_id from text_bands b join text_bands mine on mine.band = b.band and mine.hash = b.hash
        where mine.offering_id = ${id}::uuid and b.offering_id <> ${id}::uuid)
    order by o.slug limit 20`);
  const copies = alike.flatMap(({ slug, content: other }) => {
    const percent = copiedPercent(shingles, shinglesOf(offeringContent.parse(other)));
    return percent === null ? [] : [{ slug, percent }];
  });
  return copies.sort((a, b) => b.percent - a.percent)[0];
}

/** What says the same stays, also where an officer has dismissed it; answers the kinds that still ask. */
async function writeFlags(tx: Transaction, { id, number }: Due, found: Flag[]): Promise<FlagKind[]> {
  const kinds = found.map(({ kind }) => kind);
  const held = and(eq(monitoringFlags.offeringId, id), isNull(monitoringFlags.goneAt));
  await tx
    .update(monitoringFlags)
    .set({ goneAt: sql`now()` })
    .where(kinds.length > 0 ? and(held, notInArray(monitoringFlags.kind, kinds)) : held);
  const known = await tx.select().from(monitoringFlags).where(held);
  const open: FlagKind[] = [];
  for (const { kind, values } of found) {
    const before = known.find((flag) => flag.kind === kind);
    const isSame = before && sameValues(before.values, values);
    if (!isSame || !before.dismissedAt) open.push(kind);
    if (isSame) continue;
    if (before) await tx.update(monitoringFlags).set({ goneAt: sql`now()` }).where(eq(monitoringFlags.id, before.id));
    await tx.insert(monitoringFlags).values({ offeringId: id, versionNumber: number, kind, values });
  }
  return open;
}

function sameValues(one: Record<string, string | number>, other: Record<string, string | number>): boolean {
  const names = Object.keys({ ...one, ...other });
  return names.every((name) => one[name] === other[name]);
}
