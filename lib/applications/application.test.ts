import fc from "fast-check";
import { expect, test } from "vitest";
import shipped from "@/config/criteria.json";
import { country } from "@/lib/country/country";
import { criteriaContent } from "@/lib/criteria/criteria";
import { emptyForm } from "@/lib/criteria/form/form";
import { assignmentsOf, competenceOn } from "@/lib/jurisdictions/jurisdiction";
import { anApplication } from "@/lib/testing/applications";
import { authorityOf, missingIn, slugOf, stepsOf } from "./application";

const competence = competenceOn(assignmentsOf(country.authorities), "2026-11-25");

import { applicationContent, emptyApplication, type FormStep, steps } from "./content";
import { formOf } from "./form-of";
import { readStep } from "./input";

const { form } = criteriaContent.parse(shipped);
const files = [{ document: "finding" }, { document: "policy" }];
const listed = (values: Record<string, string>) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
const formSteps = steps.filter((step): step is FormStep => step !== "evidence");

test("an empty application misses something in every step, a whole one nothing", () => {
  expect(new Set(missingIn(emptyApplication, [], undefined, "2026-11-25", competence).map(({ step }) => step))).toEqual(new Set(steps));
  expect(missingIn(anApplication(), files, form, "2026-11-25", competence)).toEqual([]);
  expect(
    missingIn(
      anApplication({ identity: { names: { nl: "X" }, founded: "2027-01-01", homepage: "" } }),
      files,
      form,
      "2026-11-25",
      competence,
    ),
  ).toEqual([{ step: "identity", code: "foundedInFuture" }]);
});

test("there is a step for what the authority asks unless it asks nothing", () => {
  expect(stepsOf(undefined)).toContain("answers");
  expect(stepsOf(form)).toEqual(steps);
  expect(stepsOf(emptyForm)).toEqual(steps.filter((step) => step !== "answers"));
});

test("the seat decides which authority answers; in Brussels the applicant chooses", () => {
  const at = (seat: string, authority: string | null = null) =>
    anApplication({ places: { seat, street: "", postalCode: "", further: [], authority } });
  expect(authorityOf(at("Gent"), competence)?.slug).toBe("leerpadenraad");
  expect(authorityOf(at("Eupen", "leerpadenraad"), competence)?.slug).toBe("rat-der-lernwege");
  expect(authorityOf(at("Brussel"), competence)).toBeUndefined();
  expect(missingIn(at("Brussel"), files, emptyForm, "2026-11-25", competence)).toEqual([{ step: "places", code: "authorityMissing" }]);
  expect(authorityOf(at("Brussel", "conseil-des-parcours"), competence)?.slug).toBe("conseil-des-parcours");
  expect(authorityOf(at("Brussel", "rat-der-lernwege"), competence)).toBeUndefined();
});

test("what was saved fills the form with what saves the same again", () => {
  const content = anApplication();
  for (const step of formSteps)
    expect(readStep(step, formOf(step, content, form), { form, earlier: content.answers }), step).toEqual({
      part: content[step],
      problems: [],
    });
});

test("what is malformed is named with its field", () => {
  const fields = (step: FormStep, values: Record<string, string>) =>
    readStep(step, listed(values)).problems.map(({ code, field }) => `${field} ${code}`);
  expect(fields("identity", { founded: "14/01/2027", homepage: "javascript:alert(1)" })).toEqual([
    "founded dayNotUnderstood",
    "homepage urlIncomplete",
  ]);
  expect(fields("places", { seat: "Atlantis", further: "Gent\nAtlantis" })).toEqual(["seat placeUnknown", "further placeUnknown"]);
  expect(fields("quality", { "standard-0": "other", "from-0": "2026-02-01", "until-0": "2026-01-01", "body-1": "X" })).toEqual([
    "label-0 standardLabelMissing",
    "until-0 endsBeforeItBegins",
  ]);
  expect(fields("quality", { "standard-3": "", "body-3": "X" })).toEqual(["standard-3 standardMissing"]);
  expect(fields("contact", { email: "nobody", phone: "call me" })).toEqual(["email emailNotUnderstood", "phone phoneNotUnderstood"]);
});

test("whatever a form brings is read or named, and is a document either way", () => {
  const names = formSteps.flatMap((step) => Object.keys(formOf(step, anApplication(), form)));
  const value = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.constantFrom("esg", "2026-13-40", "0001-01-01", "Gent", "yes"));
  fc.assert(
    fc.property(
      fc.constantFrom(...formSteps),
      fc.dictionary(fc.constantFrom(...names, "standard-99", "__proto__"), value),
      (step, values) => {
        const { part } = readStep(step, listed(values), { form, earlier: {} });
        expect(applicationContent.safeParse({ ...emptyApplication, [step]: part }).success).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});

test("an address is made of any name", () => {
  expect(slugOf("École de l’Été – Gent")).toBe("ecole-de-l-ete-gent");
  expect(slugOf("学校")).toBe("provider");
});
