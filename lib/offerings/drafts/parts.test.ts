import { describe, expect, it } from "vitest";
import { mandatoryElements } from "@/lib/offerings/completeness";
import { inputOf } from "./parts";

describe("where an element is stated", () => {
  it("is an input of the editor for all that publication asks for, but for the region, which is the seat of the provider", () => {
    const nowhere = [...mandatoryElements].filter((element) => !inputOf(element, "de"));
    expect(nowhere).toEqual(["issuerRegion"]);
  });

  it("is the input of the original language, where each language has one", () => {
    expect(inputOf("title", "nl")).toEqual({ part: "learn", input: "title.nl" });
    expect(inputOf("furtherInformation", "fr")).toEqual({ part: "contact", input: "furtherInformation.fr" });
    expect(inputOf("outcomes", "nl")).toEqual({ part: "learn", input: "outcomes" });
    expect(inputOf("workload", "nl")).toEqual({ part: "workload", input: "ects" });
  });
});
