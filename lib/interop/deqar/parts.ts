import { type Fields, isFields, listOf, type Reading, textOf, textsOf } from "./reading";
import type { SaidActivity, SaidFile, SaidIdentifier, SaidInstitution, SaidLink, SaidProgramme } from "./said";
import { toAssessment, toCycle, toDegree, toLanguage } from "./words";

/** Paths are those of DEQAR's own flat columns, from 1: `institution[1].eter_id`, also where the file was JSON. */
const at = (name: string, index: number) => `${name}[${index + 1}].`;

export function readActivities(record: Fields): SaidActivity[] {
  const listed = listOf(record, "activities").flatMap((one) => (isFields(one) ? activityOf(one) : textsOf({ one }, "one").map(byIdOrName)));
  const plain = textsOf(record, "activity").map(byIdOrName);
  const local = textsOf(record, "activity_local_identifier").map((value): SaidActivity => ({ by: "local", value }));
  // DEQAR takes its own value before the agency's.
  const all = [...listed, ...plain, ...local];
  return all.filter((one, index) => all.findIndex(({ by, value }) => by === one.by && value === one.value) === index);
}

function activityOf(one: Fields): SaidActivity[] {
  const id = textOf(one, "id");
  if (id !== null) return [{ by: "id", value: id }];
  const group = textOf(one, "group");
  if (group !== null) return [{ by: "group", value: group }];
  const named = textOf(one, "activity");
  if (named !== null) return [byIdOrName(named)];
  const local = textOf(one, "local_identifier") ?? textOf(one, "activity_local_identifier");
  return local === null ? [] : [{ by: "local", value: local }];
}

function byIdOrName(value: string): SaidActivity {
  return { by: /^\d+$/.test(value) ? "id" : "name", value };
}

export function readInstitutions(record: Fields, name: "institution" | "platform", reading: Reading): SaidInstitution[] {
  return listOf(record, `${name}s`, name).flatMap((one, index): SaidInstitution[] => {
    const path = at(name, index);
    if (!isFields(one)) {
      reading.refuse("qualityInstitutionUnidentified", path.slice(0, -1), String(one));
      return [];
    }
    const institution = readInstitution(one, path, reading);
    if (institution.identifiers.length + institution.names.length > 0) return [institution];
    reading.refuse("qualityInstitutionUnidentified", path.slice(0, -1));
    return [];
  });
}

function readInstitution(one: Fields, path: string, reading: Reading): SaidInstitution {
  const deqar = textOf(one, "deqar_id");
  const eter = textOf(one, "eter_id");
  const [place] = listOf(one, "locations", "location").filter(isFields);
  const alternative = listOf(one, "alternative_names").filter(isFields);
  return {
    identifiers: [
      ...(deqar === null ? [] : [{ resource: "DEQARINST", value: deqarInstitution(deqar) }]),
      ...(eter === null ? [] : [{ resource: "ETER", value: eter }]),
      ...readIdentifiers(one),
    ],
    names: [
      ...textsOf(one, "name_official", "name_english", "name_primary", "name_official_transliterated"),
      ...alternative.flatMap((name) => textsOf(name, "name_alternative")),
    ].filter((name, index, all) => all.indexOf(name) === index),
    country: textOf(place ?? {}, "country") ?? textOf(one, "country"),
    town: textOf(place ?? {}, "city") ?? textOf(one, "city"),
    website: reading.address(one, "website_link", path),
  };
}

/** DEQAR's own tables give the number alone: 245 is DEQARINST0245. */
function deqarInstitution(value: string): string {
  return /^\d+$/.test(value) ? `DEQARINST${value.padStart(4, "0")}` : value;
}

function readIdentifiers(one: Fields): SaidIdentifier[] {
  const resources = textsOf(one, "resource");
  return listOf(one, "identifiers", "identifier").flatMap((given, index): SaidIdentifier[] => {
    const value = isFields(given) ? textOf(given, "identifier") : textOf({ given }, "given");
    const resource = isFields(given) ? textOf(given, "resource") : (resources[index] ?? null);
    return value === null ? [] : [{ resource: resource?.toLowerCase() === "local identifier" ? null : resource, value }];
  });
}

export function readProgrammes(record: Fields, reading: Reading): SaidProgramme[] {
  return listOf(record, "programmes", "programme").flatMap((one, index): SaidProgramme[] => {
    const path = at("programme", index);
    const name = isFields(one) ? textOf(one, "name_primary") : null;
    if (isFields(one) && name !== null) return [readProgramme(one, name, path, reading)];
    reading.refuse("qualityProgrammeUnnamed", `${path}name_primary`);
    return [];
  });
}

function readProgramme(one: Fields, name: string, path: string, reading: Reading): SaidProgramme {
  const alternative = listOf(one, "alternative_names").filter(isFields);
  return {
    name,
    alternativeNames: [...alternative.flatMap((each) => textsOf(each, "name_alternative")), ...textsOf(one, "name_alternative")],
    qualification: textOf(one, "qualification_primary"),
    identifiers: readIdentifiers(one),
    countries: textsOf(one, "countries", "country"),
    cycle: reading.coded(one, "qf_ehea_level", path, toCycle),
    nqfLevel: textOf(one, "nqf_level"),
    degree: reading.coded(one, "degree_outcome", path, toDegree),
    ects: reading.coded(one, "workload_ects", path, toCredits),
    assessment: reading.coded(one, "assessment_certification", path, toAssessment),
    skills: textsOf(one, "learning_outcomes", "learning_outcome", "learning_outcome_esco"),
    outcomes: textOf(one, "learning_outcome_description"),
    field: textOf(one, "field_study"),
  };
}

function toCredits(written: string): number | undefined {
  if (!/^\d{1,4}([.,]\d{1,2})?$/.test(written)) return undefined;
  const credits = Number(written.replace(",", "."));
  return credits > 0 ? credits : undefined;
}

/** A file that came with the report and not by address stays with the agency: there is nothing to link to. */
export function readFiles(record: Fields, reading: Reading): SaidFile[] {
  return listOf(record, "report_files", "file").flatMap((one, index): SaidFile[] => {
    if (!isFields(one)) return [];
    const path = at("file", index);
    const url = reading.address(one, "original_location", path);
    const languages = textsOf(one, "report_language").flatMap((written, place) => {
      const language = toLanguage(written);
      return language ?? reading.leave("qualityValueNotUnderstood", `${path}report_language[${place + 1}]`, written) ?? [];
    });
    return url === null ? [] : [{ url, name: textOf(one, "display_name"), languages }];
  });
}

export function readLinks(record: Fields, reading: Reading): SaidLink[] {
  const names = textsOf(record, "link_display_name");
  return listOf(record, "report_links", "link").flatMap((one, index): SaidLink[] => {
    const given = isFields(one) ? one : { link: one };
    const url = reading.address(given, "link", `link[${index + 1}].`);
    return url === null ? [] : [{ url, name: textOf(given, "link_display_name") ?? names[index] ?? null }];
  });
}
