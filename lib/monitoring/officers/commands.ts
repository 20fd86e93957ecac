import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { monitored, monitoringFlags, monitoringNotes, organisations, verifications } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { findWhyNot } from "@/lib/decisions/queries";
import { recordEvents } from "@/lib/events/commands";
import { isId } from "@/lib/id";
import { findMonitored, type MonitoredOffering } from "@/lib/monitoring/queries";
import { notify } from "@/lib/notices/commands";
import { ok, type Result, refuse } from "@/lib/result";
import { plainText } from "@/lib/texts/texts";

type Work = (tx: Transaction, offering: MonitoredOffering, authorityId: string) => Promise<Result<null>>;

/** What an officer does about an offering that their authority answers for; whoever declared a conflict does nothing about it. */
async function withOffering(actor: Actor, slug: string, work: Work): Promise<Result<null>> {
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const offering = await findMonitored(actor, slug, tx);
    const authorityId = actor.organisationId;
    if (!offering?.own || !authorityId) return refuse({ code: "monitoredUnknown" });
    if (!may(actor, "monitoring.act", { organisationId: authorityId })) return refuse({ code: "notAllowed" });
    const why = await findWhyNot(actor, offering.providerId, tx);
    return why ? refuse({ code: why }) : await work(tx, offering, authorityId);
  });
}

/**
 * Takes versions as seen, each as it was on the screen: what was published since stays in the queue. All or none; what somebody else has
 * acknowledged meanwhile is no fault.
 */
export async function acknowledgeVersions(
  actor: Actor,
  seen: { offeringId: string; number: number }[],
): Promise<Result<{ count: number }>> {
  return await db
    .transaction(async (tx): Promise<Result<{ count: number }>> => {
      const authorityId = actor.organisationId;
      if (!authorityId || !may(actor, "monitoring.act", { organisationId: authorityId })) return refuse({ code: "notAllowed" });
      let count = 0;
      // In one order, so that two who tick the same do not wait for each other.
      for (const { offeringId, number } of seen.toSorted((a, b) => a.offeringId.localeCompare(b.offeringId))) {
        const [row] = isId(offeringId)
          ? await tx.execute<{ slug: string }>(sql`select slug from offerings where id = ${offeringId}::uuid`)
          : [];
        const offering = row && (await findMonitored(actor, row.slug, tx));
        if (!offering?.own || number < 1 || number > offering.number) throw new Refused();
        if (await findWhyNot(actor, offering.providerId, tx)) throw new Refused();
        await tx.insert(monitored).values({ offeringId }).onConflictDoNothing();
        const changed = await tx
          .update(monitored)
          .set({ acknowledgedNumber: number, acknowledgedAt: now(), acknowledgedById: authorityId, flaggedOn: null })
          .where(and(eq(monitored.offeringId, offeringId), lt(monitored.acknowledgedNumber, number)))
          .returning({ id: monitored.offeringId });
        if (changed.length === 0) continue;
        count += 1;
        await recordEvents(tx, actor, [
          {
            type: "monitoring.acknowledged",
            subject: "monitoring",
            subjectId: offeringId,
            organisationId: offering.providerId,
            after: { number },
          },
        ]);
      }
      return ok({ count });
    })
    .catch((fault: unknown) => {
      if (fault instanceof Refused) return refuse({ code: "monitoredUnknown" });
      throw fault;
    });
}

/** Rolls the transaction back: of what was ticked, something may not be acknowledged. */
class Refused extends Error {}

/** Says something to the provider about the version in force: it is told in the desk and by mail. */
export async function commentOnOffering(actor: Actor, slug: string, text: string): Promise<Result<null>> {
  return await withOffering(actor, slug, async (tx, offering, authorityId) => {
    const id = await writeNote(tx, actor, offering, { authorityId, text, sharedWithId: null });
    if (id === undefined) return ok(null);
    await notify(tx, {
      organisationId: offering.providerId,
      kind: "monitoring-comment",
      about: id,
      values: { offering: plainText(offering.now.title, offering.now.originalLanguage), text },
      path: `manage/offerings/${slug}/edit/learn`,
    });
    return ok(null);
  });
}

