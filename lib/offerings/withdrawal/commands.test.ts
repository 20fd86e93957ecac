import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, offerings, pendingVersions } from "@/db/schema";
import { emptyDatabase } from "@/lib/testing/database";
import { aCrew, aPending } from "@/lib/testing/members";
import { anOffering } from "@/lib/testing/offerings";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { archiveOffering, restoreOffering, withdrawOffering, withdrawOfferings } from "./commands";

let provider: TestProvider;
let crew: Awaited<ReturnType<typeof aCrew>>;
const why = { en: "No teacher this year", nl: "Geen leraar dit jaar" };

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider();
  crew = await aCrew(provider, await aProvider());
});

async function stateOf(slug: string) {
  const [row] = await db
    .select({ status: offerings.status, reason: offerings.withdrawnReason, shown: sql<boolean>`${offerings.visible} @> now()` })
    .from(offerings)
    .where(eq(offerings.slug, slug));
  return row;
}

const happened = async (type: string) => await db.select().from(events).where(eq(events.type, type));

test("withdrawn is out of the catalogue with its reason, and undone it is back as it was", async () => {
  await anOffering(provider, { slug: "soil" });
  expect(await withdrawOffering(crew.editor, "soil", why)).toEqual({ ok: true, value: null });
  expect(await stateOf("soil")).toEqual({ status: "withdrawn", reason: why, shown: false });
  expect(await restoreOffering(crew.editor, "soil")).toEqual({ ok: true, value: null });
  expect(await stateOf("soil")).toEqual({ status: "published", reason: null, shown: true });
  expect(await happened("offering.withdrawn")).toMatchObject([
    { actor: crew.editor.id, before: { status: "published" }, after: { reason: why } },
  ]);
  expect(await happened("offering.restored")).toHaveLength(1);
});

test("asked many times at once, each happens once; another reason corrects the first", async () => {
  await anOffering(provider, { slug: "soil" });
  await Promise.all(Array.from({ length: 5 }, () => withdrawOffering(crew.editor, "soil", why)));
  expect(await happened("offering.withdrawn")).toHaveLength(1);
  await withdrawOffering(crew.manager, "soil", { en: "No room" });
  expect((await stateOf("soil"))?.reason).toEqual({ en: "No room" });
  await Promise.all(Array.from({ length: 5 }, () => restoreOffering(crew.editor, "soil")));
  expect(await happened("offering.restored")).toHaveLength(1);
});

test("the reason is asked in the original language, and a draft has nothing to withdraw", async () => {
  await anOffering(provider, { slug: "soil" });
  const missing = { ok: false, problems: [{ code: "reasonMissing", field: "reason.en" }] };
  expect(await withdrawOffering(crew.editor, "soil", { nl: "Geen leraar" })).toEqual(missing);
  await anOffering(provider, { slug: "draft", status: "draft" });
  expect(await withdrawOffering(crew.editor, "draft", why)).toEqual({ ok: false, problems: [{ code: "notLive" }] });
});

test("withdrawing ends an order to publish, and says so", async () => {
  const id = await anOffering(provider, { slug: "soil" });
  await aPending(id, { eqf: 6 });
  await db.update(pendingVersions).set({ publishOn: "2030-01-01", publishBy: crew.editor.id });
  await withdrawOffering(crew.editor, "soil", why);
  expect(await db.select({ on: pendingVersions.publishOn }).from(pendingVersions)).toEqual([{ on: null }]);
  expect(await happened("offering.unscheduled")).toMatchObject([{ after: { on: "2030-01-01" } }]);
});

test("a manager archives for good: nothing brings it back", async () => {
  await anOffering(provider, { slug: "soil" });
  expect(await archiveOffering(crew.editor, "soil")).toEqual({ ok: false, problems: [{ code: "notAllowed" }] });
  expect(await archiveOffering(crew.manager, "soil")).toEqual({ ok: true, value: null });
  expect(await archiveOffering(crew.manager, "soil")).toEqual({ ok: true, value: null });
  expect(await happened("offering.archived")).toHaveLength(1);
  expect(await stateOf("soil")).toMatchObject({ status: "archived", shown: false });
  const final = { ok: false, problems: [{ code: "archivedIsFinal" }] };
  expect(await restoreOffering(crew.manager, "soil")).toEqual(final);
  expect(await withdrawOffering(crew.manager, "soil", why)).toEqual(final);
});

test("who may not is told so, and to a stranger it is not there", async () => {
  await anOffering(provider, { slug: "soil" });
  const before = await stateOf("soil");
  const acts = [(actor: typeof crew.viewer, slug: string) => withdrawOffering(actor, slug, why), restoreOffering, archiveOffering];
  for (const act of acts) {
    expect(await act(crew.viewer, "soil")).toEqual({ ok: false, problems: [{ code: "notAllowed" }] });
    const absent = { ok: false, problems: [{ code: "offeringAbsent" }] };
    expect(await act(crew.stranger, "soil")).toEqual(absent);
    expect(await act(crew.stranger, "nowhere")).toEqual(absent);
  }
  expect(await stateOf("soil")).toEqual(before);
});

test("an order to publish ends also where a feed or a machine withdraws", async () => {
  const id = await anOffering(provider, { slug: "soil" });
  const kept = await anOffering(await aProvider(), { slug: "other" });
  await aPending(id);
  await db.update(pendingVersions).set({ publishOn: "2099-01-01", publishBy: crew.editor.id }).where(eq(pendingVersions.offeringId, id));
  const turned = await db.transaction((tx) => withdrawOfferings(tx, crew.manager, provider.id, [id, kept], why));
  expect(turned).toEqual([id]);
  expect(await stateOf("soil")).toEqual({ status: "withdrawn", reason: why, shown: false });
  expect((await stateOf("other"))?.status).toBe("published");
  expect(await db.select({ on: pendingVersions.publishOn }).from(pendingVersions)).toEqual([{ on: null }]);
  expect(await happened("offering.unscheduled")).toHaveLength(1);
});
