import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { country } from "@/lib/country/country";
import { contains } from "@/lib/days/days";
import { labelInput, levelInput, renameInput } from "./input";
import {
  endedOn,
  isQualityCode,
  labelsFor,
  levelName,
  levelsOf,
  nationalLevels,
  qualityName,
  type Term,
  termOn,
  withChanges,
} from "./term";

const file = levelsOf(country.frameworks, country.languages);
const [authority] = country.authorities;
const label = (names: string, from: string | null, until: string | null): Term => ({
  ...{ kind: "label", code: "label-care", names: { en: names }, eqf: null, givenBy: "Care Council", url: null, from, until },
});

describe("a national level", () => {
  it("is what the country's file says until the instance says something of it", () => {
    if (!authority) throw new Error("no authority");
    const changed: Term[] = file
      .filter(({ code }) => code === "flemish/5")
      .flatMap((level) => [
        { ...level, until: "2027-01-01" },
        { ...level, names: { en: "5 (graduate)" }, from: "2027-01-01" },
      ]);
    const named = (day: string) =>
      nationalLevels(withChanges(file, changed), country.frameworks, authority, 5, day).map((one) => levelName(one, "en"));
    expect(named("2026-12-31")).toEqual(["VKS 5"]);
    expect(named("2027-01-01")).toEqual(["VKS 5 (graduate)"]);
    expect(nationalLevels(withChanges(file, changed), country.frameworks, authority, 6, "2027-01-01")).toHaveLength(1);
  });
});

describe("a quality label", () => {
  const terms = [label("Care", "2026-01-01", "2026-06-01"), label("Good care", "2026-06-01", "2026-11-01")];

  it("is called what it was on the day, and marked once it has ended", () => {
    expect(labelsFor(terms, ["label-care"], "2026-03-01", "2026-10-31")).toMatchObject([{ names: { en: "Care" }, endedOn: null }]);
    expect(labelsFor(terms, ["label-care"], "2026-03-01", "2026-11-01")).toMatchObject([{ names: { en: "Care" }, endedOn: "2026-11-01" }]);
    expect(termOn(terms, "label-care", "2027-01-01")?.names).toEqual({ en: "Good care" });
    expect(endedOn(terms, "label-care", "2026-07-01")).toBeNull();
  });

  it("stands by its code where nobody named it, and a standard by its own name", () => {
    expect(labelsFor(terms, ["esg", "label-other"], "2026-03-01", "2026-03-01")).toEqual([]);
    expect(qualityName([], "label-other", "en")).toBe("label-other");
    expect(qualityName([], "eqf-annex-iv", "en")).toBe("Quality principles of EQF Annex IV");
    for (const code of ["label-", "label-A", "care", ""]) expect(isQualityCode(code), code).toBe(false);
  });
});

const day = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));

test("on every day a term has the one name that holds, else that which held last", () => {
  fc.assert(
    fc.property(fc.uniqueArray(day, { minLength: 2, maxLength: 6 }), day, (days, on) => {
      const ordered = [...days].sort();
      const terms = ordered.slice(1).map((until, place) => label(`name ${place}`, ordered[place] ?? "", until));
      const found = termOn(fc.sample(fc.shuffledSubarray(terms, { minLength: terms.length }), 1)[0] ?? [], "label-care", on);
      const holding = terms.filter((term) => contains(term, on));
      expect(holding.length).toBeLessThanOrEqual(1);
      expect(found).toEqual(holding[0] ?? (on < (ordered[0] ?? "") ? terms[0] : terms.at(-1)));
    }),
  );
});

test("what is sent is read with its name in every language, and what is wrong is named at its field", () => {
  const names = { "names.en": " Care  label ", "names.nl": "Zorglabel", "names.fr": "Label soins", "names.de": "Pflegesiegel" };
  expect(labelInput.parse({ ...names, code: "Label-Care", givenBy: "Council", url: "", from: "2027-01-01" })).toEqual({
    ...{ kind: "label", code: "label-care", eqf: null, givenBy: "Council", url: null, from: "2027-01-01" },
    names: { en: "Care label", nl: "Zorglabel", fr: "Label soins", de: "Pflegesiegel" },
  });
  expect(levelInput.parse({ ...names, framework: "flemish", code: "5+", eqf: "5", from: "2027-01-01" })).toMatchObject({
    code: "flemish/5+",
    eqf: 5,
  });
  const wrong = labelInput.safeParse({
    ...names,
    "names.fr": " ",
    code: "Zorg label",
    givenBy: "",
    url: "javascript:alert(1)",
    from: "soon",
  });
  const fields = wrong.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  expect(fields?.sort()).toEqual([
    "code termCodeUnclear",
    "from dayNotUnderstood",
    "givenBy textMissing",
    "names.fr textMissing",
    "url urlNotUnderstood",
  ]);
  expect(renameInput.safeParse({ from: "2027-01-01" }).error?.issues.map(({ path }) => path.join("."))).toHaveLength(
    country.languages.length,
  );
});
