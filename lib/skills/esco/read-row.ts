import type { Concept, Link } from "@/lib/skills/input";

/** What a file of ESCO's holds, by its headers, which are the same in releases 1.1 and 1.2 and in every language. */
export type EscoKind = "skills" | "groups" | "occupations" | "broader" | "needs";

export type EscoProblem = { column: string; value: string; remedy: string };

export type ReadRow = { concept: Concept } | { link: Link } | { problem: EscoProblem } | "other";

const needed: Record<EscoKind, string[]> = {
  needs: ["occupationUri", "relationType", "skillUri"],
  occupations: ["conceptUri", "preferredLabel", "iscoGroup"],
  skills: ["conceptUri", "preferredLabel", "skillType"],
  broader: ["conceptUri", "broaderUri"],
  groups: ["conceptUri", "preferredLabel", "code", "conceptType"],
};

/** Undefined for a file of another kind: ESCO's package has several that say again what these do. */
export function kindOf(headers: string[]): EscoKind | undefined {
  // The collections (digital, green, …) are extracts of the file of skills, and write names in another way.
  if (headers.includes("broaderConceptUri") || headers.includes("Level 0 URI")) return undefined;
  return (Object.keys(needed) as EscoKind[]).find((kind) => needed[kind].every((name) => headers.includes(name)));
}

/** `skills_nl.csv` is Dutch: the one place where ESCO says it. */
export function languageOf(fileName: string): string | undefined {
  return /_([a-z]{2})\.csv(?:\.gz)?$/.exec(fileName)?.[1];
}

export const hasLanguage = (kind: EscoKind) => ["skills", "groups", "occupations"].includes(kind);

/** One row, by the names of its columns. Rows about other things than the file is read for are `other`: ISCO's groups, say. */
export function readEscoRow(kind: EscoKind, row: Record<string, string>, language: string): ReadRow {
  if (kind === "broader") return readBroader(row);
  if (kind === "needs") return readNeed(row);
  if (kind === "groups" && row.conceptType !== "SkillGroup") return "other";
  const uri = row.conceptUri ?? "";
  if (!isEsco(uri)) return notAnAddress("conceptUri", uri);
  const label = tidy(row.preferredLabel);
  if (label === "") {
    const remedy = "Every concept has a name. Take the file from ESCO's download page again, in this language.";
    return { problem: { column: "preferredLabel", value: "", remedy } };
  }
  const isKnown = kind !== "skills" || row.skillType === "" || /^(knowledge|skill\/competence)$/.test(row.skillType ?? "");
  if (!isKnown)
    return { problem: { column: "skillType", value: row.skillType ?? "", remedy: "It is “knowledge” or “skill/competence” in ESCO." } };
  const names = [...new Set(`${row.altLabels ?? ""}`.split("\n").map(tidy))].filter((name) => name !== "" && name !== label);
  return {
    concept: {
      uri,
      ...(kind === "occupations" ? {} : { kind: kindOfSkill(kind, row.skillType) }),
      reuse: row.reuseLevel || null,
      code: row.code || (kind === "groups" ? (uri.split("/").at(-1) ?? null) : row.iscoGroup || null),
      labels: { [language]: label },
      alternatives: names.length > 0 ? { [language]: names } : {},
      descriptions: tidy(row.description) === "" ? {} : { [language]: tidy(row.description) },
      status: row.status || "released",
      replacedBy: [row.replacedBy, row.isReplacedBy].find((one) => one && isEsco(one)) ?? null,
    },
  };
}

function kindOfSkill(kind: EscoKind, type: string | undefined): "skill" | "knowledge" | "group" {
  if (kind === "groups") return "group";
  return type === "knowledge" ? "knowledge" : "skill";
}

function readBroader({ conceptType, conceptUri = "", broaderUri = "" }: Record<string, string>): ReadRow {
  if (conceptType === "Occupation" || conceptType === "ISCOGroup") return "other";
  if (!isEsco(conceptUri)) return notAnAddress("conceptUri", conceptUri);
  if (!isEsco(broaderUri)) return notAnAddress("broaderUri", broaderUri);
  return { link: { from: conceptUri, to: broaderUri } };
}

function readNeed({ occupationUri = "", skillUri = "", relationType = "" }: Record<string, string>): ReadRow {
  if (!isEsco(occupationUri)) return notAnAddress("occupationUri", occupationUri);
  if (!isEsco(skillUri)) return notAnAddress("skillUri", skillUri);
  if (relationType !== "essential" && relationType !== "optional")
    return { problem: { column: "relationType", value: relationType, remedy: "It is “essential” or “optional” in ESCO." } };
  return { link: { from: occupationUri, to: skillUri, need: relationType } };
}

// A zero byte is the one letter that Postgres cannot keep.
const tidy = (text: string | undefined) => (text ?? "").replaceAll("\u0000", "").replace(/\s+/g, " ").trim();

function isEsco(uri: string): boolean {
  return /^https?:\/\/data\.europa\.eu\/esco\/[\w./-]+$/.test(uri) && uri.length <= 200;
}

function notAnAddress(column: string, value: string): ReadRow {
  return {
    problem: { column, value, remedy: "It begins with http://data.europa.eu/esco/ in ESCO's files. Take the file from ESCO again." },
  };
}
