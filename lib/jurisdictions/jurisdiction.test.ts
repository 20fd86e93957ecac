import fc from "fast-check";
import { expect, test } from "vitest";
import { country } from "@/lib/country/country";
import { addDays } from "@/lib/days/days";
import {
  type Assignment,
  assignmentFor,
  assignmentsOf,
  authoritiesOn,
  changesAfter,
  jurisdictionOn,
  mapOn,
  unanswered,
} from "./jurisdiction";

const code = fc.stringMatching(/^BE[1-3]?[1-3]?[1-3]?$/);
const slug = fc.constantFrom("one", "two", "three");
const file = fc.uniqueArray(
  fc.record({
    slug,
    jurisdiction: fc.uniqueArray(code, { minLength: 1, maxLength: 3 }),
    jurisdictionWithout: fc.uniqueArray(code, { maxLength: 2 }),
  }),
  { selector: (one) => one.slug, minLength: 1 },
);
const day = fc.integer({ min: 0, max: 30 }).map((days) => addDays("2027-01-01", days));
const change = fc.record({ code, authorities: fc.uniqueArray(slug, { maxLength: 2 }), from: day });
const history = fc
  .array(change, { maxLength: 8 })
  .map((all): Assignment[] => all.map((one, position) => ({ ...one, number: position + 1 })));

test("before any change it is what the country's file says, for every place there is", () => {
  const base = assignmentsOf(country.authorities);
  expect(authoritiesOn(base, "BE100", "2026-01-01")).toEqual(["leerpadenraad", "conseil-des-parcours"]);
  expect(authoritiesOn(base, "BE336", "2026-01-01")).toEqual(["rat-der-lernwege"]);
  expect(authoritiesOn(base, "NL33C", "2026-01-01")).toEqual([]);
  expect(
    unanswered(
      base,
      country.places.map(({ nuts }) => nuts),
      "2026-01-01",
    ),
  ).toEqual([]);
});

test("a file of any shape says the same, code by code", () => {
  fc.assert(
    fc.property(file, code, (authorities, nuts) => {
      const plain = authorities
        .filter((one) => one.jurisdiction.some((it) => nuts.startsWith(it)) && !one.jurisdictionWithout.some((it) => nuts.startsWith(it)))
        .map((one) => one.slug);
      expect(authoritiesOn(assignmentsOf(authorities), nuts, "2027-01-01").sort()).toEqual(plain.sort());
    }),
  );
});

test("on each day, each place has what was last said of the longest code that begins it: a plain reference agrees", () => {
  fc.assert(
    fc.property(file, history, code, day, (authorities, changes, nuts, on) => {
      const all = [...assignmentsOf(authorities), ...changes];
      let held: Assignment | undefined;
      for (const one of all) {
        if (!nuts.startsWith(one.code) || (one.from !== null && one.from > on)) continue;
        const longer = held === undefined || one.code.length > held.code.length;
        const later = held?.code === one.code && (one.from ?? "") >= (held.from ?? "");
        if (longer || later) held = one;
      }
      expect(assignmentFor(all, nuts, on)).toEqual(held);
    }),
  );
});

test("what has passed stays: a change holds from its day on, and no day before it is other than it was", () => {
  fc.assert(
    fc.property(file, history, change, code, day, (authorities, changes, one, nuts, on) => {
      const before = [...assignmentsOf(authorities), ...changes];
      const after = [...before, { ...one, number: 100 }];
      if (on < one.from) expect(authoritiesOn(after, nuts, on)).toEqual(authoritiesOn(before, nuts, on));
      expect(authoritiesOn(after, one.code, one.from)).toEqual(one.authorities);
    }),
  );
});

test("no place that somebody answered for is left without anybody, but where it was stated", () => {
  fc.assert(
    fc.property(file, history, code, day, (authorities, changes, nuts, on) => {
      const base = assignmentsOf(authorities);
      fc.pre(authoritiesOn(base, nuts, on).length > 0);
      const all = [...base, ...changes];
      expect(unanswered(all, [nuts], on)).toEqual([]);
      if (authoritiesOn(all, nuts, on).length === 0)
        expect(changes.some((one) => one.authorities.length === 0 && nuts.startsWith(one.code))).toBe(true);
    }),
  );
});

test("the codes of an authority, and those cut out of them, are the places that it answers for", () => {
  fc.assert(
    fc.property(file, history, code, slug, day, (authorities, changes, nuts, who, on) => {
      const all = [...assignmentsOf(authorities), ...changes];
      const { within, without } = jurisdictionOn(all, who, on);
      const longest = (codes: string[]) => Math.max(-1, ...codes.filter((one) => nuts.startsWith(one)).map((one) => one.length));
      expect(longest(within) > longest(without)).toBe(authoritiesOn(all, nuts, on).includes(who));
    }),
  );
});

test("the map of a day says nothing of later days, and the changes ahead are in order", () => {
  fc.assert(
    fc.property(file, history, day, (authorities, changes, on) => {
      const all = [...assignmentsOf(authorities), ...changes];
      const map = mapOn(all, on);
      expect(new Set(map.map((one) => one.code)).size).toBe(map.length);
      for (const one of map) expect(one.from === null || one.from <= on).toBe(true);
      const ahead = changesAfter(all, on).map(({ from }) => from ?? "");
      expect(ahead).toEqual([...ahead].sort());
    }),
  );
});
