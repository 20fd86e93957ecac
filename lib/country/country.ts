import { readFileSync } from "node:fs";
import path from "node:path";
import { type Country, countryInput } from "./input";

/** The instance this process serves, from the file that CAIRN_CONFIG names. Read once; a fault stops the start and is named. */
export const country: Country = read(process.env.CAIRN_CONFIG ?? "config/demonstration.json");

function read(file: string): Country {
  const parsed = countryInput.safeParse(JSON.parse(readFileSync(path.resolve(/* turbopackIgnore: true */ process.cwd(), file), "utf8")));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`).join("\n");
  throw new Error(`The configuration ${file} does not hold:\n${faults}`);
}

export type Authority = Country["authorities"][number];

/** Authorities by their slugs. Who answers for a place on a day, lib/jurisdictions says: the file alone does not know. */
export function authoritiesCalled(slugs: readonly string[]): Authority[] {
  return country.authorities.filter(({ slug }) => slugs.includes(slug));
}

/** The bounds of a microcredential that hold on a day: they change by law, so the rule in force is the last that began. */
export function boundsOn(day: string) {
  return country.microcredential.filter(({ from }) => from <= day).at(-1);
}

/** A town of the country by any of its names, however it is spelt in case and accents. */
export function findPlace(name: string) {
  const wanted = fold(name);
  return country.places.find(({ names }) => names.some((known) => fold(known) === wanted));
}

function fold(value: string): string {
  return value.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
