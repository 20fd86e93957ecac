import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db";
import { events, offerings, organisations, pendingVersions, versions } from "@/db/schema";
import type { Actor, Role } from "@/lib/auth/permissions";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering } from "@/lib/testing/offerings";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { createDraft, discardPending, saveDraftPart } from "./commands";
import { valuesOfPart } from "./parts";
import { findOwnOffering } from "./queries";

let provider: TestProvider;
let other: TestProvider;
const as = (role: Role, organisation = provider): Actor => ({
  id: `person:00000000-0000-4000-8000-00000000000${role === "manager" ? 1 : 2}`,
  role,
  organisationId: organisation.id,
});
const begun = { title: "Soil care", language: "en", externalId: "A-1" };

beforeEach(async () => {
  await emptyDatabase();
  [provider, other] = [await aProvider({ slug: "garden-college" }), await aProvider({ slug: "sea-college" })];
});

async function aDraft(): Promise<string> {
  const made = await createDraft(as("editor"), begun);
  if (!made.ok) throw new Error(made.problems[0]?.code);
  return made.value.slug;
}

async function pendingOf(slug: string) {
  const own = await findOwnOffering(as("manager"), slug);
  if (!own?.pending) throw new Error("nothing is pending");
  return own.pending;
}

describe("a new draft", () => {
  test("says what the provider states for its whole catalogue, and nobody else finds it", async () => {
    await db
      .update(organisations)
      .set({ statements: { quality: ["esg"], languages: ["nl"] } })
      .where(eq(organisations.id, provider.id));
    const slug = await aDraft();
    expect(await pendingOf(slug)).toMatchObject({
      revision: 1,
      updatedBy: as("editor").id,
      content: { title: { en: "Soil care" }, quality: ["esg"], languages: ["nl"], statedForCatalogue: ["languages", "quality"] },
    });
    expect(await findOwnOffering(as("manager", other), slug)).toBeUndefined();
    expect(await db.select().from(events).where(eq(events.type, "offering.drafted"))).toMatchObject([{ actor: as("editor").id }]);
  });

  test("needs the right to write and an id that is free; asked for twice at once, it is made once", async () => {
    expect(await createDraft(as("viewer"), begun)).toMatchObject({ ok: false, problems: [{ code: "notAllowed" }] });
    const both = await Promise.all([createDraft(as("editor"), begun), createDraft(as("manager"), begun)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: "idTaken", field: "externalId" }] });
    expect(await db.select().from(offerings)).toHaveLength(1);
    expect(await createDraft(as("editor", other), begun), "another provider numbers for itself").toMatchObject({ ok: true });
  });
});

describe("saving a part", () => {
  test("of a live offering begins a pending version, and leaves what is live alone", async () => {
    await anOffering(provider, { slug: "soil", externalId: "S" });
    const before = await db.select().from(versions);
    const saved = await saveDraftPart(as("editor"), "soil", { part: "workload", values: { ects: 4 }, revision: 0 });
    expect(saved).toMatchObject({ ok: true, value: { revision: 1, content: { ects: 4, title: { en: "Soil care for gardeners" } } } });
    expect(await db.select().from(versions)).toEqual(before);
    const [event] = await db.select().from(events).where(eq(events.type, "offering.drafted"));
    expect(event).toMatchObject({ before: { ects: 3 }, after: { ects: 4 }, organisationId: provider.id });
    const again = await saveDraftPart(as("editor"), "soil", { part: "workload", values: { ects: 4 }, revision: 1 });
    expect(again, "saying the same again writes nothing").toMatchObject({ ok: true, value: { revision: 1 } });
    expect(await db.select().from(events).where(eq(events.type, "offering.drafted"))).toHaveLength(1);
  });

  test("is refused to a reader, and to others as if the offering were not there", async () => {
    const slug = await aDraft();
    const edit = { part: "workload" as const, values: { ects: 4 }, revision: 1 };
    expect(await saveDraftPart(as("viewer"), slug, edit)).toMatchObject({ problems: [{ code: "notAllowed" }] });
    expect(await saveDraftPart(as("manager", other), slug, edit)).toMatchObject({ problems: [{ code: "offeringUnknown" }] });
    expect(await saveDraftPart(as("manager"), "nowhere", edit)).toMatchObject({ problems: [{ code: "offeringUnknown" }] });
    await db.update(offerings).set({ status: "archived" });
    expect(await saveDraftPart(as("manager"), slug, edit)).toMatchObject({ problems: [{ code: "archivedNotEdited" }] });
    expect((await pendingOf(slug)).revision).toBe(1);
  });

  test("two people at once: other fields meet, the same field comes back with both texts", async () => {
    const slug = await aDraft();
    const base = valuesOfPart((await pendingOf(slug)).content, "learn");
    const write = (role: Role, values: object) => saveDraftPart(as(role), slug, { part: "learn", values, base, revision: 1 });
    const both = await Promise.all([write("editor", { summary: { en: "Short" } }), write("manager", { description: { en: "Long" } })]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await pendingOf(slug)).toMatchObject({ revision: 3, content: { summary: { en: "Short" }, description: { en: "Long" } } });

    const titles = await Promise.all([write("editor", { title: { en: "Soil" } }), write("manager", { title: { en: "Earth" } })]);
    const [won, lost] = titles[0]?.ok ? ["Soil", "Earth"] : ["Earth", "Soil"];
    expect(titles.find(({ ok }) => !ok)).toEqual({
      ok: false,
      problems: [{ code: "changedMeanwhile", field: "title.en" }],
      clashes: [{ key: "title.en", mine: lost, theirs: won }],
    });
    expect((await pendingOf(slug)).content.title).toEqual({ en: won });
  });

  test("twenty saves at the same time lose none", async () => {
    const slug = await aDraft();
    const base = valuesOfPart((await pendingOf(slug)).content, "learn");
    const languages = [..."abcdefghijklmnopqrst"].map((letter) => `x${letter}`);
    await Promise.all(
      languages.map((code) =>
        saveDraftPart(as("editor"), slug, { part: "learn", values: { summary: { [code]: code } }, base, revision: 1 }),
      ),
    );
    const { content, revision } = await pendingOf(slug);
    expect(Object.keys(content.summary).sort()).toEqual(languages);
    expect(revision).toBe(21);
  });
});

describe("discarding", () => {
  test("gives up what was seen, once, and only where something is live", async () => {
    await anOffering(provider, { slug: "soil", externalId: "S" });
    await saveDraftPart(as("editor"), "soil", { part: "workload", values: { ects: 4 }, revision: 0 });
    expect(await discardPending(as("viewer"), "soil", 1)).toMatchObject({ problems: [{ code: "notAllowed" }] });
    expect(await discardPending(as("manager", other), "soil", 1)).toMatchObject({ problems: [{ code: "offeringUnknown" }] });
    expect(await discardPending(as("editor"), "soil", 0), "somebody saved since").toMatchObject({
      problems: [{ code: "changedMeanwhile" }],
    });
    expect(await discardPending(as("editor"), "soil", 1)).toMatchObject({ ok: true });
    expect(await discardPending(as("editor"), "soil", 1), "a second click").toMatchObject({ ok: true });
    expect(await db.select().from(pendingVersions)).toEqual([]);
    expect(await db.select().from(events).where(eq(events.type, "offering.discarded"))).toHaveLength(1);
    const slug = await aDraft();
    expect(await discardPending(as("editor"), slug, 1)).toMatchObject({ problems: [{ code: "nothingLive" }] });
  });
});
