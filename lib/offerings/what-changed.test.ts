import { describe, expect, it } from "vitest";
import { offeringContent } from "./content";
import { whatChanged } from "./what-changed";

const before = offeringContent.parse({
  originalLanguage: "nl",
  title: { nl: "Lassen", en: "Welding" },
  outcomes: [
    { type: "skill", text: { nl: "Last een naad" } },
    { type: "knowledge", text: { nl: "Kent drie gassen" } },
  ],
  ects: 3,
  eqf: 4,
  modes: ["onsite"],
  awardingBodies: [{ slug: "atelier", name: "Atelier Grondweg" }],
  keywords: { nl: ["lassen"] },
});

describe("what changed between two versions", () => {
  it("is nothing where nothing did, and does not tell where a value was stated", () => {
    expect(whatChanged(before, { ...before, statedForCatalogue: ["modes"] })).toEqual([]);
  });

  it("shows each text in its language, as it was and as it is", () => {
    expect(whatChanged(before, { ...before, title: { nl: "Lassen", en: "Welding with gas" } })).toEqual([
      {
        field: "title",
        language: "en",
        was: [{ value: "Welding", note: null, changed: true }],
        now: [{ value: "Welding with gas", note: null, changed: true }],
      },
    ]);
  });

  it("tells a text that was added from one that was taken away", () => {
    const [added] = whatChanged(before, { ...before, title: { ...before.title, fr: "Soudage" } });
    expect(added).toMatchObject({ language: "fr", was: [], now: [{ value: "Soudage" }] });
    const [gone] = whatChanged(before, { ...before, ects: null });
    expect(gone).toMatchObject({ field: "ects", language: null, was: [{ value: "3" }], now: [] });
  });

  it("marks only the values of a list that differ", () => {
    const [change] = whatChanged(before, { ...before, modes: ["onsite", "online"] });
    expect(change?.was).toEqual([{ value: "onsite", note: null, changed: false }]);
    expect(change?.now.map(({ changed }) => changed)).toEqual([false, true]);
  });

  it("sees another type of an outcome, another order, other keywords and another awarding body", () => {
    const [skill, knowledge] = before.outcomes;
    if (!skill || !knowledge) throw new Error("The example has two outcomes");
    expect(whatChanged(before, { ...before, outcomes: [skill, { ...knowledge, type: "skill" }] })).toHaveLength(1);
    expect(whatChanged(before, { ...before, outcomes: [knowledge, skill] })).toHaveLength(1);
    expect(whatChanged(before, { ...before, keywords: {} })).toHaveLength(1);
    expect(whatChanged(before, { ...before, awardingBodies: [] }).map(({ field }) => field)).toEqual(["awardingBodies"]);
  });

  it("follows the order of the page", () => {
    const changes = whatChanged(before, { ...before, eqf: 5, title: { nl: "Lassen 2", en: "Welding 2" } });
    expect(changes.map(({ field }) => field)).toEqual(["title", "title", "eqf"]);
  });
});
