import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, monitored, notices, offerings, organisationConflicts, verifications, versions } from "@/db/schema";
import { personIdOf } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { factsOfVersion } from "@/lib/offerings/publication";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { aDecidedProvider } from "@/lib/testing/deciding";
import { anOffering, aSession } from "@/lib/testing/offerings";
import { aMember } from "@/lib/testing/people";
import { aContent } from "@/lib/testing/records";
import { only } from "@/lib/testing/registry";
import { flagWhatIsDue } from "./flagging/commands";
import { monitoringQuery } from "./input";
import { acknowledgeVersions, commentOnOffering, dismissFlag, shareOffering, verifyOffering } from "./officers/commands";
import { findMonitored, listMonitored } from "./queries";

type Cast = Awaited<ReturnType<typeof aDecidedProvider>>;
let cast: Cast;
const slug = "looked-at";
let offeringId = "";
const content = aContent({ ects: 3, hours: 80, eqf: 5, quality: [] });

beforeEach(async () => {
  await emptyDatabase();
  cast = await aDecidedProvider();
  offeringId = await anOffering(cast.provider, { slug, content });
  await flagWhatIsDue();
});
afterAll(closeDatabase);

/** Publishes the next version, as far as the queue looks at it. */
async function publish(change: Partial<typeof content>): Promise<void> {
  const number = (await db.$count(versions, eq(versions.offeringId, offeringId))) + 1;
  const next = { ...content, ...change };
  const row = { offeringId, number, effectiveFrom: "2026-01-01", content: next, ...factsOfVersion(next) };
  const { id } = only(await db.insert(versions).values(row).returning({ id: versions.id }));
  await db.update(offerings).set({ currentVersionId: id }).where(eq(offerings.id, offeringId));
  await flagWhatIsDue();
}

const words = (from: number) => Array.from({ length: 80 }, (_, place) => `term${from + place}`).join(" ");
const queue = async (given: Record<string, string> = {}, actor = cast.registrar) =>
  (await listMonitored(actor, monitoringQuery.parse(given))).rows.map((row) => ({ ...row, publishedAt: null }));
const seen = (number: number) => acknowledgeVersions(cast.auditor, [{ offeringId, number }]);

test("an offering waits until it is seen, and again with what changed once another version is published", async () => {
  expect(await queue()).toMatchObject([{ slug, seen: 0, number: 1, risk: 20 }]);
  expect(await seen(1)).toMatchObject({ value: { count: 1 } });
  expect(await seen(1)).toMatchObject({ value: { count: 0 } });
  expect(await queue()).toEqual([]);
  await publish({ eqf: 6, url: "https://elsewhere.example" });
  expect(await queue({ what: "review" })).toMatchObject([{ seen: 1, number: 2, changed: ["eqf", "url"], reopensReview: 1, risk: 11 }]);
});

test("nobody acknowledges a version that came after the one they saw", async () => {
  await publish({ eqf: 6 });
  await seen(1);
  expect(await queue()).toMatchObject([{ seen: 1, number: 2 }]);
  expect(await seen(7)).toMatchObject({ problems: [{ code: "monitoredUnknown" }] });
});

test("a flag is there while its rule finds it, quiet once it is dismissed, and back when it says something else", async () => {
  await seen(1);
  await publish({ hours: 20 });
  const flag = async () => (await findMonitored(cast.registrar, slug))?.flags[0];
  expect(await flag()).toMatchObject({ kind: "workload", values: { ects: 3, hours: 20, from: 75, to: 90 } });
  await seen(2);
  expect(await queue({ flag: "workload" })).toMatchObject([{ flags: ["workload"] }]);
  const input = { flag: (await flag())?.id ?? "", reason: "Credits by exam." };
  expect(await dismissFlag(cast.registrar, slug, input)).toMatchObject({ ok: true });
  await flagWhatIsDue();
  expect(await queue()).toEqual([]);
  await publish({ hours: 30 });
  expect(await flag()).toMatchObject({ values: { hours: 30 }, dismissedReason: null });
  await publish({ hours: 80 });
  expect(await flag()).toBeUndefined();
  expect(await dismissFlag(cast.registrar, slug, input)).toMatchObject({ problems: [{ code: "flagGone" }] });
});

test("words of another provider's earlier offering are found", async () => {
  const text = words(0);
  const first = await aDecidedProvider();
  const early = await anOffering(first.provider, {
    slug: "earlier",
    content: aContent({ originalLanguage: "en", description: { en: text } }),
  });
  await db
    .update(offerings)
    .set({ firstPublishedAt: new Date("2020-01-01") })
    .where(eq(offerings.id, early));
  await flagWhatIsDue();
  await publish({ originalLanguage: "en", description: { en: text } });
  expect((await findMonitored(cast.registrar, slug))?.flags).toMatchObject([{ kind: "copied", values: { slug: "earlier" } }]);
});

