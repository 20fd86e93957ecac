import type { Texts } from "@/db/schema";
import { country } from "@/lib/country/country";

/** One text as if it stood in every language of the country. */
export const inLanguages = (text: string): Texts => Object.fromEntries(country.languages.map((language) => [language, text]));
