import { codeFor } from "./codes";
import { cleanLine, cleanText, isDamaged } from "./html";
import { type Cell, type Draft, problem, type ReadContext } from "./reading";
import { toCell } from "./table";

type Outcome = { type: string; text: Record<string, string>; skills: string[] };

const most = 200;
const longest = 4000;
const bullet = /^(?:[-–—*•·▪◦‣>]|\d{1,2}[.)]|[a-z]\))\s+/;

/**
 * One outcome a line, each optionally with its kind before it ("knowledge:", "vaardigheid:"). The first line in one language is the
 * same outcome as the first line in another. An outcome without a kind is a skill, the most common of the three.
 */
export function readOutcomes(cell: Cell, draft: Draft, context: ReadContext): void {
  const text = cleanText(cell.value);
  if (text === "") return;
  if (isDamaged(text)) draft.problems.push(problem("textDamaged", cell));
  const language = cell.language ?? draft.language;
  const outcomes: Outcome[] = [...(draft.content.outcomes ?? [])];
  linesOf(text).forEach((line, index) => {
    const { type, words, skills } = readLine(line);
    if (words.length > longest || index >= most) {
      draft.problems.push(problem("textTooLong", { ...cell, value: words }));
      return;
    }
    noteUnknownSkills(skills ?? [], cell.column, draft, context);
    const same = outcomes[index];
    const text = type && noWords.test(words) ? {} : { [language]: words };
    outcomes[index] = { type: type ?? same?.type ?? "skill", text: { ...same?.text, ...text }, skills: skills ?? same?.skills ?? [] };
  });
  draft.content.outcomes = outcomes.filter(Boolean);
}

function linesOf(text: string): string[] {
  const isList = (line: string) => /\S\s+•\s+\S/.test(line) && !kindOf(line).type;
  const lines = text.split("\n").flatMap((line) => (isList(line) ? line.split(/\s•\s/) : [line]));
  return lines.map((line) => line.trim().replace(bullet, "").trim()).filter((line) => line !== "");
}

/** After its kind: an outcome that has no words in this language, but has in others. */
export const noOutcomeWords = "–";
const noWords = /^[-–—]$/;

/** A line's kind, its words, and the ESCO skills in brackets at its end, as an export writes them. */
function readLine(line: string): { type: string | undefined; words: string; skills: string[] | undefined } {
  const found = /^(.*\S)\s\[(https?:\/\/[^\s\]]+(?:\s+https?:\/\/[^\s\]]+)*)\]$/u.exec(line);
  return { ...kindOf(found?.[1] ?? line), skills: found?.[2] ? skillsOf(found[2].split(/\s+/)) : undefined };
}

function kindOf(line: string): { type: string | undefined; words: string } {
  const found = /^([\p{L}' -]{1,40}?)\s?:\s+(.+)$/u.exec(line);
  const type = found?.[1] ? codeFor("outcomeTypes", found[1]) : undefined;
  return type && found?.[2] ? { type, words: found[2] } : { type: undefined, words: line };
}

/** Outcomes as our own JSON form has them: a list of { type, text: { nl, en } }. */
export function readOutcomeList(list: unknown[], path: string, draft: Draft, context: ReadContext): void {
  const outcomes: Outcome[] = [];
  list.slice(0, most).forEach((one, index) => {
    const column = `${path}.${index}`;
    const given = typeof one === "string" ? { text: one } : (one as { type?: unknown; text?: unknown; skills?: unknown } | null);
    const texts = typeof given?.text === "string" ? { [draft.language]: given.text } : given?.text;
    const words = Object.entries((texts as Record<string, unknown> | null | undefined) ?? {}).flatMap(([language, text]) =>
      /^[a-z]{2}$/.test(language) && typeof text === "string" && cleanLine(toCell(text)) !== ""
        ? [[language, cleanLine(toCell(text))] as const]
        : [],
    );
    const type = given?.type === undefined ? "skill" : codeFor("outcomeTypes", String(given.type));
    if (type === undefined) draft.problems.push(problem("codeNotUnderstood", { column: `${column}.type`, value: String(given?.type) }));
    if (words.some(([, text]) => text.length > longest))
      draft.problems.push(problem("textTooLong", { column, value: words[0]?.[1] ?? "" }));
    else if (words.length > 0) {
      const skills = skillsOf(given?.skills);
      noteUnknownSkills(skills, column, draft, context);
      outcomes.push({ type: type ?? "skill", text: Object.fromEntries(words), skills });
    }
  });
  if (list.length > most) draft.problems.push(problem("textTooLong", { column: path, value: `${list.length}` }));
  if (outcomes.length > 0) draft.content.outcomes = outcomes;
}

function skillsOf(skills: unknown): string[] {
  return Array.isArray(skills) ? skills.filter((uri): uri is string => typeof uri === "string" && URL.canParse(uri)).map(toCell) : [];
}

/** An address of ESCO's that is none of its skills is kept, since a newer release may have it, but not without a word. */
function noteUnknownSkills(skills: string[], column: string, draft: Draft, context: ReadContext): void {
  if (context.skills.size === 0) return;
  for (const value of skills)
    if (/^https?:\/\/data\.europa\.eu\/esco\//.test(value) && !context.skills.has(value))
      draft.notes.push(problem("skillUnknown", { column, value }));
}
