import { useLocale } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import type { Texts } from "@/lib/texts/texts";

/** A name in every language that has one of its own. */
export function InEachLanguage({ texts }: { texts: Texts }) {
  const locale = useLocale();
  const names = [...new Map(Object.entries(texts).map(([language, name]) => [name, language]))];

  return names.length < 2 ? (
    <LocalText texts={texts} quiet />
  ) : (
    <ul>
      {names.map(([name, language]) => (
        <li key={language} lang={language === locale ? undefined : language}>
          {name}
        </li>
      ))}
    </ul>
  );
}
