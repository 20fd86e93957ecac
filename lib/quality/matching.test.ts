import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains } from "@/lib/days/days";
import { bare, candidatesOf, type Holder, matchOf, toIdentifier } from "./matching";
import { isSameSettled, type Settled, settle } from "./subject";
import { type Term, withTerm } from "./terms";

const day = fc.integer({ min: 0, max: 40 }).map((offset) => `20${String(10 + (offset % 20)).padStart(2, "0")}-0${1 + (offset % 9)}-15`);
const period = fc.tuple(day, fc.option(day)).map(([from, until]) => ({ from, until: until !== null && until > from ? until : null }));
const scheme = fc.constantFrom("deqarinst", "eter", "agency", "vat");
const value = fc.constantFrom("A1", "a 1", "B2", "C3");
const identifier = fc.record({ scheme, value: value.map(bare) });
const holder = fc.record({ organisationId: fc.constantFrom("x", "y", "z"), scheme, value, valid: period });

describe("a match", () => {
  it("always has an equal identifier, held on the day, and is never one of two", () => {
    fc.assert(
      fc.property(fc.array(identifier, { maxLength: 4 }), fc.array(holder, { maxLength: 6 }), day, (identifiers, holders, on) => {
        const match = matchOf(identifiers, holders as Holder[], on);
        const held = holders.filter(
          (one) => contains(one.valid, on) && identifiers.some((by) => by.scheme === one.scheme && bare(one.value) === by.value),
        );
        const organisations = new Set(held.map(({ organisationId }) => organisationId));
        if (match === undefined) return organisations.size === 0;
        if (match === "differ") return organisations.size > 1;
        return (
          organisations.size === 1 &&
          held.some(
            (one) => one.organisationId === match.organisationId && one.scheme === match.by.scheme && bare(one.value) === match.by.value,
          )
        );
      }),
    );
  });

  it("takes a number without a resource for the agency's own, and one of an unknown resource for nobody's", () => {
    expect(toIdentifier({ resource: null, value: "hceres 21" }, 66)).toEqual({ scheme: "agency", value: "66:HCERES21" });
    expect(toIdentifier({ resource: "SI-ETER.BAS.NATID", value: "12" }, 66)).toEqual({ scheme: "national", value: "12" });
    expect(toIdentifier({ resource: "ROR", value: "https://ror.org/02w65pw28" }, 66)).toEqual({ scheme: "ror", value: "02W65PW28" });
    expect(toIdentifier({ resource: "Somebody's list", value: "12" }, 66)).toBeUndefined();
    expect(toIdentifier({ resource: "constructor", value: "12" }, 66)).toBeUndefined();
  });
});

describe("a namesake", () => {
  const said = { identifiers: [], names: ["École des Arts"], country: "BE", town: null, website: null };
  const namesake = { organisationId: "x", name: "ecole des arts", country: "BE", identifiers: [] };

  it("is proposed, but not where a number or the country says that it is somebody else", () => {
    const by = [{ scheme: "deqarinst", value: "DEQARINST1" }];
    expect(candidatesOf(said, by, [namesake], "2020-01-01")).toEqual(["x"]);
    const other = [{ scheme: "deqarinst", value: "DEQARINST2", valid: { from: null, until: null } }];
    expect(candidatesOf(said, by, [{ ...namesake, identifiers: other }], "2020-01-01")).toEqual([]);
    expect(candidatesOf(said, by, [{ ...namesake, country: "FR" }], "2020-01-01")).toEqual([]);
    expect(candidatesOf(said, by, [{ ...namesake, name: "Arts" }], "2020-01-01")).toEqual([]);
  });

  const settled = fc
    .record({ candidates: fc.subarray(["x", "y", "z"]), rejected: fc.subarray(["x", "y", "z"]) })
    .map((one): Settled => ({ organisationId: null, matchedBy: null, scheme: null, value: null, decidedById: null, ...one }));

  it("is never a match by itself, and once rejected is not proposed again", () => {
    fc.assert(
      fc.property(fc.subarray(["x", "y", "z"]), fc.option(settled), (candidates, before) => {
        const after = settle(undefined, candidates, before ?? undefined);
        const again = settle(undefined, candidates, after);
        return (
          after.organisationId === null && after.candidates.every((one) => !after.rejected.includes(one)) && isSameSettled(after, again)
        );
      }),
    );
  });

  it("that an officer confirmed stays confirmed, until an identifier says otherwise", () => {
    const before: Settled = {
      organisationId: "x",
      matchedBy: "officer",
      scheme: null,
      value: null,
      candidates: [],
      rejected: [],
      decidedById: "p",
    };
    expect(settle(undefined, ["y"], before)).toEqual(before);
    expect(settle({ organisationId: "z", by: { scheme: "eter", value: "1" } }, [], before)).toMatchObject({
      organisationId: "z",
      matchedBy: "identifier",
    });
  });
});

describe("times in EQAR", () => {
  it("never overlap, hold what was said last, and say the same when it is said again", () => {
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 6 }), (periods) => {
        const said = periods as Term[];
        const terms = said.reduce(withTerm, [] as Term[]);
        const last = said.at(-1) as Term;
        const apart = terms.every((one, index) => index === 0 || (terms[index - 1]?.until ?? "9") <= one.from);
        return (
          apart &&
          terms.some(({ from, until }) => from === last.from && until === last.until) &&
          JSON.stringify(withTerm(terms, last)) === JSON.stringify(terms)
        );
      }),
    );
  });
});
