import type { OfferingContent } from "@/lib/offerings/content";
import { comparedFields, type FieldKind } from "@/lib/offerings/what-changed";
import { labelOf, languageName } from "@/lib/vocabularies/vocabulary";
import type { ShownClash } from "./form";
import type { Clash } from "./merge";

/** A clash in words: which field, in which language or at which place, and what each of the two wrote. */
export function clashWords({ key, mine, theirs }: Clash, fieldName: (field: string) => string, locale: string): ShownClash {
  const [field = "", within] = key.split(".");
  const part = within === undefined ? "" : /^\d+$/.test(within) ? ` ${Number(within) + 1}` : ` (${languageName(within, locale)})`;
  return { key, label: `${fieldName(field)}${part}`, mine: inWords(field, mine, locale), theirs: inWords(field, theirs, locale) };
}

function inWords(field: string, value: unknown, locale: string): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((one) => inWords(field, one, locale)).join("\n");
  if (field === "outcomes") return Object.values((value as OfferingContent["outcomes"][number]).text).join("\n");
  if (typeof value === "object") return (value as { name?: string }).name ?? "";
  const kind: FieldKind | undefined = comparedFields[field as keyof typeof comparedFields];
  if (typeof kind === "object") return labelOf(kind.coded, String(value), locale);
  return kind === "languages" ? languageName(String(value), locale) : String(value);
}
