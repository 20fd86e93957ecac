import { useLocale, useTranslations } from "next-intl";
import { type Texts, textIn } from "@/lib/texts/texts";
import { languageName } from "@/lib/vocabularies/vocabulary";

type Props = { texts: Texts; original?: string | undefined; quiet?: boolean };

/** A text in the reader's language, else in its own with a note that says which; `quiet` leaves the note out where one stands near. */
export function LocalText({ texts, original, quiet = false }: Props) {
  const locale = useLocale();
  const shown = textIn(texts, locale, original);
  if (!shown) return null;
  if (!shown.foreign) return shown.text;

  return (
    <>
      <span lang={shown.language}>{shown.text}</span>
      {!quiet && <LanguageNote language={shown.language} />}
    </>
  );
}

/** The same for a long text: a blank line begins a paragraph. */
export function LocalParagraphs({ texts, original, quiet = false, className = "" }: Props & { className?: string }) {
  const locale = useLocale();
  const shown = textIn(texts, locale, original);
  if (!shown) return null;

  return (
    <div className={`max-w-[66ch] space-y-3 ${className}`}>
      {shown.foreign && !quiet && (
        <p>
          <LanguageNote language={shown.language} />
        </p>
      )}
      {shown.text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph} lang={shown.foreign ? shown.language : undefined}>
          {paragraph}
        </p>
      ))}
    </div>
  );
}

export function LanguageNote({ language }: { language: string }) {
  const t = useTranslations("offering");
  const locale = useLocale();

  return (
    <span className="ms-1.5 inline-block whitespace-nowrap rounded-sm border border-line bg-sunk px-1.5 text-ink-2 text-xs first:ms-0">
      {t("textIn", { language: languageName(language, locale) })}
    </span>
  );
}
