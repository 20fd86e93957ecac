import { describe, expect, it } from "vitest";
import { filterProviders, parseProviderFilter } from "./filter";

const providers = [
  { name: { nl: "Universiteit Zandhoek" }, names: [{ nl: "Universiteit Zandhoek" }], type: "higher-education", town: "Leuven" },
  { name: { fr: "École des Places" }, names: [{ fr: "École des Places" }], type: "higher-education", town: "Liège" },
  { name: { nl: "Lindewater" }, names: [{ nl: "Waterlinde" }, { nl: "Lindewater" }], type: "vocational", town: "Gent" },
];

const names = (params: Record<string, string>) =>
  filterProviders(providers, parseProviderFilter(params), "fr").map(({ name }) => Object.values(name)[0]);

describe("the list of providers", () => {
  it("is in order of name, as the language sorts", () => {
    expect(names({})).toEqual(["École des Places", "Lindewater", "Universiteit Zandhoek"]);
  });

  it("finds by name without accents, by earlier name and by town", () => {
    expect(names({ q: "ecole" })).toEqual(["École des Places"]);
    expect(names({ q: "waterlinde gent" })).toEqual(["Lindewater"]);
    expect(names({ q: "liege" })).toEqual(["École des Places"]);
  });

  it("filters by type, and passes over a type that does not exist", () => {
    expect(names({ type: "vocational" })).toEqual(["Lindewater"]);
    expect(names({ type: "castle" })).toHaveLength(3);
  });
});
