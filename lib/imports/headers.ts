import { type FieldName, fields, isMultilingual, parseTarget, type Target } from "./fields";
import { fold } from "./fold";
import names from "./header-names.json";

const known = new Map<string, FieldName>();
for (const field of Object.keys(fields) as FieldName[]) {
  known.set(plain(field), field);
  for (const name of names[field]) known.set(plain(name), field);
}

/** What people call a language in a header: its code or its name in the four languages. */
const languageWords: Record<string, string> = {
  nl: "nl",
  ned: "nl",
  nederlands: "nl",
  dutch: "nl",
  neerlandais: "nl",
  niederlandisch: "nl",
  nederlandstalig: "nl",
  fr: "fr",
  fra: "fr",
  frans: "fr",
  french: "fr",
  francais: "fr",
  franzosisch: "fr",
  franstalig: "fr",
  de: "de",
  deu: "de",
  duits: "de",
  german: "de",
  allemand: "de",
  deutsch: "de",
  duitstalig: "de",
  en: "en",
  eng: "en",
  engels: "en",
  english: "en",
  anglais: "en",
  englisch: "en",
  engelstalig: "en",
};

/** The column of the template that a header means, however it is dressed: stars, brackets, case, accents, a language at its end. */
export function fieldForHeader(header: string): Target | undefined {
  const exact = parseTarget(header.trim());
  if (exact) return exact;
  const nested = /^(?:.+\.)?([a-z]{2})\.([\w-]+)$/.exec(header) ?? /^()([\w-]+)\.([a-z]{2})$/.exec(header);
  if (nested) {
    const field = known.get(plain(nested[2] ?? ""));
    const language = languageWords[nested[3] ?? nested[1] ?? ""];
    if (field && language && isMultilingual(field)) return { field, language };
  }
  const whole = known.get(plain(header));
  if (whole) return { field: whole, language: null };
  const remarked = known.get(plain(header.replace(/\([^)]*\)|\[[^\]]*\]/g, " ")));
  const words = plain(header).split(" ");
  const language = languageWords[words.at(-1) ?? ""];
  if (language && words.length > 1) {
    const rest = words
      .slice(0, -1)
      .filter((word, index, all) => index < all.length - 1 || !["in", "en", "im", "auf", "het"].includes(word));
    const field = known.get(rest.join(" ").replace(/ in het$/, ""));
    if (field && isMultilingual(field)) return { field, language };
  }
  return remarked ? { field: remarked, language: null } : undefined;
}

function plain(header: string): string {
  return fold(header)
    .replace(/[*()[\]{}_:/?!"|]+/g, " ")
    .replace(/\s[-–—]\s|\.(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