/** Hands it to another authority, which then reads it too. */
export async function shareOffering(
  actor: Actor,
  slug: string,
  { authority, shareText: text }: { authority: string; shareText: string },
): Promise<Result<null>> {
  return await withOffering(actor, slug, async (tx, offering, authorityId) => {
    const [other] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.slug, authority), sql`'competent-authority' = any (${organisations.roles})`));
    if (!other || other.id === authorityId) return refuse({ code: "authorityMissing", field: "authority" });
    const id = await writeNote(tx, actor, offering, { authorityId, text, sharedWithId: other.id });
    if (id === undefined) return ok(null);
    await notify(tx, {
      organisationId: other.id,
      kind: "monitoring-shared",
      about: id,
      values: { offering: plainText(offering.now.title, offering.now.originalLanguage) },
      path: `oversight/monitoring/${slug}`,
    });
    return ok(null);
  });
}

type NewNote = { authorityId: string; text: string; sharedWithId: string | null };

/** A form that came twice says nothing twice: the row of the offering is held, and the same words to the same reader stay one note. */
async function writeNote(tx: Transaction, actor: Actor, offering: MonitoredOffering, note: NewNote): Promise<string | undefined> {
  const { id: offeringId, number: versionNumber, providerId } = offering;
  await tx.execute(sql`select 1 from offerings where id = ${offeringId}::uuid for no key update`);
  const { authorityId, text, sharedWithId } = note;
  const to = sharedWithId === null ? isNull(monitoringNotes.sharedWithId) : eq(monitoringNotes.sharedWithId, sharedWithId);
  const same = and(
    eq(monitoringNotes.offeringId, offeringId),
    eq(monitoringNotes.versionNumber, versionNumber),
    eq(monitoringNotes.authorityId, authorityId),
    eq(monitoringNotes.text, text),
    to,
  );
  if ((await tx.$count(monitoringNotes, same)) > 0) return undefined;
  const [row] = await tx
    .insert(monitoringNotes)
    .values({ ...note, offeringId, versionNumber, personId: personIdOf(actor), writtenAt: now() })
    .returning({ id: monitoringNotes.id });
  const type = sharedWithId === null ? "monitoring.commented" : "monitoring.shared";
  await recordEvents(tx, actor, [
    { type, subject: "monitoring", subjectId: offeringId, organisationId: providerId, after: { text, sharedWithId } },
  ]);
  return row?.id;
}

/** Closes a flag that is none, with the reason for it. It stays quiet as long as it would say the same. */
export async function dismissFlag(actor: Actor, slug: string, { flag, reason }: { flag: string; reason: string }): Promise<Result<null>> {
  return await withOffering(actor, slug, async (tx, offering) => {
    const known = offering.flags.find(({ id }) => id === flag);
    if (!known) return refuse({ code: "flagGone" });
    if (known.dismissedReason !== null) return ok(null);
    await tx
      .update(monitoringFlags)
      .set({ dismissedAt: now(), dismissedById: personIdOf(actor), dismissedReason: reason })
      .where(and(eq(monitoringFlags.id, flag), isNull(monitoringFlags.dismissedAt)));
    await tx.update(monitored).set({ flaggedOn: null }).where(eq(monitored.offeringId, offering.id));
    await recordEvents(tx, actor, [
      {
        type: "monitoring.dismissed",
        subject: "monitoring",
        subjectId: offering.id,
        organisationId: offering.providerId,
        after: { kind: known.kind, reason },
      },
    ]);
    return ok(null);
  });
}

/** Says that the level or the credits of the version in force are true, on which evidence. Public pages show it. */
export async function verifyOffering(
  actor: Actor,
  slug: string,
  { field, evidence }: { field: "level" | "credits"; evidence: string },
): Promise<Result<null>> {
  return await withOffering(actor, slug, async (tx, offering, authorityId) => {
    const value = field === "level" ? offering.now.eqf : offering.now.ects;
    if (value === null) return refuse({ code: "nothingToVerify", field: "field" });
    const made = await tx
      .insert(verifications)
      .values({
        offeringId: offering.id,
        versionNumber: offering.number,
        field,
        value: String(value),
        verifiedById: authorityId,
        verifiedOn: today(),
        evidenceUrl: evidence,
      })
      .onConflictDoNothing()
      .returning({ id: verifications.id });
    if (made.length === 0) return ok(null);
    await recordEvents(tx, actor, [
      {
        type: "monitoring.verified",
        subject: "monitoring",
        subjectId: offering.id,
        organisationId: offering.providerId,
        after: { field, value: String(value), version: offering.number, evidence },
      },
    ]);
    return ok(null);
  });
}
