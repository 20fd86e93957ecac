import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/days/days";
import { appliedFilters, nowhere, type Params, parseSearchQuery, type SearchQuery, searchHref, searchParams, sorts } from "./query";

const some = (codes: string[]) => fc.subarray(codes).map((chosen) => [...chosen].sort());
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const amount = fc.oneof(
  fc.nat(1_000_000),
  fc.nat(4000).map((quarters) => quarters / 4),
);
const day = fc.integer({ min: -3000, max: 3000 }).map((days) => addDays("2026-11-23", days));

const aQuery: fc.Arbitrary<SearchQuery> = fc
  .record({
    q: fc.string({ unit: "grapheme", maxLength: 60 }).map((words) => words.trim()),
    eqf: some(["1", "4", "5", "8"]),
    ectsMin: optional(amount),
    ectsMax: optional(amount),
    hoursMax: optional(amount),
    topic: some(["bees", "soil care"]),
    skill: some(["http://data.europa.eu/esco/skill/1", "http://data.europa.eu/esco/skill/2"]),
    schedule: some(["evening", "weekend"]),
    assessment: some(["oral-exam", "portfolio"]),
    providerType: some(["employer", "vocational"]),
    region: some(["BE1", "BE23"]),
    near: optional(fc.constantFrom("Gent", "50.85,4.35")),
    radius: optional(fc.integer({ min: 1, max: 500 })),
    orOnline: fc.boolean(),
    funding: some(["grant", "voucher"]),
    access: some(["step-free", "extra-time"]),
    priorLearning: some(["possible", "partly"]),
    target: some(["high-achievers", "reskilling"]),
    credential: some(["edc", "paper"]),
    stackable: fc.boolean(),
    acceptedBy: optional(fc.constantFrom("garden-college")),
    more: fc.boolean(),
    literal: fc.boolean(),
    field: some(["06", "061", "0613", "0922", "10"]),
    lang: some(["nl", "fr", "de", "en", "sgn"]),
    mode: some(["onsite", "online", "blended"]),
    provider: some(["garden-college", "universiteit-2"]),
    qa: some(["esg", "eqavet"]),
    startFrom: optional(day),
    startTo: optional(day),
    open: fc.boolean(),
    priceMax: optional(amount),
    free: fc.boolean(),
    sort: optional(fc.constantFrom(...sorts)),
    page: fc.integer({ min: 1, max: 5000 }),
  })
  .map((query) => (query.near ? query : { ...query, ...nowhere }));

/** As Next hands on the parameters of an address. */
function read(address: string): SearchQuery {
  const params: Params = {};
  const given = new URLSearchParams(address);
  for (const name of new Set(given.keys())) {
    const values = given.getAll(name);
    params[name] = values.length > 1 ? values : values[0];
  }
  return parseSearchQuery(params);
}

const nothing = read("");

describe("a search as the address states it", () => {
  it("is read back as it was written", () => {
    fc.assert(
      fc.property(aQuery, (query) => {
        expect(read(searchParams(query).toString())).toEqual(query);
      }),
    );
  });

  it("has one address, in whatever order it was put together", () => {
    expect(searchParams(read("eqf=6&q=soil&eqf=4&eqf=6&page=1")).toString()).toBe("q=soil&eqf=4&eqf=6");
    expect(searchHref(nothing)).toBe("?");
  });

  it("counts what makes no sense as absent", () => {
    const nonsense = [
      "eqf=9&eqf=five&eqf=",
      "ectsMin=many&ectsMax=-3&priceMax=Infinity",
      "field=7777&field=0",
      "lang=N&lang=dutch",
      "mode=teleport&qa=iso&provider=../etc",
      "startFrom=2026-02-30&startTo=soon",
      "open=maybe&free=0&sort=best",
      "page=0",
      "page=1.5&unknown=1",
      "q=%20%20",
    ];
    for (const address of nonsense) expect(read(address), address).toEqual(nothing);
  });

  it("keeps what makes sense beside what does not", () => {
    expect(read("eqf=5&eqf=nine&q=a&q=b&startFrom=2027-01-01&startTo=x")).toEqual({
      ...nothing,
      eqf: ["5"],
      q: "a",
      startFrom: "2027-01-01",
    });
  });

  it("never fails, whatever stands in it", () => {
    const values = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    const address = fc.record(Object.fromEntries(Object.keys(nothing).map((name) => [name, values])), { requiredKeys: [] });
    fc.assert(
      fc.property(address, (params) => {
        expect(Object.keys(parseSearchQuery(params))).toEqual(Object.keys(nothing));
      }),
    );
  });

  it("starts again at page 1 with every change but of the page", () => {
    const query = { ...nothing, q: "soil", page: 7 };
    expect(searchHref(query, { eqf: ["5"] })).toBe("?q=soil&eqf=5");
    expect(searchHref(query, { page: 8 })).toBe("?q=soil&page=8");
  });
});

describe("the chips of a search", () => {
  const chip = ({ name, value }: { name: string; value: string }) => `${name}=${value}`;

  it("stand for all filters, and each takes away exactly itself", () => {
    fc.assert(
      fc.property(aQuery, (query) => {
        const all = appliedFilters(query);
        const unfiltered = all.reduce((rest, { name, value }) => {
          const same = appliedFilters(rest).find((other) => other.name === name && other.value === value);
          return same?.without ?? rest;
        }, query);
        expect(unfiltered).toEqual({
          ...nothing,
          q: query.q,
          sort: query.sort,
          more: query.more,
          literal: query.literal,
          page: all.length > 0 ? 1 : query.page,
        });

        for (const each of all) {
          expect(appliedFilters(each.without).map(chip)).toEqual(all.map(chip).filter((other) => other !== chip(each)));
          expect([each.without.q, each.without.sort, each.without.page]).toEqual([query.q, query.sort, 1]);
        }
      }),
    );
  });

  it("are none for words, order and page", () => {
    expect(appliedFilters({ ...nothing, q: "soil", sort: "ects", page: 3 })).toEqual([]);
  });
});
