import { isCode, type VocabularyName, vocabulary } from "@/lib/vocabularies/vocabulary";
import { fold } from "./fold";
import synonyms from "./synonyms.json";

const synonymsOf: Partial<Record<VocabularyName, Record<string, string[]>>> = synonyms;
const indexes = new Map<VocabularyName, Map<string, string>>();

/** The code that a cell means: the code itself, its address, its name in one of the four languages, or a common other name. */
export function codeFor(name: VocabularyName, written: string): string | undefined {
  if (isCode(name, written)) return written;
  if (name === "fields") return iscedCode(written) ?? indexOf(name).get(simple(written));
  return indexOf(name).get(simple(written)) ?? indexOf(name).get(simple(written.replace(/\([^)]*\)/g, "")));
}

function simple(written: string): string {
  return fold(written)
    .replace(/[-_.]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function indexOf(name: VocabularyName): Map<string, string> {
  const made = indexes.get(name);
  if (made) return made;
  const index = new Map<string, string>();
  const add = (text: string, code: string) => {
    if (!index.has(simple(text))) index.set(simple(text), code);
  };
  for (const { code, uri, labels } of vocabulary(name)) {
    add(code, code);
    if (uri) add(uri, code);
    for (const label of Object.values(labels)) add(label, code);
  }
  for (const [code, names] of Object.entries(synonymsOf[name] ?? {})) for (const text of names) add(text, code);
  indexes.set(name, index);
  return index;
}

/** ISCED-F: 0913 · "0913 Nursing" · 913 (a spreadsheet took the zero away) · the address of the code. */
function iscedCode(written: string): string | undefined {
  const digits = /^(?:.*\/isced-f\/)?(?:isced(?:-f)?[ :]*)?(\d{1,4})(?:$|[\s:–-])/i.exec(written.trim())?.[1];
  if (!digits) return undefined;
  return [digits, `0${digits}`].find((code) => isCode("fields", code));
}

/** The levels 1 to 8 of the EQF, as "5", "EQF 5", "niveau 6", "VKS 5", "5 (BTS, DUT…)". */
export function eqfLevel(written: string): number | undefined {
  const text = fold(written)
    .replace(/\([^)]*\)/g, " ")
    .replace(/(\d)[.,]0+(?!\d)/g, "$1")
    .trim();
  const found =
    /^(?:[a-z' -]*\b)?(?:eqf|eqr|cec|vks|cfc|qdg|dqr|nlqf|nqf|level|niveau|stufe|lvl)?[ :.-]*([1-8])(?:e|er|eme)?$/.exec(text) ??
    /^([1-8])\b(?!\s*[-–.,/]\s*\d)/.exec(text);
  return found?.[1] ? Number(found[1]) : undefined;
}

const yes = new Set(["yes", "y", "ja", "j", "oui", "o", "true", "waar", "vrai", "wahr", "1", "x"]);
const no = new Set(["no", "n", "nee", "neen", "non", "nein", "false", "onwaar", "faux", "falsch", "0"]);

export function yesOrNo(written: string): boolean | undefined {
  const text = fold(written);
  return yes.has(text) ? true : no.has(text) ? false : undefined;
}

/** ISO 639-1 codes of languages that courses are given in. */
const languageCodes =
  "nl fr de en es it pt pl ro bg hu cs sk sl hr sr bs sq el tr ar he fa ru uk be lt lv et fi sv da no nb nn is ga mt lb ca eu gl cy eo la ja zh ko vi th id ms hi ur bn ta ti am so sw ku ps hy ka az kk mk".split(
    " ",
  );
const threeLetters: Record<string, string> = {
  nld: "nl",
  dut: "nl",
  fra: "fr",
  fre: "fr",
  deu: "de",
  ger: "de",
  eng: "en",
  spa: "es",
  ita: "it",
  por: "pt",
  pol: "pl",
  ron: "ro",
  ukr: "uk",
  ara: "ar",
  tur: "tr",
};
const signLanguages: Record<string, string> = { vgt: "vgt", sfb: "sfb", sgb: "sfb" };
const moreNames: Record<string, string> = {
  vlaams: "nl",
  flamand: "nl",
  flamisch: "nl",
  ned: "nl",
  gb: "en",
  uk: "uk",
  chinees: "zh",
  farsi: "fa",
  dari: "fa",
};
let languageIndex: Map<string, string> | undefined;

/** A language by its code (nl, nl-BE, nld) or its name in one of the four languages or in itself. */
export function languageCode(written: string): string | undefined {
  languageIndex ??= makeLanguageIndex();
  const text = fold(written);
  return languageIndex.get(text) ?? languageIndex.get(/^([a-z]{2,3})[-_][a-z]{2,4}$/.exec(text)?.[1] ?? "");
}

function makeLanguageIndex(): Map<string, string> {
  const index = new Map(Object.entries({ ...moreNames, ...threeLetters, ...signLanguages }));
  for (const locale of ["en", "nl", "fr", "de"]) {
    const names = new Intl.DisplayNames([locale], { type: "language" });
    for (const code of languageCodes) index.set(fold(names.of(code) ?? code), code);
  }
  for (const code of languageCodes) {
    index.set(fold(new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code), code);
    index.set(code, code);
  }
  return index;
}

/** Cells that hold several values separate them by semicolon, bar or line; by comma or slash where that is how they are understood. */
export function splitList(written: string): string[] {
  return written
    .split(/[;|\n]/)
    .map((part) => part.replace(/^\s*[-•·]\s+/, "").trim())
    .filter((part) => part !== "");
}

/** Reads each value of a cell; a part that is not understood is tried again cut at commas, slashes and plus signs. */
export function readList<T>(written: string, read: (part: string) => T | undefined): { found: T[]; unknown: string[] } {
  const found: T[] = [];
  const unknown: string[] = [];
  for (const part of splitList(written)) {
    const whole = read(part);
    const pieces =
      whole === undefined
        ? part
            .split(/,|\s\/\s|\/|\s\+\s|\s(?:en|et|und|and)\s/)
            .map((piece) => piece.trim())
            .filter(Boolean)
        : [];
    const values = whole === undefined ? pieces.map(read) : [whole];
    const good = values.filter((value): value is NonNullable<typeof value> => value !== undefined);
    if (good.length === 0 || good.length < values.length) unknown.push(part);
    else found.push(...good);
  }
  return { found: [...new Set(found)], unknown };
}
