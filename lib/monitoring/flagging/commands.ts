import { and, eq, isNull, notInArray, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { monitored, monitoringFlags, textBands } from "@/db/schema";
import { today } from "@/lib/clock";
import { boundsOn, country } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";
import { type Basis, basisOf } from "@/lib/monitoring/basis";
import { bandsOf, copiedPercent, shinglesOf } from "@/lib/monitoring/copies";
import { type Flag, type FlagKind, flagsOf } from "@/lib/monitoring/flags";
import { riskOf } from "@/lib/monitoring/risk";
import { type OfferingContent, offeringContent } from "@/lib/offerings/content";
import { consequencesOf } from "@/lib/offerings/field-rules";
import { readQuality } from "@/lib/quality/flagging/queries";
import { coveredBy, type Due, listAlike, listContents, listDue, listHeld } from "./queries";

/** So many are asked about at once, and so many looked at in one transaction. */
const [batch, together] = [1000, 25];

/**
 * Looks at every published offering that has another version than at the last look, or was not looked at today: writes the flags that are
 * there, closes those that are gone, and says what changed since somebody saw it. Where all that a look rests on is as it was, it would say
 * the same, and only the day is written. Safe to repeat and beside another. Answers how many were looked at.
 */
export async function flagWhatIsDue(day: Day = today()): Promise<number> {
  let looked = 0;
  for (;;) {
    const due = await listDue(day, batch);
    if (due.length === 0) return looked;
    const providers = [...new Set(due.map(({ providerId }) => providerId))];
    const [held, quality] = await Promise.all([listHeld(providers), readQuality(providers, day)]);
    const now = due.map((one): Looked => {
      const covering = coveredBy(one, held.get(one.providerId) ?? [], day);
      const reported = quality && {
        day,
        reports: quality.reports.get(one.providerId) ?? [],
        declared: covering.map(({ standard, reportUrl, accreditingBodyId }) => ({
          standard,
          reportUrl,
          agency: quality.agencies.get(accreditingBodyId) ?? null,
        })),
      };
      const covered = covering.map(({ standard }) => standard);
      return { ...one, covered, reported, stated: [boundsOn(one.effectiveFrom), country.hoursPerEcts] };
    });
    const changed = now.filter((one) => one.basis !== basisOf(one));
    const same = now.filter((one) => one.basis === basisOf(one));
    await db.execute(sql`update monitored set flagged_on = ${day}::date where offering_id = any (${idsOf(same)}::uuid[])
      and flagged_on is not null`);
    for (let place = 0; place < changed.length; place += together) await lookAt(changed.slice(place, place + together), day);
    looked += changed.length;
  }
}

type Looked = Due & Pick<Basis, "covered" | "reported" | "stated">;

const idsOf = (all: Due[]) => `{${all.map(({ id }) => id).join()}}`;

/** In the order of their ids, as officers take them too, so that nobody waits for somebody who waits for them. */
async function lookAt(all: Looked[], day: Day): Promise<void> {
  const contents = await listContents(all.map(({ id }) => id));
  await db.transaction(async (tx) => {
    for (const one of all) {
      const content = contents.get(one.id);
      if (content) await look(tx, one, content, day);
    }
  });
}

async function look(tx: Transaction, one: Looked, { now, seen }: { now: OfferingContent; seen: OfferingContent | null }, day: Day) {
  const [row] = await tx
    .insert(monitored)
    .values({ offeringId: one.id })
    .onConflictDoUpdate({ target: monitored.offeringId, set: { offeringId: one.id } })
    .returning();
  if (!row) throw new Error("An offering lost its place in the queue");
  const { copy, alike } = await findCopy(tx, one, now, row.flaggedNumber !== one.number);
  const found = flagsOf({
    content: now,
    hoursPerEcts: country.hoursPerEcts,
    bounds: boundsOn(one.effectiveFrom),
    coveredStandards: one.covered,
    copy,
    neverConfirmed: one.neverConfirmed,
    reported: one.reported,
  });
  const open = await writeFlags(tx, one, found);
  const isSeen = row.acknowledgedNumber >= one.number;
  const changes = isSeen || !seen ? [] : consequencesOf(seen, now).changes;
  const fields = [...new Set(changes.map(({ field }) => field))];
  const reopens = new Set(changes.filter(({ reopensReview }) => reopensReview).map(({ field }) => field)).size;
  await tx
    .update(monitored)
    .set({
      flaggedNumber: one.number,
      flaggedOn: day,
      basis: basisOf({ ...one, alike }),
      changed: fields,
      reopensReview: reopens,
      risk: riskOf({ isNew: !isSeen && !seen, reopens, others: fields.length - reopens, flags: open }),
    })
    .where(eq(monitored.offeringId, one.id));
}

type Copy = { copy: { slug: string; percent: number } | undefined; alike: string[] };

/** Keeps the fingerprint of a text that is new, and finds another provider's offering that has the same words. The older of two is no copy. */
async function findCopy(tx: Transaction, one: Due, content: OfferingContent, isNew: boolean): Promise<Copy> {
  const shingles = shinglesOf(content);
  if (isNew) {
    await tx.delete(textBands).where(eq(textBands.offeringId, one.id));
    const bands = bandsOf(shingles).map((hash, band) => ({ offeringId: one.id, band, hash }));
    if (bands.length > 0) await tx.insert(textBands).values(bands);
  } else if (one.alike.length === 0) return { copy: undefined, alike: [] };
  if (shingles.size === 0) return { copy: undefined, alike: [] };
  const others = await listAlike(one, tx);
  const copies = others.flatMap(({ slug, content: other }) => {
    const percent = copiedPercent(shingles, shinglesOf(offeringContent.parse(other)));
    return percent === null ? [] : [{ slug, percent }];
  });
  return { copy: copies.sort((a, b) => b.percent - a.percent)[0], alike: others.map(({ slug, number }) => `${slug} ${number}`) };
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
