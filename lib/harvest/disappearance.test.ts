import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "@/lib/days/days";
import { judge, type KnownRecord } from "./disappearance";

const today = "2026-11-25";
const present = (...ids: string[]): KnownRecord[] => ids.map((externalId) => ({ externalId, missingSince: null }));
const many = (count: number) => Array.from({ length: count }, (_, index) => `R${index}`);

describe("records that a feed no longer has", () => {
  test("are missing from the day on which they are gone, and expire when the grace is over", () => {
    const options = { today, graceDays: 14 };
    expect(judge(present("A", "B"), new Set(["A"]), options)).toEqual({ doubtful: false, gone: ["B"], back: [], expired: [] });
    const missing = (since: Day) => judge([...present("A"), { externalId: "B", missingSince: since }], new Set(["A"]), options).expired;
    expect(missing("2026-11-12")).toEqual([]);
    expect(missing("2026-11-11")).toEqual(["B"]);
    expect(judge(present("A", "B"), new Set(["A"]), { today, graceDays: 0 }).expired).toEqual(["B"]);
  });

  test("come back", () => {
    const known = [{ externalId: "A", missingSince: "2026-01-01" }];
    expect(judge(known, new Set(["A"]), { today, graceDays: 14 })).toEqual({ doubtful: false, gone: [], back: ["A"], expired: [] });
  });

  test("are doubted where over a fifth and more than five are gone at once, or all", () => {
    const lost = (of: number, gone: number) => judge(present(...many(of)), new Set(many(of).slice(gone)), { today, graceDays: 0 }).doubtful;
    expect([lost(30, 6), lost(30, 7), lost(6, 5), lost(7, 6), lost(3, 3), lost(0, 0)]).toEqual([false, true, false, true, true, false]);
  });
});

const aDay = fc.integer({ min: -60, max: 0 }).map((days) => addDays(today, days));
const scene = fc
  .record({
    known: fc.uniqueArray(
      fc.record({ externalId: fc.integer({ min: 0, max: 60 }).map((n) => `R${n}`), missingSince: fc.option(aDay, { freq: 2 }) }),
      { selector: ({ externalId }) => externalId, maxLength: 50 },
    ),
    seen: fc.array(fc.integer({ min: 0, max: 60 }).map((n) => `R${n}`)),
    keep: fc.double({ min: 0, max: 1, noNaN: true }),
    graceDays: fc.nat(40),
    accepted: fc.boolean(),
  })
  .map(({ known, seen, keep, ...rest }) => ({
    ...rest,
    known,
    seen: new Set([...seen, ...known.slice(0, Math.round(known.length * keep)).map(({ externalId }) => externalId)]),
  }));

test("whatever a feed says: what it has is never gone or expired, one bad night changes nothing, and no grace is cut short", () => {
  fc.assert(
    fc.property(scene, ({ known, seen, graceDays, accepted }) => {
      const { doubtful, gone, back, expired } = judge(known, seen, { today, graceDays, accepted });
      for (const id of [...gone, ...expired]) expect(seen.has(id)).toBe(false);
      for (const id of back) expect(seen.has(id)).toBe(true);
      const before = known.filter(({ missingSince }) => missingSince === null).length;
      if (accepted) expect(doubtful).toBe(false);
      else if (gone.length > 5 && gone.length > before / 5) expect(doubtful).toBe(true);
      if (doubtful) expect([back, expired]).toEqual([[], []]);
      for (const { externalId, missingSince } of known)
        if (expired.includes(externalId)) expect(addDays(missingSince ?? today, graceDays) <= today).toBe(true);
      expect(known.map(({ externalId }) => externalId)).toEqual(expect.arrayContaining([...gone, ...back, ...expired]));
    }),
  );
});

test("nothing is ever withdrawn on the night on which it went missing, unless no grace was asked for", () => {
  fc.assert(
    fc.property(scene, ({ known, seen, graceDays, accepted }) => {
      const { gone, expired } = judge(known, seen, { today, graceDays: graceDays + 1, accepted });
      expect(gone.filter((id) => expired.includes(id))).toEqual([]);
    }),
  );
});
