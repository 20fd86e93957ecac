import fc from "fast-check";
import { expect, test } from "vitest";
import { type CatalogueStatements, offeringContent } from "@/lib/offerings/content";
import { aContent } from "@/lib/testing/records";
import { effectMark, effectOf, type Found, losses, summaryOf } from "./effect";
import { readStatements, type StatedField } from "./statements";

const day = "2026-10-01";
const found = (change: Partial<Found> & { said?: Parameters<typeof aContent>[0] } = {}): Found => {
  const { said, ...rest } = change;
  const live = { content: aContent({ statedForCatalogue: ["quality"], ...said }), number: 1 };
  return { id: "o", slug: "o", externalId: "O", status: "published", live, pending: null, ...rest };
};
const esg: CatalogueStatements = { quality: ["esg"] };
const eqavet = { before: esg, after: { quality: ["eqavet"] }, fields: ["quality"] as const, keep: false };

test("what takes a statement over takes the new one; what says its own, or is archived or withdrawn, is left alone", () => {
  const [affected, ...none] = effectOf([found()], eqavet, day);
  expect(none).toEqual([]);
  expect(affected).toMatchObject({ does: "publish", next: { quality: ["eqavet"], statedForCatalogue: ["quality"] }, lost: [] });
  const own = found({ said: { statedForCatalogue: [] } });
  expect(effectOf([own, found({ status: "archived" }), found({ status: "withdrawn" })], eqavet, day)).toEqual([]);
});

test("a change goes into what waits to be published, and nothing is published with it", () => {
  const pending = { content: aContent({ title: { en: "Soil" }, statedForCatalogue: ["quality"] }), publishOn: "2026-11-01" };
  const affected = effectOf(
    [found({ pending }), found({ live: null, status: "draft", pending: { ...pending, publishOn: null } })],
    eqavet,
    day,
  );
  expect(affected.map(({ does, next }) => [does, next.title.en, next.quality])).toEqual([
    ["wait", "Soil", ["eqavet"]],
    ["draft", "Soil", ["eqavet"]],
  ]);
  expect(summaryOf(affected)).toMatchObject({
    published: 0,
    waiting: 1,
    scheduled: 1,
    drafts: 1,
    told: ["credential"],
    reopensReview: true,
  });
});

test("what was never stated fills the offerings that say nothing, and makes drafts complete", () => {
  const silent = { live: null, status: "draft" as const, pending: { content: aContent({ quality: [] }), publishOn: null } };
  const first = {
    before: {},
    after: { quality: ["esg"], contact: "us@garden.example" },
    fields: ["quality", "contact"] as const,
    keep: false,
  };
  const affected = effectOf([found(silent), found({ said: { statedForCatalogue: [] } })], first, day);
  expect(affected).toMatchObject([
    { does: "draft", completed: true, next: { quality: ["esg"], statedForCatalogue: ["contact", "quality"] } },
    { does: "publish", completed: false, next: { contact: "us@garden.example", statedForCatalogue: ["contact"] } },
  ]);
  // Who says nothing while something is stated does so on purpose.
  expect(effectOf([found(silent)], { ...first, before: { quality: ["eqavet"], contact: "x" } }, day)).toEqual([]);
});

test("what is taken away is missed by live offerings, unless they keep it as their own", () => {
  const away = { before: esg, after: {}, fields: ["quality"] as const, keep: false };
  const lost = effectOf([found(), found({ id: "other", said: { statedForCatalogue: [] } })], away, day);
  expect([...losses(lost)].map(([element, of]) => [element, of.length])).toEqual([["quality", 1]]);
  const kept = effectOf([found()], { ...away, keep: true }, day);
  expect(losses(kept).size).toBe(0);
  expect(kept).toMatchObject([{ does: "publish", next: { quality: ["esg"], statedForCatalogue: [] } }]);
  expect(summaryOf(kept)).toMatchObject({ sameToReaders: true, told: [], reopensReview: false });
  const drafts = effectOf(
    [found({ live: null, status: "draft", pending: { content: found().live?.content ?? aContent(), publishOn: null } })],
    away,
    day,
  );
  expect(losses(drafts).size, "a draft may lack anything").toBe(0);
  expect(summaryOf(drafts)).toMatchObject({ incomplete: 1, drafts: 1 });
});

test("an offering that bounds keep from being published as it is only waits", () => {
  expect(effectOf([found({ said: { ects: 500 } })], eqavet, day)).toMatchObject([{ does: "wait" }]);
});

const statements: fc.Arbitrary<CatalogueStatements> = fc
  .record({
    quality: fc.constantFrom([], ["esg"], ["eqavet"]),
    contact: fc.constantFrom(null, "a", "b"),
    accessibility: fc.constantFrom({}, { en: "Lift" }, { en: "Lift", nl: "Lift" }),
  })
  .map(readStatements);
const fields: StatedField[] = ["quality", "contact", "accessibility"];
const kept = fc
  .record({ own: statements, taken: fc.subarray(fields), status: fc.constantFrom("published" as const, "draft" as const) })
  .map(({ own, taken, status }) => {
    const content = offeringContent.parse({ ...aContent(), quality: [], ...own, statedForCatalogue: taken.filter((one) => one in own) });
    const pending = status === "draft" ? { content, publishOn: null } : null;
    return { id: crypto.randomUUID(), slug: "s", externalId: "E", status, live: pending ? null : { content, number: 1 }, pending };
  });

test("property: after a change all that take a statement say it, it changes nothing else, and doing it again changes nothing", () => {
  fc.assert(
    fc.property(fc.array(kept, { maxLength: 6 }), statements, statements, fc.boolean(), (offerings, before, after, keep) => {
      const change = { before, after, fields, keep };
      const affected = effectOf(offerings, change, day);
      for (const { next, found } of affected) {
        const was = found.pending?.content ?? found.live?.content;
        for (const field of fields) {
          if (next.statedForCatalogue.includes(field)) expect(next[field]).toEqual(after[field]);
          else if (!was?.statedForCatalogue.includes(field)) expect(next[field]).toEqual(was?.[field]);
        }
        expect({ ...next, ...Object.fromEntries(fields.map((field) => [field, was?.[field]])), statedForCatalogue: [] }).toEqual({
          ...was,
          statedForCatalogue: [],
        });
      }
      const then = offerings.map((one) => {
        const next = affected.find(({ found }) => found === one)?.next;
        if (!next) return one;
        return one.live ? { ...one, live: { content: next, number: 2 } } : { ...one, pending: { content: next, publishOn: null } };
      });
      expect(effectOf(then, { ...change, before: after }, day)).toEqual([]);
    }),
  );
});

test("the mark is another one as soon as anything is", () => {
  const affected = effectOf([found()], eqavet, day);
  const mark = effectMark(eqavet, affected);
  expect(effectMark(eqavet, effectOf([found()], eqavet, day))).toBe(mark);
  const others = [
    effectMark({ ...eqavet, keep: true }, affected),
    effectMark(eqavet, effectOf([found({ said: { title: { en: "Other" } } })], eqavet, day)),
    effectMark(eqavet, effectOf([found(), found({ id: "p" })], eqavet, day)),
  ];
  expect(new Set([mark, ...others]).size).toBe(4);
});
