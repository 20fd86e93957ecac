import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db";
import { decisions, offerings, pendingVersions, sessions } from "@/db/schema";
import { indexEvents } from "@/lib/catalogue/commands";
import { prepareIndexes } from "@/lib/catalogue/engine";
import { parseSearchQuery } from "@/lib/catalogue/query";
import { searchCatalogue } from "@/lib/catalogue/search";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { findDraft } from "@/lib/decisions/drafts/queries";
import { dryRun } from "@/lib/decisions/dry-run/queries";
import type { SentForm } from "@/lib/decisions/kinds/words";
import { findOverseen } from "@/lib/decisions/queries";
import { draftDecision, signDecision } from "@/lib/decisions/signing/commands";
import { feedOf } from "@/lib/feeds/queries";
import { archiveOffering, withdrawOffering } from "@/lib/offerings/withdrawal/commands";
import { listOfferings } from "@/lib/open-data/queries";
import { listSitemap } from "@/lib/sitemap/queries";
import { closeDatabase, emptyDatabase } from "./database";
import { aDecidedProvider, aForm } from "./deciding";
import { anOffering } from "./offerings";
import { aContent } from "./records";
import { aProvider, only } from "./registry";
import { dropIndexes, emptyIndexes } from "./search-engine";

beforeAll(async () => {
  await prepareIndexes();
  await emptyDatabase();
  await emptyIndexes();
});
afterAll(async () => {
  await dropIndexes();
  await closeDatabase();
});

const day = today();
let crew: Awaited<ReturnType<typeof aDecidedProvider>>;

const mustDo = async (done: Promise<{ ok: boolean; problems?: unknown }>) => {
  const { ok, problems } = await done;
  if (!ok) throw new Error(JSON.stringify(problems));
};

async function several<T>(count: number, one: (place: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let place = 0; place < count; place += 10)
    made.push(...(await Promise.all(Array.from({ length: Math.min(10, count - place) }, (_, more) => one(place + more)))));
  return made;
}

/** Drafts a decision, looks at what it touches, and signs it. */
async function sign(form: SentForm) {
  const { registrar, provider } = crew;
  const drafted = await draftDecision(registrar, provider.slug, form, crypto.randomUUID());
  const overseen = await findOverseen(registrar, provider.slug);
  const draft = drafted.ok && overseen && (await findDraft(registrar, overseen, drafted.value.id));
  if (!draft || !overseen) throw new Error(JSON.stringify(drafted));
  const shown = await dryRun(db, overseen, draft);
  if (!shown.ok) throw new Error(JSON.stringify(shown.problems));
  const signed = await signDecision(registrar, provider.slug, draft.id, shown.value.fingerprint);
  if (!signed.ok) throw new Error(JSON.stringify(signed.problems));
  const made = await db.select({ id: decisions.id }).from(decisions).where(eq(decisions.number, signed.value.number));
  return { id: only(made).id, shown: shown.value };
}

/** Everything that belongs to the provider, as it is kept: but when it was changed last. */
async function kept() {
  const { visible, status, currentVersionId, supersededById, externalId, slug } = offerings;
  const of = eq(offerings.providerId, crew.provider.id);
  return {
    offerings: await db
      .select({ id: offerings.id, visible, status, currentVersionId, supersededById, externalId, slug })
      .from(offerings)
      .where(of)
      .orderBy(offerings.id),
    pending: await db.select().from(pendingVersions).orderBy(pendingVersions.offeringId),
    sessions: await db.select().from(sessions).orderBy(sessions.id),
  };
}

/** What each public list holds of the provider: open data, sitemap, search and feed. */
async function listed() {
  const open: string[] = [];
  for (let page = await listOfferings(undefined, 500); page.length > 0; page = await listOfferings(page.at(-1)?.id, 500))
    open.push(...page.filter(({ provider }) => provider === crew.provider.slug).map(({ id }) => id));
  const slugs = new Set((await kept()).offerings.map(({ slug }) => slug));
  const query = parseSearchQuery({ provider: crew.provider.slug });
  const { body } = await feedOf(query, "en", { title: "New" });
  return {
    open,
    sitemap: (await listSitemap(1)).filter(({ slug }) => slugs.has(slug)).length,
    search: (await searchCatalogue(query, "en")).total,
    feed: [...body.matchAll(/<id>urn:uuid:/g)].length,
  };
}

test("more than a thousand offerings leave every public list by one signature, and reinstatement brings back exactly what is there then", async () => {
  crew = await aDecidedProvider();
  const other = await anOffering(await aProvider({ slug: "garden" }));
  const published = await several(1050, (place) =>
    anOffering(crew.provider, { sessions: place % 10 ? [] : [{ startsOn: addDays(day, 30) }] }),
  );
  const drafts = await several(20, () => anOffering(crew.provider, { status: "draft" }));
  for (const status of ["withdrawn", "archived"] as const) await several(20, () => anOffering(crew.provider, { status }));
  const pending = [...drafts, ...published.slice(0, 30)];
  await db.insert(pendingVersions).values(pending.map((offeringId) => ({ offeringId, content: aContent({ ects: 7 }), publishOn: null })));
  await indexEvents();
  const [before, seen] = [await kept(), await listed()];
  expect(seen).toMatchObject({ sitemap: 1050, search: 1050, feed: 50 });
  expect(seen.open.toSorted()).toEqual(published.toSorted());

  const suspension = await sign(aForm("suspend", { from: day, end: "open", reviewOn: addDays(day, 90), scope: "all" }));
  expect(suspension.shown.days).toMatchObject([{ day, counts: { leaves: 1050 } }]);
  expect(await listed()).toEqual({ open: [], sitemap: 0, search: 0, feed: 0 });
  expect((await listOfferings(undefined, 10)).map(({ id }) => id)).toEqual([other]);
  await indexEvents();
  expect(await listed()).toEqual({ open: [], sitemap: 0, search: 0, feed: 0 });

  // Meanwhile the provider takes some out, and puts some of those away.
  const slugOf = (id: string) => before.offerings.find((one) => one.id === id)?.slug ?? "";
  const gone = published.slice(100, 107);
  for (const id of gone) await mustDo(withdrawOffering(crew.manager, slugOf(id), { en: "No teacher." }));
  for (const id of gone.slice(0, 3)) await mustDo(archiveOffering(crew.manager, slugOf(id)));

  await sign(aForm("reinstate", { from: day, decision: suspension.id }));
  const [after, now] = [await kept(), await listed()];
  const changed = new Map([
    ...gone.slice(3).map((id) => [id, "withdrawn"] as const),
    ...gone.slice(0, 3).map((id) => [id, "archived"] as const),
  ]);
  expect(after.offerings.filter(({ id }) => !changed.has(id))).toEqual(before.offerings.filter(({ id }) => !changed.has(id)));
  expect(after.offerings.filter(({ id }) => changed.has(id)).map(({ id, status }) => [id, status])).toEqual([...changed].toSorted());
  expect(after.pending).toEqual(before.pending);
  expect(after.sessions).toEqual(before.sessions);
  const back = published.filter((id) => !changed.has(id)).toSorted();
  expect(now.open.toSorted()).toEqual(back);
  expect(now.sitemap).toBe(1043);
  // Leaving waits for no index; coming back does.
  await indexEvents();
  expect(await listed()).toMatchObject({ sitemap: 1043, search: 1043, feed: 50 });
}, 240_000);
