import { useLocale } from "next-intl";
import { labelOf, type VocabularyName } from "@/lib/vocabularies/vocabulary";

/** Terms of a list by their names: several on a line each, since a name can hold commas itself. */
export function CodeNames({ of, codes }: { of: VocabularyName; codes: string[] }) {
  const locale = useLocale();
  if (codes.length < 2) return labelOf(of, codes[0] ?? "", locale);

  return (
    <ul>
      {codes.map((code) => (
        <li key={code}>{labelOf(of, code, locale)}</li>
      ))}
    </ul>
  );
}