test("on another day only what a look rests on is looked at, and the day is written of all", async () => {
  const [tomorrow, later] = [addDays(today(), 1), addDays(today(), 2)];
  const [one, two] = [await aDecidedProvider(), aContent({ originalLanguage: "en", description: { en: words(0) } })];
  const copied = await anOffering(one.provider, { slug: "copied", content: two });
  await db
    .update(offerings)
    .set({ firstPublishedAt: new Date("2020-01-01") })
    .where(eq(offerings.id, copied));
  await flagWhatIsDue();
  await publish({ originalLanguage: "en", description: { en: words(0) } });
  const kinds = async () => (await findMonitored(cast.registrar, slug))?.flags.map(({ kind }) => kind);
  expect(await kinds()).toContain("copied");
  expect(await flagWhatIsDue()).toBe(0);
  expect(await flagWhatIsDue(tomorrow)).toBe(0);
  expect(await db.$count(monitored, eq(monitored.flaggedOn, tomorrow))).toBe(2);

  await aSession(offeringId, { startsOn: addDays(today(), 20), endsOn: addDays(today(), 21) });
  expect(await flagWhatIsDue(later)).toBe(1);
  expect(await kinds()).toContain("unconfirmed");
  await db.update(offerings).set({ status: "withdrawn" }).where(eq(offerings.id, copied));
  expect(await flagWhatIsDue(addDays(today(), 3))).toBe(1);
  expect(await kinds()).not.toContain("copied");
});

test("a comment reaches the provider once, with its words", async () => {
  for (const _ of [1, 2]) expect(await commentOnOffering(cast.auditor, slug, "Is this level right?")).toMatchObject({ ok: true });
  const told = await db.select().from(notices).where(eq(notices.kind, "monitoring-comment"));
  expect(told.map(({ personId, values }) => [personId, values.text])).toEqual([[personIdOf(cast.manager), "Is this level right?"]]);
});

test("another authority reads what is shared with it, and does nothing about it", async () => {
  expect(await findMonitored(cast.elsewhere, slug)).toBeUndefined();
  expect(await commentOnOffering(cast.elsewhere, slug, "Ours?")).toMatchObject({ problems: [{ code: "monitoredUnknown" }] });
  expect(await shareOffering(cast.registrar, slug, { authority: "leerpadenraad", shareText: "To us?" })).toMatchObject({ ok: false });
  expect(await shareOffering(cast.registrar, slug, { authority: "rat-der-lernwege", shareText: "In German too." })).toMatchObject({
    ok: true,
  });
  expect(await findMonitored(cast.elsewhere, slug)).toMatchObject({ own: false, notes: [{ text: "In German too." }] });
  expect(await queue({ what: "shared" }, cast.elsewhere)).toMatchObject([{ slug }]);
  expect(await acknowledgeVersions(cast.elsewhere, [{ offeringId, number: 1 }])).toMatchObject({ ok: false });
  expect(await commentOnOffering(cast.elsewhere, slug, "Ours?")).toMatchObject({ problems: [{ code: "monitoredUnknown" }] });
});

test("a level is verified for the version in force, by whom and on what evidence", async () => {
  const given = { field: "level", evidence: "https://council.example/report.pdf" } as const;
  for (const _ of [1, 2]) expect(await verifyOffering(cast.registrar, slug, given)).toMatchObject({ ok: true });
  expect(await db.select().from(verifications)).toMatchObject([
    { versionNumber: 1, field: "level", value: "5", verifiedById: cast.provider.authorityId, evidenceUrl: given.evidence },
  ]);
});

test("an analyst only reads, and who declared a conflict does nothing", async () => {
  const analyst = await aMember(cast.provider.authorityId, "analyst");
  expect(await queue({}, analyst)).toHaveLength(1);
  expect(await commentOnOffering(analyst, slug, "May I?")).toMatchObject({ problems: [{ code: "notAllowed" }] });
  expect(await acknowledgeVersions(analyst, [{ offeringId, number: 1 }])).toMatchObject({ problems: [{ code: "notAllowed" }] });
  await db
    .insert(organisationConflicts)
    .values({ personId: personIdOf(cast.auditor) ?? "", organisationId: cast.provider.id, reason: "Taught there" });
  expect(await commentOnOffering(cast.auditor, slug, "Hm.")).toMatchObject({ problems: [{ code: "conflictDeclared" }] });
  expect(await seen(1)).toMatchObject({ ok: false });
  expect(await db.select().from(monitored)).toMatchObject([{ acknowledgedNumber: 0 }]);
  expect(await db.$count(events, eq(events.subject, "monitoring"))).toBe(0);
});
