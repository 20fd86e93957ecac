import { country } from "@/lib/country/country";
import { regionOfNuts } from "@/lib/country/regions";
import { foldLetters } from "./fold";

/** Towns and regions of the country by each of their names, those of most words first. A town that is called as its region is that region. */
const places = [
  ...Object.entries(country.regions).flatMap(([code, names]) =>
    code.length < 4 ? [] : Object.values(names).map((name) => ({ words: foldLetters(name), region: code })),
  ),
  ...country.places.flatMap(({ names, nuts }) => names.map((name) => ({ words: foldLetters(name), region: regionOfNuts(nuts) }))),
].sort((a, b) => b.words.length - a.words.length);

/** Words by which a place is tied to what is looked for there: zorg in Gent. */
const ties = new Set(["in", "te", "bij", "rond", "a", "au", "en", "pres", "near", "at", "bei", "um", "nahe"]);

/** The region that folded words name, and the words without it; `""` where they name none. A place alone stays what was looked for. */
export function splitPlace(words: string): { words: string; region: string } {
  const spaced = ` ${words} `;
  const found = places.find((place) => spaced.includes(` ${place.words} `));
  if (!found) return { words, region: "" };
  const rest = spaced.replace(` ${found.words} `, " ").trim().split(" ");
  while (ties.has(rest.at(-1) ?? "")) rest.pop();
  while (ties.has(rest[0] ?? "")) rest.shift();
  const left = rest.join(" ");
  return { words: left.length >= 3 ? left : words, region: found.region };
}
