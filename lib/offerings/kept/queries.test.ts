import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { auditActions, auditCases, offerings, pendingVersions } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { completenessOf } from "@/lib/offerings/completeness";
import { type OfferingContent, offeringContent } from "@/lib/offerings/content";
import { nextContent } from "@/lib/offerings/drafts/edit";
import { staleTranslations } from "@/lib/offerings/drafts/translations";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering } from "@/lib/testing/offerings";
import { aContent } from "@/lib/testing/records";
import { anAccreditation, aProvider, type TestProvider } from "@/lib/testing/registry";
import { keptQuery, selectKept } from "./list";
import { listKept, listLastChanges } from "./queries";

let provider: TestProvider;
const actor = (organisationId = provider.id): Actor => ({
  id: "person:00000000-0000-4000-8000-000000000001",
  role: "viewer",
  organisationId,
});

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden-college" });
});

async function drafts(contents: OfferingContent[]): Promise<void> {
  const rows = contents.map((content, place) => ({ id: crypto.randomUUID(), slug: `d-${place}`, externalId: `D-${place}`, content }));
  await db.insert(offerings).values(rows.map(({ id, slug, externalId }) => ({ id, slug, externalId, providerId: provider.id })));
  await db.insert(pendingVersions).values(rows.map(({ id, content }) => ({ offeringId: id, content })));
}

const text = fc.constantFrom({}, { en: "" }, { en: " \n" }, { en: "Word" }, { nl: "Woord", en: "Word" });
const list = (code: string) => fc.constantFrom([], [code]);
const content = fc
  .record({
    title: text,
    prerequisites: text,
    grading: text,
    furtherInformation: text,
    outcomes: fc.array(fc.record({ type: fc.constant("skill"), text }), { maxLength: 2 }),
    ects: fc.constantFrom(null, 3),
    hours: fc.constantFrom(null, 20),
    eqf: fc.constantFrom(null, 5),
    modes: list("online"),
    assessment: list("quiz"),
    quality: list("esg"),
    languages: list("nl"),
    fields: list("0812"),
    awardingBodies: fc.constantFrom([], [{ slug: null, name: "We" }]),
    supervision: fc.constantFrom(null, "supervised"),
    stacking: fc.constantFrom(null, "stackable"),
    url: fc.constantFrom(null, "https://garden.example"),
  })
  .map((said) => offeringContent.parse({ originalLanguage: "en", summary: {}, description: {}, ...said }));

test("what the database finds missing and behind is what the rules find", async () => {
  const begun = fc.sample(content, { numRuns: 150, seed: 7 });
  const changes = fc.sample(content, { numRuns: 150, seed: 8 });
  const edited = begun.map((before, place) => {
    const { title = {}, outcomes = [], grading = {} } = changes[place] ?? {};
    return nextContent(before, 1, { part: "learn", values: { title, outcomes, grading } as object, revision: 1 }, {}).content;
  });
  await drafts(edited);
  const kept = new Map((await listKept(actor())).map((one) => [one.externalId, one]));
  let behind = 0;
  for (const [place, said] of edited.entries()) {
    const { elements, missing } = completenessOf(said);
    const found = kept.get(`D-${place}`);
    const is = staleTranslations(said, "nl").length > 0;
    behind += is ? 1 : 0;
    expect(found?.missing.toSorted(), JSON.stringify(said)).toEqual(missing.toSorted());
    expect(found?.stated).toBe(elements.filter(({ state }) => state === "present").length);
    expect(found?.elements).toBe(elements.length);
    expect(found?.attention.includes("stale"), JSON.stringify(said)).toBe(is);
  }
  expect(behind, "some of them are behind").toBeGreaterThan(1);
});

