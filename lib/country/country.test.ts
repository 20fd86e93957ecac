import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { assignmentsOf, authoritiesOn } from "@/lib/jurisdictions/jurisdiction";
import { authoritiesCalled, boundsOn, country, findPlace } from "./country";
import { countryInput } from "./input";

const file = () => JSON.parse(readFileSync("config/demonstration.json", "utf8"));
const slugsFor = (nuts: string) => authoritiesOn(assignmentsOf(country.authorities), nuts, "2026-01-01");

describe("the country", () => {
  it("says everything in each of its languages", () => {
    const texts = [country.name, country.countryName, ...Object.values(country.regions)];
    texts.push(...country.authorities.map(({ names }) => names), ...country.frameworks.map(({ name }) => name));
    for (const text of texts) expect(Object.keys(text).sort()).toEqual([...country.languages].sort());
  });

  it("has an authority with a framework for every place it knows", () => {
    for (const { names, nuts } of country.places) {
      expect(authoritiesCalled(slugsFor(nuts)).length, names[0]).toBeGreaterThan(0);
      for (const authority of authoritiesCalled(slugsFor(nuts)))
        expect(country.frameworks.find(({ code }) => code === authority.framework)?.levels["5"], authority.slug).toBe("5");
    }
  });

  it("names the region of every place and jurisdiction", () => {
    for (const { nuts } of country.places) expect(country.regions[nuts.slice(0, 4)] ?? country.regions[nuts], nuts).toBeDefined();
    for (const code of country.authorities.flatMap(({ jurisdiction }) => jurisdiction)) expect(country.regions[code], code).toBeDefined();
  });

  it("names what is wrong with a configuration", () => {
    const faulty = { ...file(), languages: ["tlh"], currency: "Euro", microcredential: [] };
    const issues = countryInput.safeParse(faulty).error?.issues.map(({ path }) => path[0]);
    expect(issues).toEqual(expect.arrayContaining(["languages", "currency", "microcredential"]));
    expect(countryInput.safeParse(file()).success).toBe(true);
  });

  it("is kept by the authority that it names, else by the first, and by none that is not there", () => {
    const { keeper: _, ...unnamed } = file();
    expect(countryInput.parse(unnamed).keeper).toBe("leerpadenraad");
    expect(countryInput.parse({ ...unnamed, keeper: "rat-der-lernwege" }).keeper).toBe("rat-der-lernwege");
    expect(countryInput.safeParse({ ...unnamed, keeper: "nobody" }).error?.issues.map(({ path }) => path)).toEqual([["keeper"]]);
  });
});

describe("who answers for a place", () => {
  it("is two authorities in Brussels, and one in every other region", () => {
    expect(slugsFor("BE100")).toEqual(["leerpadenraad", "conseil-des-parcours"]);
    expect(slugsFor("BE234")).toEqual(["leerpadenraad"]);
    expect(slugsFor("BE332")).toEqual(["conseil-des-parcours"]);
  });

  it("is the German-speaking Community's own authority alone within the Walloon Region", () => {
    expect(slugsFor("BE336")).toEqual(["rat-der-lernwege"]);
    expect(slugsFor("BE335")).toEqual(["conseil-des-parcours"]);
  });

  it("is nobody abroad", () => {
    expect(slugsFor("NL33C")).toEqual([]);
  });
});

describe("the bounds of a microcredential", () => {
  it("are those of the rule in force on the day", () => {
    expect(boundsOn("2020-08-31")).toBeUndefined();
    expect(boundsOn("2020-09-01")).toMatchObject({ ectsMin: 1, ectsMax: 60 });
    expect(boundsOn("2024-08-31")).toMatchObject({ ectsMin: 1, ectsMax: 60 });
    expect(boundsOn("2024-09-01")).toMatchObject({ ectsMin: 0.5, ectsMax: 59 });
  });
});

describe("a town", () => {
  it("is found by any of its names, however they are spelt", () => {
    const liege = findPlace("Liège");
    expect(liege?.nuts).toBe("BE332");
    for (const name of ["liege", "LUIK", " Lüttich ", "luttich"]) expect(findPlace(name), name).toBe(liege);
    expect(findPlace("Atlantis")).toBeUndefined();
  });

  it("has names that no other town has", () => {
    const names = country.places.flatMap((place) => place.names.map((name) => findPlace(name) === place));
    expect(names.every(Boolean)).toBe(true);
  });
});
