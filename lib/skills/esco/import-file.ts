import { createReadStream } from "node:fs";
import path from "node:path";
import { createGunzip } from "node:zlib";
import type { Actor } from "@/lib/auth/permissions";
import { recordSkillsFile, writeSkills } from "@/lib/skills/commands";
import type { Concept, Link } from "@/lib/skills/input";
import { CsvRows } from "./csv-rows";
import { type EscoKind, type EscoProblem, hasLanguage, kindOf, languageOf, readEscoRow } from "./read-row";

type FileProblem = EscoProblem & { line: number };
export type FileOutcome =
  | { is: "other" }
  | { is: "refused"; problem: FileProblem }
  | { is: "done"; kind: EscoKind; language: string | undefined; rows: number; changed: number; others: number; problems: FileProblem[] };

const batch = 1000;
const shownProblems = 100;

/** Takes over one file of ESCO's as it is read, a batch a transaction: killed at any moment and begun again, it comes to the same. */
export async function importEscoFile(actor: Actor, file: string, onProgress: (rows: number) => void): Promise<FileOutcome> {
  const name = path.basename(file);
  const language = languageOf(name);
  const counts = { rows: 0, changed: 0, others: 0 };
  const problems: FileProblem[] = [];
  let headers: string[] | undefined;
  let kind: EscoKind | undefined;
  let waiting: (Concept | Link)[] = [];

  const flush = async () => {
    if (!kind || waiting.length === 0) return;
    const of = { skills: "skills", groups: "skills", occupations: "occupations", broader: "broader", needs: "needs" } as const;
    const written = await writeSkills(actor, { [of[kind]]: waiting });
    if (!written.ok) throw new Error(written.problems.map(({ code }) => code).join(", "));
    counts.changed += written.value;
    waiting = [];
    onProgress(counts.rows);
  };

  for await (const { line, cells } of rowsOf(file)) {
    if (!headers) {
      headers = cells.map((cell) => cell.replace("\uFEFF", "").trim());
      kind = kindOf(headers);
      if (!kind) return { is: "other" };
      if (hasLanguage(kind) && !language) return { is: "refused", problem: { line, column: "", value: name, remedy: nameIt } };
      continue;
    }
    counts.rows++;
    const read = cells.length === headers.length ? readEscoRow(kind as EscoKind, rowOf(headers, cells), language ?? "") : wrongWidth(cells);
    if (read === "other") counts.others++;
    else if ("problem" in read) {
      if (problems.length < shownProblems) problems.push({ line, ...read.problem });
    } else waiting.push("concept" in read ? read.concept : read.link);
    if (waiting.length >= batch) await flush();
  }
  await flush();
  if (!kind) return { is: "other" };
  await recordSkillsFile(actor, name, counts.rows, counts.changed);
  return { is: "done", kind, language, ...counts, problems };
}

const nameIt = "The language stands in the name of the file, as in skills_nl.csv: give it the name that it had on ESCO's download page.";

function wrongWidth(cells: string[]) {
  const remedy = "The row has more or fewer cells than the header. Take the file from ESCO again, and do not save it with a spreadsheet.";
  return { problem: { column: `${cells.length}`, value: (cells[0] ?? "").slice(0, 80), remedy } };
}

function rowOf(headers: string[], cells: string[]): Record<string, string> {
  return Object.fromEntries(headers.map((header, place) => [header, cells[place] ?? ""]));
}

async function* rowsOf(file: string) {
  const bytes = createReadStream(file);
  const stream = file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  const parser = new CsvRows();
  stream.setEncoding("utf8");
  for await (const piece of stream) yield* parser.take(String(piece));
  yield* parser.end();
}
