import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/days/days";
import { fromActivity } from "./activities";
import { fromAgency } from "./agencies";
import { fromFlat } from "./flat";
import { readDateFormat } from "./strptime";
import { fromSubmission } from "./submission";

const real = path.resolve("../shared/data/deqar");
const hasReal = existsSync(real);
if (!hasReal) process.stderr.write(`${real} is not here: the tests on DEQAR’s own files are skipped\n`);

const least = {
  agency: "QAI",
  local_identifier: "QAI-1",
  activity: "institutional audit",
  status: "1",
  decision: 1,
  valid_from: "2020-01-15",
  date_format: "%Y-%m-%d",
  institutions: [{ deqar_id: "DEQARINST0245" }],
};

describe("a submission object", () => {
  it("is read with the least it may say, and no end is made up", () => {
    const { said, problems } = fromSubmission(least);
    expect(problems).toEqual([]);
    expect(said).toMatchObject({ status: "obligatory", decision: "positive", from: "2020-01-15", lastDay: null });
    expect(said?.institutions[0]?.identifiers).toEqual([{ resource: "DEQARINST", value: "DEQARINST0245" }]);
  });

  it("names each fault with field, value and code, and takes nothing of it", () => {
    const wrong = { ...least, agency: "", status: "maybe", decision: 9, valid_from: "15/01/2020", institutions: [{}], activity: null };
    const { said, problems } = fromSubmission(wrong);
    expect(said).toBeUndefined();
    expect(problems).toEqual([
      { code: "qualityAgencyMissing", field: "agency" },
      { code: "qualityActivityMissing", field: "activity" },
      { code: "qualityStatusNotUnderstood", field: "status", value: "maybe" },
      { code: "qualityDecisionNotUnderstood", field: "decision", value: "9" },
      { code: "qualityDateNotUnderstood", field: "valid_from", value: "15/01/2020" },
      { code: "qualityInstitutionUnidentified", field: "institution[1]" },
    ]);
  });

  it("leaves out what it does not understand of the rest, and says so", () => {
    const { said, problems } = fromSubmission({
      ...least,
      report_files: [
        { original_location: "ftp://x", report_language: ["eng"] },
        { original_location: "https://a.example/r.pdf", report_language: ["ger", "zz"] },
      ],
      programmes: [
        { name_primary: "Care", qf_ehea_level: "ninth", workload_ects: "12,5", degree_outcome: "no", assessment_certification: 2 },
      ],
    });
    expect(said?.files).toEqual([{ url: "https://a.example/r.pdf", name: null, languages: ["de"] }]);
    expect(said?.programmes[0]).toMatchObject({ cycle: null, ects: 12.5, degree: false, assessment: "assessment" });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual([
      "qualityValueNotUnderstood programme[1].qf_ehea_level",
      "qualityAddressNotUnderstood file[1].original_location",
      "qualityValueNotUnderstood file[2].report_language[2]",
    ]);
  });

  it("takes both shapes of activities, providers and links", () => {
    const { said } = fromSubmission({
      ...least,
      activity: "97",
      activities: [{ id: 12 }, { activity: "97" }, { activity: "audit" }, { group: 3 }, { local_identifier: "inst_aud" }],
      contributing_agencies: ["34"],
      platforms: [{ deqar_id: 93962 }],
      report_links: [{ link: "https://a.example/x", link_display_name: "Record" }],
      institutions: [
        { eter_id: "BE0035", identifiers: [{ identifier: "14" }, { identifier: "S003", resource: "Erasmus" }] },
        { name_official: "Academy", locations: [{ country: "DE", city: "Hamburg" }] },
      ],
    });
    expect(said?.activities).toEqual([
      { by: "id", value: "12" },
      { by: "id", value: "97" },
      { by: "name", value: "audit" },
      { by: "group", value: "3" },
      { by: "local", value: "inst_aud" },
    ]);
    expect(said?.platforms[0]?.identifiers[0]?.value).toBe("DEQARINST93962");
    expect(said?.institutions[0]?.identifiers).toEqual([
      { resource: "ETER", value: "BE0035" },
      { resource: null, value: "14" },
      { resource: "Erasmus", value: "S003" },
    ]);
    expect(said?.institutions[1]).toMatchObject({ names: ["Academy"], country: "DE", town: "Hamburg" });
  });

  it("never throws, and takes nothing without saying why", () => {
    const anything = fc.oneof(fc.jsonValue(), fc.record({ ...Object.fromEntries(Object.keys(least).map((key) => [key, fc.jsonValue()])) }));
    fc.assert(
      fc.property(anything, (value) => {
        const { said, problems } = fromSubmission(value);
        return said !== undefined || problems.length > 0;
      }),
    );
  });
});

const days = fc.integer({ min: -3650, max: 15_000 }).map((offset) => addDays("2000-01-01", offset));
const written = (day: string, pattern: string) => {
  const [year = "", month = "", date = ""] = day.split("-");
  const parts: Record<string, string> = { "%d": date, "%-d": String(Number(date)), "%m": month, "%-m": String(Number(month)), "%Y": year };
  return pattern.replace(/%-?[dmY]/g, (part) => parts[part] ?? "");
};

