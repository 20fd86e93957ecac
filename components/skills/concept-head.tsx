import { useLocale, useTranslations } from "next-intl";
import { LocalParagraphs, LocalText } from "@/components/offerings/local-text";
import { Notice } from "@/components/ui/notice";
import { OutwardLink } from "@/components/ui/outward-link";
import type { Names, Texts } from "@/db/schema";
import { address } from "@/lib/i18n/address";
import { textIn } from "@/lib/texts/texts";

type Props = {
  kind: "skill" | "knowledge" | "group" | "occupation";
  concept: {
    uri: string;
    labels: Texts;
    code: string | null;
    alternatives: Names;
    descriptions: Texts;
    status: string;
    replacedBy: { id: string; labels: Texts } | null;
  };
};

const shownNames = 12;

/** What ESCO says of a skill, a group or an occupation: its name, its other names and what it is. */
export function ConceptHead({ kind, concept }: Props) {
  const t = useTranslations("skills");
  const locale = useLocale();
  const { uri, labels, code, alternatives, descriptions, status, replacedBy } = concept;
  const names = alternatives[locale] ?? alternatives.en ?? [];
  const language = alternatives[locale] || locale === "en" ? undefined : "en";
  const folder = kind === "occupation" ? "skills/occupations" : "skills";

  return (
    <header className="mt-6">
      <p className="text-ink-2 text-sm">
        {t(`kind.${kind}`)}
        {code && ` · ${code}`}
      </p>
      <h1 className="mt-1 text-3xl first-letter:uppercase">
        <LocalText texts={labels} />
      </h1>
      {(status === "obsolete" || replacedBy) && (
        <div className="mt-5">
          <Notice>
            {t("obsolete")}{" "}
            {replacedBy && (
              <a href={address(locale, `${folder}/${encodeURIComponent(replacedBy.id)}`)}>
                <LocalText texts={replacedBy.labels} quiet />
              </a>
            )}
          </Notice>
        </div>
      )}
      {/* A name in another language says so; what describes it says so where the name did not. */}
      <LocalParagraphs texts={descriptions} quiet={textIn(labels, locale)?.foreign ?? false} className="mt-4 text-lg" />
      {names.length > 0 && (
        <p className="mt-4 max-w-[66ch] text-ink-2">
          {t("alsoCalled")} <span lang={language}>{names.slice(0, shownNames).join(" · ")}</span>
        </p>
      )}
      <p className="mt-3 text-sm">
        <OutwardLink href={uri}>{t("inEsco")}</OutwardLink>
      </p>
    </header>
  );
}

/** ESCO may be used by whoever names it. */
export function EscoNote() {
  const t = useTranslations("skills");
  return <p className="mt-14 max-w-[62ch] text-ink-2 text-sm">{t("attribution")}</p>;
}
