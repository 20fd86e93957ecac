import { country } from "@/lib/country/country";
import { levelName, type Term } from "@/lib/terms/term";
import { plainText } from "@/lib/texts/texts";

/** What a term is told apart by from all others of its list: a level with its framework. */
export function termTitle({ code, names }: Pick<Term, "code" | "names">, locale: string): string {
  const framework = country.frameworks.find((one) => code.startsWith(`${one.code}/`));
  return framework ? levelName({ framework, code, names }, locale) : plainText(names, locale);
}
