import { useLocale, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { ToneMark } from "@/components/ui/tone-mark";
import { address } from "@/lib/i18n/address";
import { completenessOf } from "@/lib/offerings/completeness";
import type { OfferingContent } from "@/lib/offerings/content";
import { inputOf, partOf } from "@/lib/offerings/drafts/parts";
import { staleTranslations } from "@/lib/offerings/drafts/translations";
import { languageName } from "@/lib/vocabularies/vocabulary";

/** Every element of Annex I, present or missing and in which languages, each gap a link to its field. */
export function CompletenessPanel({ slug, content }: { slug: string; content: OfferingContent }) {
  const t = useTranslations("editor.completeness");
  const names = useTranslations("offering.annex");
  const locale = useLocale();
  const { elements, score } = completenessOf(content);
  const used = languagesIn(content);
  const edit = (part: string, rest: string) => address(locale, `manage/offerings/${slug}/edit/${part}${rest}`);
  const stale = used.flatMap((language) => staleTranslations(content, language).map((key) => ({ language, key })));

  return (
    <Panel id="completeness" title={t("title", { percent: score })}>
      <div className="mb-3 h-2 overflow-hidden rounded-full bg-line" aria-hidden="true">
        <div className="h-full bg-accent" style={{ width: `${score}%` }} />
      </div>
      <ul className="space-y-1 text-sm">
        {elements.map(({ element, mandatory, state, languages }) => {
          const to = inputOf(element, content.originalLanguage);
          const lacking = languages.length > 0 ? used.filter((language) => !languages.includes(language)) : [];
          const name = names(`elements.${element}.name`);
          return (
            <li key={element} className="flex items-baseline gap-2">
              <ToneMark tone={state === "present" ? "good" : mandatory ? "bad" : "none"} />
              <span className="min-w-0">
                {state === "absent" && to ? <a href={edit(to.part, `#${to.input}`)}>{name}</a> : name}
                {state === "absent" && <span className="text-ink-2"> · {t(mandatory ? "mandatory" : "optional")}</span>}
                {lacking.length > 0 && to && (
                  <span className="block text-ink-2">
                    {t("notIn")}{" "}
                    <Languages codes={lacking} href={(code) => edit(to.part, `?with=${code}#${to.input.split(".")[0]}.${code}`)} />
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {stale.length > 0 && (
        <>
          <h3 className="mt-4 font-semibold text-sm">{t("stale", { count: stale.length })}</h3>
          <ul className="mt-1 space-y-1 text-sm">
            {stale.map(({ language, key }) => (
              <li key={`${language} ${key}`} className="flex items-baseline gap-2">
                <ToneMark tone="warn" />
                <StaleLink slug={slug} language={language} name={key} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function Languages({ codes, href }: { codes: string[]; href: (code: string) => string }) {
  const locale = useLocale();
  return codes.map((code, place) => (
    <span key={code}>
      {place > 0 && ", "}
      <a href={href(code)}>{languageName(code, locale)}</a>
    </span>
  ));
}

function StaleLink({ slug, language, name }: { slug: string; language: string; name: string }) {
  const t = useTranslations("offering.history");
  const locale = useLocale();
  const [field = "", place] = name.split(".");
  const input = place === undefined ? `${field}.${language}` : `${name}.text.${language}`;
  const label = [t(`fields.${field as "title"}`), ...(place === undefined ? [] : [String(Number(place) + 1)])].join(" ");
  return (
    <a href={address(locale, `manage/offerings/${slug}/edit/${partOf(field)}?with=${language}#${input}`)}>
      {`${label} (${languageName(language, locale)})`}
    </a>
  );
}

/** The languages in which the offering says anything: those of its title, its original first. */
export function languagesIn(content: OfferingContent): string[] {
  const others = Object.keys(content.title).filter((language) => content.title[language]?.trim() && language !== content.originalLanguage);
  return [content.originalLanguage, ...others.sort()];
}