describe("date formats", () => {
  it("read back what they wrote", () => {
    const patterns = fc.constantFrom("%Y-%m-%d", "%d/%m/%Y", "%m.%d.%Y", "%-d-%-m-%Y", "%Y (%d|%m)", "%d%m%Y");
    fc.assert(fc.property(days, patterns, (day, pattern) => readDateFormat(pattern)?.(written(day, pattern)) === day));
  });

  it("refuse patterns that do not name one day, month and year, and days that are none", () => {
    for (const pattern of ["", "%Y-%m", "%d%/%m/%Y", "%d/%m/%Y %Y", "%H %d %m %Y", "d%/%m/%Y", "%"])
      expect(readDateFormat(pattern)).toBeUndefined();
    expect(readDateFormat("%d/%m/%y")?.("31/02/20")).toBeUndefined();
    expect(readDateFormat("%d/%m/%y")?.("04/01/14")).toBe("2014-01-04");
    expect(readDateFormat("%d/%m/%y")?.("04/01/87")).toBe("1987-01-04");
  });
});

describe("a flat row", () => {
  it("is the object that JSON would be, whatever the case of headers and the gaps in their numbers", () => {
    const headers = [
      "Agency",
      "activities[1].Activity",
      "file[1].report_language[1]",
      "FILE[1].report_language[3]",
      "institution[2].eter_id",
      "institution[1].deqar_id",
    ];
    expect(fromFlat(headers, [" QAI ", "97", "fre", "eng", "BE0035", ""])).toEqual({
      agency: "QAI",
      activities: [{ activity: "97" }],
      file: [{ report_language: ["fre", "eng"] }],
      institution: [{ eter_id: "BE0035" }],
    });
  });

  it("says the same as the JSON form", () => {
    const text = fc.stringMatching(/^[A-Za-z0-9]{1,12}$/);
    const institution = fc.record({ eter_id: text, name_official: text });
    fc.assert(
      fc.property(fc.array(institution, { minLength: 1, maxLength: 4 }), text, (institutions, local) => {
        const { institutions: _, ...rest } = { ...least, local_identifier: local, decision: "1" };
        const flat = institutions.flatMap((one, index) =>
          Object.entries(one).map(([name, value]) => [`institution[${index + 1}].${name}`, value]),
        );
        const pairs = [...Object.entries(rest), ...flat];
        const row = fromFlat(
          pairs.map(([name = ""]) => name),
          pairs.map(([, value = ""]) => value),
        );
        expect(fromSubmission(row)).toEqual(fromSubmission({ ...rest, institutions }));
      }),
    );
  });

  it("never throws, whatever the headers, and keeps to what it was given", () => {
    const header = fc.oneof(
      fc.string(),
      fc.constantFrom("__proto__.x", "constructor", "a[0].b", "a[999]", "file[1]", "file[1].url", "file", "toString[1].y"),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(header, fc.string()), { maxLength: 12 }), (pairs) => {
        fromSubmission(
          fromFlat(
            pairs.map(([name]) => name),
            pairs.map(([, cell]) => cell),
          ),
        );
        return ({} as Record<string, unknown>).x === undefined;
      }),
    );
  });
});

describe("agencies and activities", () => {
  it("are read with their days, and refused with what is wrong", () => {
    const row = { deqar_id: "66", acronym: "QAI", name: "Quality", registration_start: "2016-06-06", registration_valid_to: "2020-11-30" };
    expect(fromAgency(row).said?.registration).toEqual({ from: "2016-06-06", lastDay: "2020-11-30" });
    expect(fromAgency({ ...row, registration_start: "", registration_valid_to: "" }).said?.registration).toBeNull();
    expect(fromAgency({ ...row, registration_start: "" }).problems).toEqual([
      { code: "qualityRegistrationNotUnderstood", field: "registration_start" },
    ]);
    expect(fromAgency({ ...row, deqar_id: "-1" }).said).toBeUndefined();
    expect(fromActivity({ agency_pk: "3", activity: "Audit", activity_type: "2" }).said).toMatchObject({
      agency: { place: 3 },
      type: "institutional",
    });
    expect(fromActivity({ activity_id: "520", group_name: "Joint", agency: "QAI" }).said).toMatchObject({
      agency: { acronym: "QAI" },
      activityId: 520,
    });
    expect(fromActivity({}).problems.map(({ code }) => code)).toEqual(["qualityAgencyMissing", "qualityActivityMissing"]);
  });
});

describe.skipIf(!hasReal)("DEQAR's own examples", () => {
  it("are all read without a problem", () => {
    for (const name of ["institutional", "institutional_programme", "joint_programme", "programme"]) {
      const json: unknown = JSON.parse(readFileSync(path.join(real, "json_examples", `${name}.json`), "utf8"));
      for (const one of [json].flat()) {
        const { said, problems } = fromSubmission(one);
        expect(problems, name).toEqual([]);
        expect(said?.institutions.length, name).toBeGreaterThan(0);
      }
    }
  });
});
