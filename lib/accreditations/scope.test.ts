import { describe, expect, it } from "vitest";
import { levelRuns, regionName, scopeInWords } from "./scope";

describe("scope in words", () => {
  it("writes levels as runs, in order and once", () => {
    expect(levelRuns([6, 4, 5, 8, 4])).toEqual(["4–6", "8"]);
    expect(levelRuns([5])).toEqual(["5"]);
  });

  it("names fields, settings and regions in the reader's language", () => {
    const scope = { eqfLevels: [4, 5], fields: ["09"], settings: ["formal"], jurisdictions: ["BE2", "BE1"] };
    expect(scopeInWords(scope, "en")).toEqual({
      levels: "4–5",
      fields: "Health and welfare",
      settings: "Formal learning",
      regions: "Flemish Region and Brussels-Capital Region",
    });
    expect(scopeInWords(scope, "nl").regions).toBe("Vlaams Gewest en Brussels Hoofdstedelijk Gewest");
  });

  it("leaves open what is not limited", () => {
    const scope = { eqfLevels: null, fields: null, settings: null, jurisdictions: null };
    expect(scopeInWords(scope, "fr")).toEqual({ levels: null, fields: null, settings: null, regions: null });
  });

  it("names the region around a place that has no name of its own, and the country", () => {
    expect(regionName("BE234", "en")).toBe("East Flanders");
    expect(regionName("BE", "de")).toBe("Belgien");
    expect(regionName("XX1", "en")).toBe("XX1");
  });
});
