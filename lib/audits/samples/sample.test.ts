import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { drawByRisk, drawRandom, quotasFor, readFrame, toFrame } from "./sample";

const aSlug = fc.stringMatching(/^[a-z][a-z0-9-]{0,14}$/);
const someUnits = fc
  .uniqueArray(fc.record({ slug: aSlug, stratum: fc.constantFrom("", "other", "vocational", "higher-education") }), {
    selector: ({ slug }) => slug,
    minLength: 1,
    maxLength: 60,
  })
  .chain((units) =>
    fc
      .boolean()
      .map((grouped) =>
        grouped ? units.map((one) => ({ ...one, stratum: one.stratum || "other" })) : units.map((one) => ({ ...one, stratum: "" })),
      ),
  );

test("a frame is read back as it was written, whatever the order in which it was known", () => {
  fc.assert(
    fc.property(someUnits, (units) => {
      const frame = toFrame(units);
      expect(readFrame(frame.text)).toEqual(units.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)));
      expect(toFrame(units.toReversed())).toEqual(frame);
      expect(frame.sha256).toBe(createHash("sha256").update(frame.text).digest("hex"));
    }),
  );
});

test("quotas add up, none is larger than its group, and each is next to its exact share", () => {
  fc.assert(
    fc.property(someUnits, fc.nat(100), (units, part) => {
      const size = Math.max(1, Math.floor((units.length * part) / 100));
      const quotas = quotasFor(units, size);
      expect(Object.values(quotas).reduce((a, b) => a + b, 0)).toBe(size);
      for (const [stratum, count] of Object.entries(quotas)) {
        const of = units.filter((one) => one.stratum === stratum).length;
        expect(count).toBeLessThanOrEqual(of);
        expect(Math.abs(count - (of * size) / units.length)).toBeLessThan(1);
      }
    }),
  );
});

/** The rule as docs/audits.md says it, one name at a time. */
function plainly(units: { slug: string; stratum: string }[], seed: string, quotas: Record<string, number>): string[] {
  const left = [...units];
  const drawn: string[] = [];
  for (const stratum of Object.keys(quotas).sort())
    for (let count = 0; count < (quotas[stratum] ?? 0); count++) {
      let first: { slug: string; hash: string } | undefined;
      for (const { slug, stratum: of } of left) {
        const hash = createHash("sha256").update(seed).update(":").update(slug).digest("hex");
        if (of === stratum && !drawn.includes(slug) && (!first || hash < first.hash)) first = { slug, hash };
      }
      drawn.push(first?.slug ?? "nobody");
    }
  return drawn;
}

test("a seed draws what the plain rule draws, in its order, and never anybody twice", () => {
  fc.assert(
    fc.property(someUnits, fc.string({ minLength: 4 }), fc.nat(100), (units, seed, part) => {
      const quotas = quotasFor(units, Math.max(1, Math.floor((units.length * part) / 100)));
      const drawn = drawRandom(units, seed, quotas).map(({ slug }) => slug);
      expect(drawn).toEqual(plainly(units, seed, quotas));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawRandom(units.toReversed(), seed, quotas).map(({ slug }) => slug)).toEqual(drawn);
    }),
    { numRuns: 60 },
  );
});

test("another seed draws others", () => {
  const units = Array.from({ length: 50 }, (_, one) => ({ slug: `school-${one}`, stratum: "" }));
  const [one, other] = ["seed one", "seed two"].map((seed) => drawRandom(units, seed, { "": 5 }).map(({ slug }) => slug));
  expect(one).not.toEqual(other);
});

test("risk takes the highest that chance has left, and of equals the first by name", () => {
  const units = ["d", "b", "c", "a"].map((slug) => ({ slug, stratum: "" }));
  const scores = new Map([
    ["a", 1],
    ["b", 5],
    ["c", 5],
    ["d", 9],
  ]);
  const names = (without: typeof units) => drawByRisk(units, scores, 2, without).map(({ slug }) => slug);
  expect(names([])).toEqual(["d", "b"]);
  expect(names([{ slug: "d", stratum: "" }])).toEqual(["b", "c"]);
});