test("states, sessions and accreditations make the marks of a list; another organisation's list is its own", async () => {
  const day = today();
  const other = await aProvider({ slug: "sea-college", accredited: null });
  await anAccreditation(other, { valid: { from: "2020-01-01", until: addDays(day, 30) }, fields: ["08"] });
  await anOffering(other, { slug: "soon", externalId: "1" });
  await anOffering(other, { slug: "never", externalId: "2", content: { fields: ["0613"] } });
  const over = { startsOn: addDays(day, -20), endsOn: addDays(day, -10) };
  await anOffering(provider, { slug: "past", externalId: "1", sessions: [over] });
  const old = { startsOn: addDays(day, 10), confirmedOn: addDays(day, -61) };
  await anOffering(provider, { slug: "old", externalId: "2", sessions: [over, old] });
  await anOffering(provider, { slug: "fine", externalId: "3", sessions: [{ startsOn: addDays(day, 5), confirmedOn: addDays(day, -60) }] });
  await anOffering(provider, { slug: "gone", externalId: "4", status: "withdrawn" });
  await anOffering(provider, { slug: "away", externalId: "5", status: "archived", sessions: [over] });
  const changed = await anOffering(provider, { slug: "next", externalId: "6" });
  await db.insert(pendingVersions).values({ offeringId: changed, content: aContent({ ects: 4 }), publishOn: addDays(day, 3) });

  const marks = async (organisation: string) =>
    Object.fromEntries((await listKept(actor(organisation))).map(({ slug, state, attention }) => [slug, [state, ...attention]]));
  expect(await marks(provider.id)).toEqual({
    past: ["live", "sessionsPast"],
    old: ["live", "unconfirmed"],
    fine: ["live"],
    gone: ["withdrawn", "withdrawn"],
    away: ["archived"],
    next: ["scheduled"],
  });
  expect(await marks(other.id)).toEqual({ soon: ["live", "lapsing"], never: ["live", "notCovered"] });
  expect(await listKept({ ...actor(), role: "registrar" })).toEqual([]);
  expect((await listLastChanges([changed])).get(changed)).toEqual({ actor: "test", name: null });
});

test("what a final audit demands of an offering marks it until the provider states it done", async () => {
  const day = today();
  const demanded = await anOffering(provider, { slug: "demanded", externalId: "1" });
  await anOffering(provider, { slug: "beside", externalId: "2" });
  const [audit] = await db
    .insert(auditCases)
    .values({
      authorityId: provider.authorityId,
      organisationId: provider.id,
      cause: "A report.",
      standards: [],
      openedOn: day,
      stage: "findings",
      turn: "authority",
    })
    .returning({ id: auditCases.id });
  const caseId = audit?.id ?? "";
  await db.insert(auditActions).values({ caseId, number: 1, offeringId: demanded, dueOn: addDays(day, 30), state: "open" });
  const marks = async () => (await listKept(actor())).flatMap(({ slug, attention }) => attention.map((mark) => [slug, mark]));
  expect(await marks(), "not before the findings are final").toEqual([]);
  await db.update(auditCases).set({ stage: "final" });
  expect(await marks()).toEqual([["demanded", "audited"]]);
  await db.update(auditActions).set({ state: "stated" });
  expect(await marks()).toEqual([]);
});

test("the list is searched, filtered, ordered and paged by its address, whatever that says", async () => {
  await drafts(
    Array.from({ length: 30 }, (_, place) =>
      aContent({ title: place === 4 ? { en: "Fête of soils", nl: "Feest" } : { en: `Soil ${place}` } }),
    ),
  );
  const all = await listKept(actor());
  const ask = (address: Record<string, string>) => selectKept(all, keptQuery.parse(address));
  expect(ask({ q: "fete" }).found.map(({ externalId }) => externalId)).toEqual(["D-4"]);
  expect(ask({ q: "d-17" }).found).toHaveLength(1);
  expect(ask({ without: "nl" }).found).toHaveLength(29);
  expect(ask({ field: "08" }).found).toHaveLength(30);
  expect(ask({ state: "live" }).found).toHaveLength(0);
  expect(
    ask({ sort: "id" })
      .items.slice(0, 3)
      .map(({ externalId }) => externalId),
  ).toEqual(["D-0", "D-1", "D-2"]);
  expect(ask({ page: "2" }).items).toHaveLength(5);
  expect(ask({ page: "99" })).toMatchObject({ page: 2 });
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom("q", "state", "attention", "without", "field", "sort", "page"),
        fc.oneof(fc.string(), fc.array(fc.string())),
      ),
      (address) => {
        expect(() => selectKept(all, keptQuery.parse(address))).not.toThrow();
      },
    ),
  );
});
